"""The official letterhead: the office's lines at the start, place, date and number at the end."""

from outreach_app.documents.editable.markup import Border, Element, borders, element, twips
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.tables import Cell, Frame, Row
from outreach_app.documents.styles import MILLIMETRE, RULE, TEXT_WIDTH
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

LINES_WIDTH = 72 * MILLIMETRE
EMBLEM_WIDTH, EMBLEM_HEIGHT = 30 * MILLIMETRE, 18 * MILLIMETRE
RULE_WIDTH = 14 * MILLIMETRE


def letterhead(block: blocks.Letterhead, page: Page, emblem: Element | None) -> list[Element]:
    """Return the letterhead; `emblem` is the image of the office, centred on the page."""
    lines = Cell(_lines(block, page))
    at_end = [
        page.paragraph(plain(text), "letterhead", element("jc", val="end"))
        for text in (block.place_and_date, block.number)
    ]
    if emblem is None:
        widths = (LINES_WIDTH, TEXT_WIDTH - LINES_WIDTH)
        return page.table([Row((lines, Cell(at_end)))], widths, Frame())
    # Automatic height for the image; the style sets a fixed height for text.
    spacing = element("spacing", line=240, lineRule="auto")
    image = page.of_runs(
        [element("r", element("drawing", emblem))], "cell", spacing, element("jc", val="center")
    )
    side = (TEXT_WIDTH - EMBLEM_WIDTH) / 2
    cells = (lines, Cell((image,)), Cell(at_end))
    return page.table([Row(cells)], (side, EMBLEM_WIDTH, side), Frame())


def _lines(block: blocks.Letterhead, page: Page) -> list[Element]:
    """Return the lines with a short rule under the first, the unit's in bold."""
    styles = ["letterhead"] * (len(block.lines) - 1) + ["letterhead_unit"]
    made = [
        page.paragraph(line, style, element("jc", val="center"))
        for line, style in zip(block.lines, styles, strict=True)
    ]
    indent = twips((LINES_WIDTH - RULE_WIDTH) / 2)
    rule = page.of_runs(
        (),
        "letterhead",
        borders("pBdr", (Border("top", 0.5, RULE),)),
        element("spacing", before=60, after=0, line=60, lineRule="exact"),
        element("ind", start=indent, end=indent),
        element("jc", val="center"),
    )
    return [*made[:1], rule, *made[1:]]
