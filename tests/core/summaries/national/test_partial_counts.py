"""A total of which a part was not counted is never printed as if it were whole."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.national_counts import Tally
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.blocks import KeyFigures, plain
from tests.core.summaries import nations
from tests.core.summaries.national_reading import prose, realised, written
from tests.core.summaries.printed import tables
from tests.core.summaries.reading import ISOLATES

AR, FR = Language.ARABIC, Language.FRENCH
WHOLE = Tally(offices=6, reported=6, sessions=30, participants=700, women=300)
SOME = Tally(
    offices=6,
    reported=6,
    sessions=40,
    participants=900,
    women=25,
    people_blank=3,
    women_blank=30,
)
NOBODY_COUNTED = Tally(offices=6, reported=6, sessions=5, points=9, people_blank=5, women_blank=5)


def plan(*tallies: Tally, publishable: bool = False) -> NationalPlan:
    codes = ("REGION_12", "REGION_09", "REGION_05")
    regions: dict[str | None, Tally] = dict(zip(codes, tallies, strict=False))
    return nations.plan(regions, publishable=publishable, commands={})


def column(of: NationalPlan, table: str, place: int, *rows: int) -> list[str]:
    lines = tables(realised(of, FR))[table].rows
    return [ISOLATES.sub("", plain(lines[row][place])) for row in rows]  # type: ignore[arg-type]


@pytest.mark.parametrize("publishable", [False, True])
def test_what_every_session_counted_is_told_without_reserve(publishable: bool) -> None:
    whole = plan(WHOLE, publishable=publishable)
    for language, least in ((AR, "على الأقل"), (FR, "au moins")):
        assert least not in prose(whole, language)
        assert "*" not in written(whole, language)


def test_a_sum_of_which_a_part_was_not_counted_is_told_as_the_least() -> None:
    both = plan(WHOLE, SOME)
    assert (
        "qui ont réuni au moins 1600 participants (nombre relevé pour 67 de ces 70 rencontres,"
        " actions et échanges), dont au moins 325 de sexe féminin"
    ) in prose(both, FR)
    assert (
        "شارك فيها 1600 شخص على الأقل (سُجل العدد في 67 من أصل 70)، من بينهم على الأقل 325"
    ) in prose(both, AR)


def test_the_public_reads_that_a_sum_is_the_least_without_a_small_number() -> None:
    public = plan(WHOLE, SOME, publishable=True)
    assert "au moins 1600 participants, d’après les relevés disponibles" in prose(public, FR)
    assert "شارك فيها 1600 شخص على الأقل، حسب ما سُجل" in prose(public, AR)
    assert column(public, "published", 2, 0, 1) == ["700", "900*"]
    assert "relevé pour une partie seulement des rencontres, actions et échanges" in written(
        public, FR
    )


@pytest.mark.parametrize("language", Language)
def test_head_and_tables_mark_the_sum_and_say_what_the_mark_means(language: Language) -> None:
    both = plan(WHOLE, SOME)
    (head,) = (b for b in realised(both, language).blocks if isinstance(b, KeyFigures))
    assert ISOLATES.sub("", plain(head.items[3][1])).endswith("600*")
    assert column(both, "areas", 5, 0, 1) == ["700", "900*"]
    assert column(both, "follow_up", 1, 0, 1) == ["300", "25*"]
    means = {
        AR: "*: عدد سُجل في بعض اللقاءات والأنشطة والاتصالات فقط.",
        FR: "* : nombre relevé pour une partie seulement des rencontres, actions et échanges.",
    }
    assert means[language] in written(both, language)


def test_what_nobody_counted_is_not_noted_and_no_zero() -> None:
    none = plan(NOBODY_COUNTED)
    assert "; le nombre de participants n’a pas été relevé." in prose(none, FR)
    assert "، ولم يُسجل عدد المشاركين." in prose(none, AR)
    assert column(none, "areas", 5, 0) == ["Non relevé"]
    assert column(none, "follow_up", 1, 0) == ["Non relevé"]
    assert "غير مسجل" in written(none, AR)
    assert column(plan(SOME, NOBODY_COUNTED), "areas", 5, 0, 1) == ["900*", "Non relevé"]


@pytest.mark.parametrize("publishable", [False, True])
def test_partners_that_came_without_their_names_are_not_counted_as_none(publishable: bool) -> None:
    named = replace(WHOLE, associations=23)
    both = plan(named, replace(named, unnamed=2), publishable=publishable)
    assert "Y ont pris part au moins 46 associations" in prose(both, FR)
    assert "حضور ما لا يقل عن 46 جمعية" in prose(both, AR)
    table, place = ("published", 3) if publishable else ("areas", 6)
    assert column(both, table, place, 0, 1) == ["23", "23*"]
    assert "* : nombre relevé pour une partie seulement" in written(both, FR)
    assert "au moins" not in prose(plan(named, publishable=publishable), FR)
