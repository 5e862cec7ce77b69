"""Tables of a Word document, mirrored on a page from right to left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach_app.documents.editable.markup import Border, Element, borders, element, shading, twips
from outreach_app.documents.glyphs import Colour


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs, at least one, across `span` columns; `borders` add to the table's."""

    paragraphs: Sequence[Element]
    span: int = 1
    fill: Colour | None = None
    borders: Sequence[Border] = ()
    alignment: str = "top"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the start edge on; each page repeats a row with `is_heading`.

    `height` is the minimum in points, None for the height of its text.
    """

    cells: Sequence[Cell]
    is_heading: bool = False
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The borders of a table, and the padding of its cells across and down, in points."""

    borders: Sequence[Border] = ()
    across: float = 0.0
    down: float = 0.0


def table(
    rows: Iterable[Row], widths: Sequence[float], frame: Frame, *, right_to_left: bool
) -> Element:
    """Return a table with these column widths in points; rows are not split over pages."""
    sides = (("top", frame.down), ("left", frame.across), ("bottom", frame.down))
    margins = [_margin(side, points) for side, points in (*sides, ("right", frame.across))]
    properties = element(
        "tblPr",
        element("bidiVisual") if right_to_left else None,
        element("tblW", type="dxa", w=twips(sum(widths))),
        borders("tblBorders", frame.borders),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(row: Row, widths: Sequence[float]) -> Element:
    made = element(
        "tr",
        element(
            "trPr",
            element("cantSplit"),
            None if row.height is None else element("trHeight", val=twips(row.height)),
            element("tblHeader") if row.is_heading else None,
        ),
    )
    used = 0
    for cell in row.cells:
        made.append(_cell(cell, sum(widths[used : used + cell.span])))
        used += cell.span
    return made


def _cell(cell: Cell, width: float) -> Element:
    properties = element(
        "tcPr",
        element("tcW", type="dxa", w=twips(width)),
        element("gridSpan", val=cell.span) if cell.span > 1 else None,
        borders("tcBorders", cell.borders),
        shading(cell.fill) if cell.fill else None,
        element("vAlign", val=cell.alignment),
    )
    return element("tc", properties, *cell.paragraphs)


def _margin(side: str, points: float) -> Element:
    return element(side, type="dxa", w=twips(points))
