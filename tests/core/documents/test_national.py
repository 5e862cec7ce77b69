"""The pages of a national summary: their words, their structure, their drawings."""

from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.documents.composition import compose
from outreach_app.documents.elements import Stack, Tied
from outreach_app.documents.marks import ChangeMark
from outreach_app.documents.paragraph import ShapedParagraph
from outreach_app.documents.render import render
from outreach_app.documents.shares import ShareBar
from outreach_app.documents.styles import TEXT_WIDTH
from outreach_app.documents.table import Announced, RuledTable
from outreach_app.documents.tiles import TILE_WIDTH, TileMap
from outreach_app.i18n import Language
from outreach_app.summaries.national.prose import realise_national, running_title
from outreach_app.summaries.prose.blocks import Design, Realised, Table
from outreach_app.summaries.prose.blocks import ShareBar as Shares
from outreach_app.summaries.prose.blocks import TileMap as Tiles
from tests.core.documents.reading import found_in_order, pages_of, run, words_in
from tests.core.documents.samples import ISSUE
from tests.core.summaries import nations

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def national(language: Language, *, publishable: bool = False) -> Realised:
    return realise_national(nations.plan(publishable=publishable), language, nations.ISSUED_ON)


def rendered(language: Language) -> bytes:
    return render(national(language), ISSUE, running_title(nations.plan(), language)).pdf


@pytest.mark.parametrize("language", list(Language))
def test_other_programs_read_the_words_in_order(language: Language) -> None:
    assert found_in_order(words_in(national(language)), rendered(language)) >= 0.9


@pytest.mark.parametrize("language", list(Language))
def test_the_file_is_sound_and_the_same_each_time(language: Language, tmp_path: Path) -> None:
    pdf = rendered(language)
    assert pdf == rendered(language)
    checked = run("qpdf", pdf, tmp_path, "--check")
    assert checked.returncode == 0, checked.stdout


def test_the_regions_begin_by_the_second_page_and_go_on_under_their_headings() -> None:
    for language, heading in ((Language.ARABIC, "الجهة"), (FRENCH, "Région")):
        pages = pages_of(rendered(language))
        assert any("44 41 93 % 236 3 114" in page for page in pages[:2])
        last = next(page for page in pages if "454 414 91 % 2 365 30 863" in page)
        assert heading in last.partition("454 414 91 % 2 365 30 863")[0]


def test_later_pages_name_the_document_and_its_period() -> None:
    page = pages_of(rendered(FRENCH))[1]
    assert "Synthèse nationale · octobre 2026" in page
    assert "Direction générale de la Sûreté nationale" in page
    assert "Direction de la sécurité publique" not in page


def parts(language: Language, kind: type[TileMap] | type[ShareBar]) -> list[TileMap | ShareBar]:
    """Return the elements of a class, at any depth of a stack."""
    found: list[TileMap | ShareBar] = []
    for element in compose(national(language)):
        stacked = element.parts if isinstance(element, Stack) else (element,)
        for part in stacked:
            inner = part.parts if isinstance(part, Stack) else (part,)
            found += [each for each in inner if isinstance(each, kind)]
    return found


def test_the_map_is_not_mirrored_but_stands_at_the_start_edge() -> None:
    for language in Language:
        (tiles,) = parts(language, TileMap)
        assert isinstance(tiles, TileMap)
        lefts = [tile.left for tile in tiles.tiles[:12]]
        oriental, rabat, dakhla = lefts[1], lefts[3], lefts[11]
        assert dakhla < rabat < oriental
        edge = oriental + TILE_WIDTH if language is ARABIC else dakhla
        assert edge == pytest.approx(TEXT_WIDTH if language is ARABIC else 0.0)


def test_the_bar_starts_at_the_start_edge_and_is_as_long_as_its_parts() -> None:
    for language in Language:
        (bar,) = parts(language, ShareBar)
        assert isinstance(bar, ShareBar)
        assert sum(part.width for part in bar.parts) == pytest.approx(TEXT_WIDTH)
        kept = bar.parts[0]
        start = kept.left + kept.width if language is ARABIC else kept.left
        assert start == pytest.approx(TEXT_WIDTH if language is ARABIC else 0.0)
        assert [part.key is None for part in bar.parts] == [True, False, False, False]


def test_a_part_of_nothing_is_not_drawn() -> None:
    document = national(FRENCH)
    bar = next(block for block in document.blocks if isinstance(block, Shares))
    empty = replace(bar.shares[1], amount=0)
    bare = replace(document, blocks=(replace(bar, shares=(bar.shares[0], empty)),))
    (drawn,) = compose(bare)
    assert isinstance(drawn, ShareBar)
    assert len(drawn.parts) == 1


def test_a_count_that_did_not_move_has_no_mark_to_read_as_a_minus() -> None:
    row = nations.plan().channels[1]
    assert row.change == 0
    shown = marks(national(FRENCH), "channels")
    assert [mark.direction for mark in shown] == [1, 1]


def marks(document: Realised, layout: str) -> list[ChangeMark]:
    block = next(
        block for block in document.blocks if isinstance(block, Table) and block.layout == layout
    )
    (table,) = compose(replace(document, blocks=(block,)))
    assert isinstance(table, RuledTable)
    cells = (stack for row in table.rows for _left, stack in row.cells)
    return [part for stack in cells for part in stack.parts if isinstance(part, ChangeMark)]


def test_a_tile_without_a_figure_is_in_the_key() -> None:
    dashed = {ARABIC: "لا معطيات", FRENCH: "sans donnée"}
    one_region = nations.plan({"REGION_02": nations.REGIONS["REGION_02"]})
    for language, words in dashed.items():
        document = realise_national(one_region, language, nations.ISSUED_ON)
        (tiles,) = (block for block in document.blocks if isinstance(block, Tiles))
        assert tiles.key[-1] == (None, words)
        assert words not in words_in(national(language))


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for element in compose(national(FRENCH)):
        lead = element.lead if isinstance(element, Announced) else element
        assert not (isinstance(lead, ShapedParagraph) and lead is element and _is_heading(lead))


def _is_heading(paragraph: ShapedParagraph) -> bool:
    return paragraph.path is not None and paragraph.path[0].tag == "H2"


def test_the_notes_of_the_regions_are_part_of_their_table() -> None:
    table = next(
        element.table for element in compose(national(FRENCH)) if isinstance(element, Announced)
    )
    assert len(table.notes) == 1


def test_the_signature_is_tied_to_what_stands_before_it() -> None:
    everybody = realise_national(nations.plan(late=()), FRENCH, nations.ISSUED_ON)
    for document in (everybody, national(FRENCH)):
        assert isinstance(compose(document)[-1], Tied)


def test_labels_over_several_lines_stand_on_one_bottom_line() -> None:
    tables = [
        element.table for element in compose(national(FRENCH)) if isinstance(element, Announced)
    ]
    headings = tables[0].headings
    assert headings is not None
    assert len({round(stack.height, 3) for _left, stack in headings.cells}) == 1


def test_a_hidden_count_stands_on_one_line() -> None:
    for language in Language:
        document = realise_national(nations.few_published(), language, nations.ISSUED_ON)
        rows = [
            row
            for element in compose(document)
            if isinstance(element, Announced)
            for row in element.table.rows
        ]
        figures = [part for row in rows for _left, stack in row.cells[1:] for part in stack.parts]
        assert len(figures) > 50
        assert all(len(part.lines) == 1 for part in figures if isinstance(part, ShapedParagraph))


def test_the_design_sets_the_size_of_type() -> None:
    document = national(ARABIC)
    larger = compose(replace(document, design=Design.NATIONAL))
    smaller = compose(replace(document, design=Design.SESSION))
    assert sum(part.height for part in larger) > sum(part.height for part in smaller)
