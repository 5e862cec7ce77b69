"""The sections of a national summary, and when one is omitted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.queries.national import CategoryCount, ChannelCount
from outreach_app.queries.national_counts import Tally
from outreach_app.rules import territory
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.blocks import Heading, Table, TileMap, plain
from tests.core.summaries import nations
from tests.core.summaries.national_reading import (
    awaiting,
    layouts,
    months,
    prose,
    realised,
    written,
)

AR, FR = Language.ARABIC, Language.FRENCH


def test_the_day_whose_situation_is_told_stands_above_the_text() -> None:
    plan = nations.plan(as_of=date(2026, 12, 1))
    assert "الوضعية إلى غاية فاتح دجنبر 2026، حسب التقارير المتوصل بها." in written(plan, AR)
    assert "Situation au 1er décembre 2026, d’après les rapports reçus." in written(plan, FR)


def test_a_note_says_that_only_precincts_that_reported_are_counted() -> None:
    note = {
        AR: "لا تُحتسب إلا الدوائر الأمنية التي وردت تقاريرها.",
        FR: "Ne sont comptés que les arrondissements de police dont le rapport est reçu.",
    }
    for language, words in note.items():
        assert words in written(months(reported=199), language)
        assert words not in written(months(reported=200), language)
        assert words not in written(months(reported=0), language)


def test_a_sign_of_the_regions_is_explained_only_where_it_is_printed() -> None:
    made = nations.tally(2, 2, 5, 50, 3, 4, 2)
    full: dict[str | None, Tally] = {"REGION_02": made}
    with_gap = full | {"REGION_10": nations.tally(3, 0)}
    dash, missing = "Tiret (—)", "Non reçu : aucun rapport"
    for tallies, is_missing in ((full, False), (with_gap, True)):
        assert (missing in written(nations.plan(tallies), FR)) is is_missing
    idle = full | {"REGION_10": nations.tally(3, 3)}
    assert dash in written(nations.plan(idle), FR)
    every: dict[str | None, Tally] = dict.fromkeys(territory.REGIONS, made)
    assert dash not in written(nations.plan(every), FR)


def test_a_topic_rises_only_from_thirty_points_up() -> None:
    topics = (nations.topic("tp.1.1", 60, 30), nations.topic("tp.1.2", 90, 29))
    plan = nations.plan(topics=topics)
    assert [concern.code for concern in plan.rising] == ["tp.1.1"]
    assert plan.rising[0].change == 100
    assert [concern.code for concern in plan.main] == ["tp.1.2", "tp.1.1"]


@pytest.fixture
def withdrawn() -> Iterator[str]:
    """Return a topic that headquarters added and withdrew."""
    entry = vocabulary.Entry("tp.1.9", "صيانة الحدائق", "entretien des jardins")
    vocabulary.overlay([entry], [entry.code])
    yield entry.code
    vocabulary.overlay([], [])


def test_equal_topics_stand_in_their_order_and_those_of_no_list_last(withdrawn: str) -> None:
    codes = ("new.1", withdrawn, "tp.7.1", "tp.1.1")
    plan = nations.plan(topics=tuple(nations.topic(code, 60, 40) for code in codes))
    for concerns in (plan.main, plan.rising):
        assert [row.code for row in concerns] == ["tp.1.1", "tp.7.1", withdrawn, "new.1"]
    assert "Thématique : Entretien des jardins" in written(plan, FR)
    assert "Thématique : Non précisé\n" in written(plan, FR)
    assert "الموضوع: صيانة الحدائق" in written(plan, AR)
    assert "الموضوع: غير محدد\n" in written(plan, AR)


@pytest.mark.parametrize("publishable", [False, True])
def test_channels_and_categories_of_a_newer_program_are_counted(*, publishable: bool) -> None:
    """Their rows come last, and all rows still sum to the national sessions."""
    plan = nations.plan(
        publishable=publishable,
        channels=(ChannelCount("ch.hologram", 65, 20), ChannelCount("ch.inperson", 2300, 2083)),
        categories=(CategoryCount("pt.guild", 30, 20, 10), CategoryCount("pt.liberal", 40, 20, 30)),
    )
    assert [row.code for row in plan.channels] == ["ch.inperson", "ch.hologram"]
    assert [row.now for row in plan.channels] == [2300, 65]
    assert [row.code for row in plan.categories] == ["pt.liberal", "pt.guild"]
    for language, unspecified in ((AR, "غير محدد"), (FR, "Non précisé")):
        assert unspecified in written(plan, language)


def test_half_a_percent_is_rounded_up() -> None:
    categories = (
        CategoryCount("pt.association", 80, 42, 12),
        CategoryCount("pt.liberal", 40, 1, 0),
    )
    assert [row.share for row in nations.plan(categories=categories).categories] == [53, 3]


def test_topics_equal_to_the_last_of_the_first_are_all_listed() -> None:
    codes = ["tp.1.1", "tp.1.2", "tp.2.1", "tp.3.1", "tp.4.1", "tp.5.1", "tp.6.1"]
    numbers = [9, 8, 7, 3, 3, 3, 2]
    topics = tuple(nations.topic(*each, 0) for each in zip(codes, numbers, strict=True))
    assert [row.now for row in nations.plan(topics=topics).main] == [9, 8, 7, 3, 3, 3]
    known = [code for code in vocabulary.catalogue("tp") if code.count(".") == 2][:14]
    many = tuple(nations.topic(code, 3 if place > 2 else 9, 0) for place, code in enumerate(known))
    assert [row.now for row in nations.plan(topics=many).main] == [9, 9, 9]


def test_months_without_a_report_are_those_until_the_end_of_the_period() -> None:
    assert "Mois échus sans rapport complet au 31/10/2026 : " in written(awaiting(2), FR)
    assert "أشهر منقضية دون تقرير كامل إلى غاية 31/10/2026: " in written(awaiting(2), AR)


def test_six_late_offices_are_all_shown_and_seven_are_cut() -> None:
    assert (len(awaiting(6).late), awaiting(6).late_more) == (6, 0)
    assert (len(awaiting(7).late), awaiting(7).late_more) == (5, 2)


def test_partners_met_before_are_headed_by_their_period() -> None:
    quarter = Period(date(2026, 7, 1), date(2026, 9, 30))
    assert "من شارك منهم في شتنبر: 6810" in written(nations.plan(), AR)
    assert "Ayant pris part en septembre : 6810" in written(nations.plan(), FR)
    assert "من شارك منهم في الفصل الثاني: 6810" in written(nations.plan(period=quarter), AR)
    second = "Ayant pris part au deuxième trimestre : 6810"
    assert second in written(nations.plan(period=quarter), FR)
    half = Period(date(2026, 1, 1), date(2026, 6, 30))
    for language, before in ((AR, "النصف الثاني من سنة 2025"), (FR, "Second semestre 2025")):
        assert written(nations.plan(period=half), language).count(before) > 1
    days = Period(date(2026, 7, 1), date(2026, 9, 15))
    assert "من شارك منهم في الفترة السابقة: 6810" in written(nations.plan(period=days), AR)
    assert "Ayant pris part, période précédente : 6810" in written(nations.plan(period=days), FR)


def test_a_deadline_is_missed_from_the_day_after_it() -> None:
    on_time, late = awaiting(7, nations.DUE_ON), awaiting(7, date(2026, 11, 6))
    missed = {AR: "، المحدد أجلها في", FR: ", ne sont pas encore reçus au"}
    for language, words in missed.items():
        assert words not in prose(on_time, language)
        assert words in prose(late, language)


def test_a_cut_list_says_its_order_as_it_is() -> None:
    until, silent = nations.late(0, date(2026, 9, 30), 1), nations.late(1, None, None)
    both, known = nations.plan(late=(silent, *[until] * 6)), nations.plan(late=(until,) * 7)
    assert "وفي مقدمتها تلك التي لم يرد منها أي تقرير، ثم حسب عدد الأشهر دون تقرير:" in prose(
        both, AR
    )
    assert "2026. D’abord ceux qui n’ont jamais rien transmis, puis par nombre de" in prose(
        both, FR
    )
    assert "وفي مقدمتها، حسب عدد الأشهر دون تقرير:" in prose(known, AR)
    assert "2026. Les premiers, par nombre de mois sans rapport, sont :" in prose(known, FR)


def test_the_map_lies_as_the_country_does() -> None:
    for language in Language:
        document = realised(nations.plan(), language)
        (tiles,) = (block for block in document.blocks if isinstance(block, TileMap))
        places = {plain(tile.name): (tile.row, tile.column, tile.step) for tile in tiles.tiles}
        north = "طنجة-تطوان-الحسيمة" if language is AR else "Tanger-Tétouan-Al Hoceïma"
        south = "الداخلة-وادي الذهب" if language is AR else "Dakhla-Oued Ed-Dahab"
        assert places[north] == (0, 3, 2)
        assert places[south] == (7, 0, 3)


def test_a_region_without_a_precinct_has_no_figures() -> None:
    plan = nations.plan({"REGION_02": nations.REGIONS["REGION_02"]})
    table = next(block for block in realised(plan, FR).blocks if isinstance(block, Table))
    assert [plain(cell) for cell in table.rows[0] if isinstance(cell, tuple)][1:] == ["—"] * 8
    assert len(table.rows) == 12


def test_tables_of_zeros_are_left_out() -> None:
    """A period without meetings still lists reports by region."""
    reported: dict[str | None, Tally] = {"REGION_02": Tally(offices=3, reported=3)}
    known = CategoryCount("pt.liberal", 20, 0, 0)
    empty = nations.plan(reported, topics=(), categories=(known,), channels=())
    for language in Language:
        assert layouts(realised(empty, language)) == ["areas", "late"]


@pytest.mark.parametrize(
    ("tally", "category", "kept"),
    [
        (Tally(sessions=1), CategoryCount("pt.liberal", 20, 0, 0), ["areas", "commands", "late"]),
        (Tally(points=1), CategoryCount("pt.liberal", 20, 0, 0), ["areas", "follow_up", "late"]),
        (Tally(commitments=1), CategoryCount("pt.liberal", 20, 0, 0),
         ["areas", "follow_up", "late"]),
        (Tally(), CategoryCount("pt.liberal", 20, 0, 1), ["areas", "categories", "late"]),
    ],
)  # fmt: skip
def test_a_table_with_a_fact_stays(tally: Tally, category: CategoryCount, kept: list[str]) -> None:
    region = replace(tally, offices=3, reported=3)
    plan = nations.plan({"REGION_02": region}, topics=(), categories=(category,), channels=())
    assert layouts(realised(plan, FR)) == kept


def test_sections_are_numbered_as_they_come() -> None:
    document = realised(nations.plan(topics=()), FR)
    numbers = [block.number for block in document.blocks if isinstance(block, Heading)]
    assert numbers == list(range(1, 9))
