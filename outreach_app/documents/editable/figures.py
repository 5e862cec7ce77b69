"""Facts and figures: labels above values, large figures, a tile map, a bar of shares."""

from collections.abc import Sequence

from outreach_app.documents.editable.markup import Border, Element, element
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.tables import Cell, Frame, Row
from outreach_app.documents.editable.text import PLAIN, Look
from outreach_app.documents.styles import (
    FILLS,
    MILLIMETRE,
    RULE,
    STEPS,
    TEAL,
    TEXT_WIDTH,
    WHITE,
)
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

IN_ROW = 4
BETWEEN_RULES = Frame(
    (Border("top", 1.0, TEAL), Border("bottom", 0.6, RULE)), MILLIMETRE, 0.8 * MILLIMETRE
)
TILE_WIDTH, TILE_HEIGHT = 23.5 * MILLIMETRE, 11.6 * MILLIMETRE
SWATCH_WIDTH = 8 * MILLIMETRE
KEY_WIDTH = 60 * MILLIMETRE
# The share of the width for the names of a chart's series.
FIRST_SHARE = 0.22
BAR_HEIGHT = 6.2 * MILLIMETRE
# The words of a narrower part are above the bar.
MIN_WIDTH = 22 * MILLIMETRE
OUTLINES = tuple(
    Border(side, 0.7, TEAL) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def facts(block: blocks.Facts, page: Page) -> list[Element]:
    """Return labels above values, four in a row, between two rules."""
    in_row = min(len(block.items), IN_ROW)
    cells = [_labelled(label, plain(value), page) for label, value in block.items]
    cells += [_blank(page) for _missing in range(-len(cells) % in_row)]
    rows = [Row(cells[at : at + in_row]) for at in range(0, len(cells), in_row)]
    return page.table(rows, [TEXT_WIDTH / in_row] * in_row, BETWEEN_RULES)


def key_figures(block: blocks.KeyFigures, page: Page) -> list[Element]:
    """Return the large figures above their labels, between two rules."""
    cells = [
        Cell((page.paragraph(plain(value), "key_figure"), page.paragraph(label, "label")))
        for label, value in block.items
    ]
    return page.table([Row(cells)], [TEXT_WIDTH / len(cells)] * len(cells), BETWEEN_RULES)


def tile_map(block: blocks.TileMap, page: Page) -> list[Element]:
    """Return areas by geography, west on the left in every language, above the key."""
    at = {(tile.row, tile.column): tile for tile in block.tiles}
    columns = 1 + max(column for _row, column in at)
    rows = [
        Row([_tile(at.get((row, column)), page) for column in range(columns)], height=TILE_HEIGHT)
        for row in range(1 + max(row for row, _column in at))
    ]
    tiles = page.table(rows, [TILE_WIDTH] * columns, Frame(), mirrors=False)
    key = [
        Row((_swatch(step, page), Cell((page.paragraph(words, "note"),))))
        for step, words in block.key
    ]
    widths = (SWATCH_WIDTH, KEY_WIDTH)
    return [
        *tiles,
        page.paragraph(block.key_title, "label"),
        *page.table(key, widths, Frame(across=MILLIMETRE, down=0.3 * MILLIMETRE)),
        page.paragraph(block.note, "note"),
    ]


def share_bar(block: blocks.ShareBar, page: Page) -> list[Element]:
    """Return parts of a whole as shaded cells; the words of narrow ones are above them."""
    shown = [share for share in block.shares if share.amount]
    whole = sum(share.amount for share in shown)
    widths = [TEXT_WIDTH * share.amount / whole for share in shown]
    cells, above = [], []
    for share, width in zip(shown, widths, strict=True):
        fill, ink = FILLS[share.fill]
        words, look = f"{share.name} {plain(share.value)}", Look(colour=ink)
        if width < MIN_WIDTH:
            above.append(words)
            words, look = "", PLAIN
        line = page.paragraph(words, "bar", element("jc", val="center"), look=look)
        cells.append(Cell((line,), fill=fill, alignment="center"))
    key = [page.paragraph(" · ".join(above), "bar")] if above else []
    return [*key, *page.table([Row(cells, height=BAR_HEIGHT)], widths, Frame(OUTLINES))]


def column_chart(block: blocks.ColumnChart, page: Page) -> list[Element]:
    """Return the two counts of each month as a table under the chart's title."""
    names = [plain(column.name) for column in block.columns]
    rows = [["", *names]]
    for place, name in enumerate(block.series):
        rows.append([name, *(plain(column.values[place]) for column in block.columns)])
    cells = [
        Row([Cell((page.paragraph(words, "label"),)) for words in row], is_heading=number == 0)
        for number, row in enumerate(rows)
    ]
    first = TEXT_WIDTH * FIRST_SHARE
    widths = [first, *[(TEXT_WIDTH - first) / len(names)] * len(names)]
    return [page.paragraph(block.title, "bar"), *page.table(cells, widths, BETWEEN_RULES)]


def _labelled(label: str, value: str, page: Page) -> Cell:
    return Cell((page.paragraph(label, "label"), page.paragraph(value, "cell")))


def _blank(page: Page) -> Cell:
    return Cell((page.paragraph("", "cell"),))


def _tile(tile: blocks.Tile | None, page: Page) -> Cell:
    if tile is None:
        return _blank(page)
    is_dark = tile.step == len(STEPS) - 1
    look = Look(colour=WHITE) if is_dark else PLAIN
    lines = [
        page.paragraph(plain(words), style, look=look)
        for words, style in ((tile.name, "tile_name"), (tile.value, "tile_value"))
    ]
    fill = None if tile.step is None else STEPS[tile.step]
    return Cell(lines, fill=fill, borders=_outline(is_dotted=tile.step is None), alignment="center")


def _swatch(step: int | None, page: Page) -> Cell:
    fill = None if step is None else STEPS[step]
    return Cell((page.paragraph("", "note"),), fill=fill, borders=_outline(is_dotted=step is None))


def _outline(*, is_dotted: bool) -> Sequence[Border]:
    return [Border(side, 0.7, TEAL, is_dotted) for side in ("top", "left", "bottom", "right")]
