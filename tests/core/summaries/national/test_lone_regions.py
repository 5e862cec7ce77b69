"""The numbers of a region's only precinct are told with those of others."""

from outreach_app.i18n import Language
from outreach_app.queries.precinct_papers import Paper
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import nations


def test_a_region_of_one_precinct_is_told_with_the_next_smallest() -> None:
    """Its numbers would be those of the precinct, which may have published none."""
    alone, next_smallest = nations.tally(1, 1, 26, 318, 71, 33, 27), nations.REGIONS["REGION_06"]
    plan = nations.plan({**nations.REGIONS, "REGION_03": alone}, publishable=True)
    told = {row.code: row.sessions for row in plan.published}
    assert told.keys().isdisjoint({"REGION_03", "REGION_06"})
    assert told["other"] == alone.sessions + next_smallest.sessions
    assert plan.total.sessions == sum(each for each in told.values() if isinstance(each, int))
    for language, others in ((Language.ARABIC, "باقي الجهات"), (Language.FRENCH, "Autres régions")):
        assert others in to_plain_text(realise_national(plan, language, nations.ISSUED_ON))


def test_one_precinct_that_met_in_its_region_is_told_with_others() -> None:
    """Its region has five; those that met are known by what their papers count."""
    met = [Paper(code, {"sessions": 9}, {}) for code in nations.REGIONS if code != "REGION_03"] * 2
    plan = nations.plan(
        publishable=True, papers=([Paper("REGION_03", {"sessions": 26}, {}), *met],)
    )
    assert "REGION_03" not in {row.code for row in plan.published}


def test_where_each_region_has_one_precinct_none_is_told() -> None:
    lone = dict.fromkeys(nations.REGIONS, nations.tally(1, 1, 26, 318, 71, 33, 27))
    plan = nations.plan(lone, publishable=True)
    assert (plan.published, plan.total.sessions) == ((), 26 * len(lone))
