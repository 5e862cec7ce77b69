"""From the publishable summary, as printed, nobody finds a small count again."""

import re
from collections import defaultdict

import pytest
from hypothesis import given, settings

from outreach_app.i18n import Language
from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.blocks import Cell, Heading, Realised, Table, plain
from outreach_app.summaries.national_plan import NationalPlan
from outreach_app.summaries.national_prose import realise_national
from tests.core.rules.test_masking import possible
from tests.core.summaries import nations
from tests.core.summaries.closed_world import spans
from tests.core.summaries.national_strategies import plans
from tests.core.summaries.reading import ISOLATES

AR, FR = Language.ARABIC, Language.FRENCH
HIDDEN = {
    "أقل من 5": Hidden.FEW,
    "moins de 5": Hidden.FEW,
    "محجوب": Hidden.WITHHELD,
    "masqué": Hidden.WITHHELD,
}
# Columns of counts, and the column of a share after the two counts it would tell.
COUNTED = {"areas": (1, 2, 4, 5, 6, 7), "follow_up": (1, 2, 3, 4, 5, 6)}


def realised(plan: NationalPlan, language: Language) -> Realised:
    return realise_national(plan, language, nations.ISSUED_ON)


def tables(document: Realised) -> dict[str, Table]:
    return {block.layout: block for block in document.blocks if isinstance(block, Table)}


def read(cell: Cell) -> Count | None:
    """The count a printed cell shows; None where there is nothing to count."""
    assert isinstance(cell, tuple)
    words = ISOLATES.sub("", plain(cell)).replace("\u00a0", " ").replace("\u202f", "")
    return HIDDEN.get(words) or (None if words == "—" else int(words.rstrip(" %")))


def column(table: Table, place: int) -> list[Count]:
    cells = (read(row[place]) for row in table.rows)
    return [cell for cell in cells if cell is not None]


@settings(max_examples=150, deadline=None)
@given(plans(publishable=True))
def test_no_column_gives_a_small_count_back(plan: NationalPlan) -> None:
    for language in Language:
        found = tables(realised(plan, language))
        for layout, places in COUNTED.items():
            for place in places:
                total = read(found[layout].total[place])
                assert total is not None
                check(column(found[layout], place), total)
        if "channels" in found:
            check(column(found["channels"], 1), plan.total.sessions)
            check(column(found["channels"], 2), plan.sessions_before)


def check(cells: list[Count], total: Count) -> None:
    assert not [cell for cell in cells if isinstance(cell, int) and cell < 5]
    for cell, values in zip(cells, possible(cells, total), strict=True):
        assert cell is not Hidden.FEW or len(values) >= 2


@settings(max_examples=100, deadline=None)
@given(plans(publishable=True))
def test_a_share_stands_only_beside_the_counts_it_is_made_of(plan: NationalPlan) -> None:
    found = tables(realised(plan, FR))
    areas, follow_up = found["areas"], found["follow_up"]
    rows = zip((*areas.rows, areas.total), (*follow_up.rows, follow_up.total), strict=True)
    for area, following in rows:
        if isinstance(read(area[3]), int):
            assert isinstance(read(area[1]), int)
            assert isinstance(read(area[2]), int)
        if isinstance(read(area[8]), int):
            assert isinstance(read(following[4]), int)
            assert isinstance(read(following[5]), int)


@settings(max_examples=100, deadline=None)
@given(plans(publishable=True))
def test_what_is_hidden_once_is_hidden_everywhere(plan: NationalPlan) -> None:
    for language in Language:
        kinds: defaultdict[str, set[bool]] = defaultdict(set)
        document = realised(plan, language)
        for span in spans(document):
            words = ISOLATES.sub("", span.text).replace("\u00a0", " ")
            is_hidden = words in HIDDEN or re.match("(?:أقل من|moins de) 5", words) is not None
            fact = (
                "total.associations" if span.fact == "categories.pt.association.met" else span.fact
            )
            if fact is not None:
                kinds[fact].add(is_hidden)
        assert all(len(found) == 1 for found in kinds.values())


@pytest.mark.parametrize("language", Language)
def test_offices_commands_and_awaited_reports_are_left_out(language: Language) -> None:
    document = realised(nations.plan(publishable=True), language)
    assert not {"late", "commands"} & tables(document).keys()
    said = {span.fact or "" for span in spans(document)}
    assert not [fact for fact in said if fact.startswith(("late", "commands", "states", "awaited"))]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "التقارير المنتظرة" not in headings
    assert "Rapports attendus" not in headings
    assert document.level in {"إعلان للعموم", "Affichage public"}


def test_small_counts_are_said_as_less_than_five() -> None:
    small = nations.tally(40, 30, 3, 12, 2, 4, 1)
    plan = nations.plan({"REGION_02": small}, publishable=True)
    words = {
        language: ISOLATES.sub(
            "", "".join(span.text for span in spans(realised(plan, language)))
        ).replace("\u00a0", " ")
        for language in Language
    }
    assert "وعقدت الدوائر الأمنية المعنية بهذه التقارير أقل من 5 جلسات حوار" in words[AR]
    assert "وسُجل أقل من 5 التزامات، أُنجز منها أقل من 5 التزامات." in words[AR]
    assert "ont tenu moins de 5 séances de dialogue" in words[FR]
    assert "Sur moins de 5 engagements enregistrés, moins de 5 sont réalisés." in words[FR]
