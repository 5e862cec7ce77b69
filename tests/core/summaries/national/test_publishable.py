"""Nobody can recover a small count from the printed publishable summary."""

import re
from collections import defaultdict
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.queries.national import CategoryCount, ChannelCount
from outreach_app.queries.national_counts import Tally
from outreach_app.queries.precinct_papers import Paper
from outreach_app.rules.masking import MIN_SHOWN, Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.blocks import Heading, KeyFigures, Realised, plain
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import nations
from tests.core.summaries.closed_world import spans
from tests.core.summaries.national_strategies import plans
from tests.core.summaries.printed import HIDDEN, one_session_each, read, tables
from tests.core.summaries.reading import ISOLATES
from tests.few_or_many import on_random

AR, FR = Language.ARABIC, Language.FRENCH
PARTS = (
    ("total.offices", "total.reported"),
    ("total.participants", "total.women"),
    ("total.points", "total.unanswered"),
    ("total.commitments", "total.kept"),
    ("communication.awareness.count", "communication.awareness.talks"),
    ("communication.awareness.beneficiaries", "communication.awareness.pupils"),
)
PUBLISHED = re.compile(
    r"office\..*|number|is_publishable|has_totals_alone|had_actions|(?:before_)?(?:first|last)|due_on|as_of|few_from"
    r"|total\.(?:offices|reported|coverage|sessions|participants|women|associations|points"
    r"|unanswered|commitments|kept|kept_share)"
    r"|(?:total|published\..*)\.(?:participants|women|partners)_partial|sessions_before|rumours|late_more|begun_late|others"
    r"|communication\.(?:remarks\.(?:count|channels\..*)|awareness\..*)"
    r"|communication\.(?:before_last|until|engagement\..*|publications\.(?:count|before|kinds\..*\.(?:code|count|share)))"
    r"|published\..*\.(?:code|sessions|participants|associations|points|commitments)"
    r"|(?:main|rising)\..*\.(?:code|now|before|change)"
    r"|categories\..*\.(?:code|known|met|share|before)|channels\..*\.(?:code|now|before|change)"
)
NO_COUNT = re.compile(
    r".*\.(?:share|coverage|kept_share|change)|is_publishable|has_totals_alone|had_actions|late_more|.*\.at_least"
    r"|.*(?:partial|is_of_one|are_escorted|beside)"
)


def realised(plan: NationalPlan, language: Language) -> Realised:
    return realise_national(plan, language, nations.ISSUED_ON)


def words(plan: NationalPlan, language: Language) -> str:
    written = ISOLATES.sub("", to_plain_text(realised(plan, language)))
    return written.replace("\u00a0", " ").replace("\u202f", "")


@on_random(plans(publishable=True), few=150)
def test_l14_publishable(plan: NationalPlan) -> None:
    """No small count is in the facts, nor is the difference of two."""
    known = facts(plan)
    assert not [fact for fact in known if not PUBLISHED.fullmatch(fact)]
    counts = {
        fact: value
        for fact, value in known.items()
        if isinstance(value, int) and not NO_COUNT.fullmatch(fact)
    }
    assert not {fact: value for fact, value in counts.items() if value < MIN_SHOWN}
    partners = [
        (f"categories.{row.code}.known", f"categories.{row.code}.met") for row in plan.categories
    ]
    for whole, part in (*PARTS, *partners):
        if whole in counts and part in counts:
            assert not 0 < counts[whole] - counts[part] < MIN_SHOWN
    for area, part in (("total.coverage", "reported"), ("total.kept_share", "kept")):
        whole = {"reported": "offices", "kept": "commitments"}[part]
        if isinstance(known.get(area), int) and not isinstance(known.get(area), bool):
            assert f"total.{part}" in counts
            assert f"total.{whole}" in counts


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(28, 60)), max_size=7))
@example([(60, 60)] * 5 + [(45, 30), (3, 0)])
def test_the_points_about_anything_else_are_none_or_many(raised: list[tuple[int, int]]) -> None:
    codes = ("tp.1.1", "tp.1.2", "tp.3.1", "tp.4.4", "tp.5.1", "tp.6.1", "tp.7.1")
    topics = tuple(nations.topic(code, *pair) for code, pair in zip(codes, raised, strict=False))
    points = sum(now for now, _ in raised)
    tally = Tally(offices=9, reported=9, sessions=70, points=points)
    plan = nations.plan({"REGION_02": tally}, publishable=True, topics=topics)
    said = {row.code: row.now for row in (*plan.main, *plan.rising)}
    assert all(now >= MIN_SHOWN for now in said.values())
    assert not said or not 0 < points - sum(said.values()) < MIN_SHOWN


@on_random(plans(publishable=True), few=100)
def test_what_is_hidden_once_is_hidden_everywhere(plan: NationalPlan) -> None:
    for language in Language:
        kinds: defaultdict[str, set[bool]] = defaultdict(set)
        for span in spans(realised(plan, language)):
            said = ISOLATES.sub("", span.text).replace("\u00a0", " ")
            is_hidden = said in HIDDEN or re.match("(?:أقل من|[Mm]oins de) 5", said) is not None
            fact = (
                "total.associations" if span.fact == "categories.pt.association.met" else span.fact
            )
            if fact is not None:
                kinds[fact].add(is_hidden)
        assert all(len(found) == 1 for found in kinds.values())


@pytest.mark.parametrize("language", Language)
def test_offices_commands_and_awaited_reports_are_left_out(language: Language) -> None:
    document = realised(nations.plan(publishable=True), language)
    assert set(tables(document)) == {"published", "trends", "categories", "channels"}
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "التقارير المنتظرة" not in headings
    assert "Rapports attendus" not in headings
    assert document.level is Circulation.PUBLIC


def test_a_table_in_which_no_number_would_stand_is_left_out() -> None:
    plan = nations.plan(
        one_session_each(8),
        publishable=True,
        topics=(nations.topic("tp.1.1", 4, 2),),
        channels=(ChannelCount("ch.inperson", 4, 20), ChannelCount("ch.phone", 4, 30)),
        categories=(CategoryCount("pt.liberal", 4, 3, 2),),
    )
    assert not tables(realised(plan, FR))
    assert "Il a été enregistré 8 rencontres, actions et échanges" in words(plan, FR)


def test_small_counts_are_said_as_less_than_five() -> None:
    small = nations.tally(40, 30, 3, 12, 2, 4, 1)
    plan = nations.plan({"REGION_02": small}, publishable=True)
    assert "وتم تسجيل أقل من 5 لقاءات وأنشطة و" in words(plan, AR)
    assert "وسُجل أقل من 5 التزامات." in words(plan, AR)
    assert "Il a été enregistré moins de 5 rencontres, actions et échanges" in words(plan, FR)
    assert "Moins de 5 engagements ont été enregistrés." in words(plan, FR)


def eight_precincts(**counts: int) -> NationalPlan:
    usual = {"offices": 8, "reported": 8, "sessions": 20, "participants": 90, "women": 40,
             "points": 30, "unanswered": 10, "commitments": 20, "kept": 10}  # fmt: skip
    region: dict[str | None, Tally] = {"REGION_02": Tally(**usual | counts)}
    return nations.plan(region, publishable=True, topics=(), channels=(), categories=())


def test_nothing_is_said_of_the_few_reports_that_are_missing() -> None:
    plan = eight_precincts(reported=7)
    assert "بتقارير 7 دوائر أمنية. وتم تسجيل" in words(plan, AR)
    assert "les rapports de 7 arrondissements de police. Il" in words(plan, FR)
    for language, label in ((AR, "التقارير الكاملة المتوصل بها"), (FR, "Rapports complets reçus")):
        blocks = realised(plan, language).blocks
        (figures,) = (block for block in blocks if isinstance(block, KeyFigures))
        reports, *others = figures.items
        assert (reports[0], ISOLATES.sub("", plain(reports[1]))) == (label, "7")
        assert len(others) == 3
        assert not re.search("88|على 8|sur 8|7/8", words(plan, language))


@pytest.mark.parametrize(
    ("counts", "ar", "fr"),
    [
        ({"kept": 17}, "وسُجل 20 التزاما.", "20 engagements ont été enregistrés."),
        ({"kept": 4}, "وسُجل 20 التزاما.", "20 engagements ont été enregistrés."),
        (
            {"kept": 20},
            "جميع الالتزامات المسجلة، وعددها 20.",
            "Les 20 engagements enregistrés sont",
        ),
        ({"women": 87}, "شارك فيها 90 شخصا", "qui ont réuni 90 participants"),
        ({"unanswered": 3}, "وأثار المشاركون 30 نقطة.", "Les participants ont soulevé 30 points."),
        ({"unanswered": 29}, "وأثار المشاركون 30 نقطة.", "Les participants ont soulevé 30 points."),
    ],
)
def test_a_part_that_is_small_or_leaves_little_is_not_said(
    counts: dict[str, int], ar: str, fr: str
) -> None:
    plan = eight_precincts(**counts)
    for language, sentence in ((AR, ar), (FR, fr)):
        said = words(plan, language)
        assert sentence in said
        assert not {"3", "4", "17", "29", "87"} & set(re.findall(r"\d+", said))


def test_partners_of_whom_few_were_not_met_are_not_counted() -> None:
    categories = (CategoryCount("pt.liberal", 40, 38, 30), CategoryCount("pt.commerce", 40, 35, 30))
    plan = nations.plan(publishable=True, categories=categories)
    liberal, commerce = tables(realised(plan, FR))["categories"].rows
    assert [read(cell) for cell in liberal[1:3]] == [Hidden.WITHHELD, 38]
    assert [read(cell) for cell in commerce[1:3]] == [40, 35]


def small(region: str, **counted: int) -> Paper:
    """Return what a precinct counted that published nothing."""
    return Paper(region, counted, {})


def test_no_small_number_follows_from_the_reports_of_precincts() -> None:
    """Of two regions their own precincts publish all but three sessions, and all but four."""
    south, north = small("REGION_03", sessions=3), small("REGION_12", sessions=4)
    others = [Paper(code, {"sessions": 9}, {"sessions": 9}) for code in nations.REGIONS] * 2
    plan = nations.plan(publishable=True, papers=([south, north, *others],))
    hidden = [row.code for row in plan.published if row.sessions is Hidden.WITHHELD]
    assert hidden == ["REGION_12", "REGION_03"]
    assert plan.total.sessions == sum(each.sessions for each in nations.REGIONS.values())
    plan = nations.plan(publishable=True, papers=([south],))
    assert not plan.published
    assert (plan.total.sessions, plan.channels) == (Hidden.WITHHELD, ())
    for language, are_held in ((AR, "وسجلت الدوائر"), (FR, "ont enregistré")):
        assert are_held not in words(plan, language)


def test_no_small_number_of_the_period_before_follows() -> None:
    """Where few are left of the meetings before, the sentence and the channels leave them out."""
    left = small("REGION_03", **{"sessions": 3, "tp.7.1": 3, "pt.liberal": 2})
    plan = nations.plan(publishable=True, papers_before=([left],))
    assert plan.sessions_before is Hidden.WITHHELD
    assert {row.before for row in plan.channels} == {Hidden.WITHHELD}
    main = [row.code for row in plan.main if row.before is Hidden.WITHHELD]
    categories = [row.code for row in plan.categories if row.before is Hidden.WITHHELD]
    assert (main, categories) == (["tp.7.1"], ["pt.liberal"])
    assert "tp.7.1" not in {row.code for row in plan.rising}
    usual = nations.plan(publishable=True)
    for language, are_told in ((AR, "مقابل 2103"), (FR, "(contre 2103")):
        assert are_told in words(usual, language)
        assert are_told not in words(plan, language)


def test_no_small_number_follows_from_the_points_about_anything_else() -> None:
    """Three points about no topic that is listed are left: the least of the topics goes."""
    left = small("REGION_03", points=3)
    plan = nations.plan(publishable=True, papers=([left],))
    usual = nations.plan(publishable=True)
    gone = {row.code for row in usual.main} - {row.code for row in plan.main}
    assert plan.total.points is Hidden.WITHHELD
    assert gone


def test_partners_of_all_categories_add_up_to_what_papers_print() -> None:
    left = small("REGION_03", partners=3)
    met = [row.met for row in nations.plan(publishable=True, papers=([left],)).categories]
    assert met == [7033, 1702, 310, Hidden.WITHHELD]


@pytest.mark.parametrize("reported", [0, 4])
def test_fewer_than_five_reports_are_one_sentence(reported: int) -> None:
    plan = eight_precincts(reported=reported)
    sentence = {
        AR: "نظرا لكون عدد الدوائر الأمنية التي عقدت لقاءات، حسب التقارير المتوصل بها إلى غاية"
        " 12 نونبر 2026 برسم شهر أكتوبر 2026، دون الحد الأدنى المعتمد للنشر، لا يُنشر أي رقم.",
        FR: "Le nombre d’arrondissements de police ayant tenu des rencontres, d’après les rapports"
        " reçus au 12 novembre 2026 au titre d’octobre 2026, étant inférieur au seuil de"
        " publication, aucun chiffre n’est publié.",
    }
    for language in Language:
        said = words(plan, language)
        signature = {AR: "رئيس المصلحة", FR: "Le chef du service"}[language]
        assert said.strip().endswith(f"{sentence[language]}\n\n{signature}")
        assert set(re.findall(r"\d+", said)) <= {"12", "10", "2026"}
    assert not [fact for fact, value in facts(plan).items() if fact.startswith("total.")
                and type(value) is int]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "ar", "fr"),
    [
        (
            date(2026, 9, 15),
            "إلى غاية 15 شتنبر 2026، دون الحد الأدنى المعتمد للنشر، لا يُنشر أي رقم.",
            "au titre de la période du 1er juillet au 15 septembre 2026, étant inférieur",
        ),
        (
            date(2026, 9, 30),
            "الفصل الثالث من سنة 2026، دون الحد الأدنى المعتمد للنشر، لا يُنشر أي رقم.",
            "au titre du troisième trimestre 2026, étant inférieur",
        ),
    ],
)
def test_the_one_sentence_names_the_period(last: date, ar: str, fr: str) -> None:
    period = Period(date(2026, 7, 1), last)
    plan = nations.plan({"REGION_02": nations.tally(7, 0)}, publishable=True, period=period)
    assert ar in words(plan, AR)
    assert fr in words(plan, FR)
