"""Rows under headings: tables, and remarks next to the reactions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach_app.documents.editable.markup import Border, Element, element
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.tables import Cell, Frame, Row
from outreach_app.documents.editable.text import Look
from outreach_app.documents.layouts import COLUMNS, FORM_ROW, FORMS, WIDE, Column, is_long
from outreach_app.documents.styles import HAIRLINE, INK, MILLIMETRE, MUTED, RULE, TEAL, TEXT_WIDTH
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

RULED = (Border("top", 1.0, TEAL), Border("bottom", 0.6, INK), Border("insideH", 0.35, HAIRLINE))
UNDER_HEADINGS, OVER_TOTAL = Border("bottom", 0.6, RULE), Border("top", 0.6, INK)
BETWEEN_COLUMNS = Border("insideV", 0.35, HAIRLINE)
MARKS = {1: "▲\u00a0", -1: "▼\u00a0", 0: ""}
SAID_SHARE = 0.4
MAX_BLOCKS = 10


def ruled_table(block: blocks.Table, page: Page) -> list[Element]:
    """Return the table of a block; every page repeats its headings."""
    columns = COLUMNS[block.layout, page.language]
    setter = _Setter(page, columns)
    rows = [setter.headings(block.headings)] if block.headings else []
    for cells in block.rows:
        rows += setter.rows(cells)
    if block.more:
        muted = page.paragraph(plain(block.more), "cell", look=Look(colour=MUTED))
        rows.append(Row((Cell((muted,), span=len(columns)),)))
    if block.total:
        rows.append(setter.total(block.total))
    across, down = (0.6, 1.2) if block.layout in WIDE else (1.5, 0.7)
    frame = Frame(RULED, across * MILLIMETRE, down * MILLIMETRE)
    if block.layout in FORMS:
        frame = Frame((*RULED, BETWEEN_COLUMNS), across * MILLIMETRE, down * MILLIMETRE)
        rows = [row if row.is_heading else replace(row, height=FORM_ROW) for row in rows]
    return page.table(rows, [TEXT_WIDTH * each.share / 100 for each in columns], frame)


def remarks(block: blocks.Remarks, page: Page) -> list[Element]:
    """Return remarks in two columns, the reactions above the status."""
    rows = [_remark_headings(block, page), *(_remark(row, page) for row in block.rows)]
    widths = (TEXT_WIDTH * SAID_SHARE, TEXT_WIDTH * (1 - SAID_SHARE))
    lines = (Border("bottom", 0.5, HAIRLINE), Border("insideH", 0.5, HAIRLINE))
    return page.table(rows, widths, Frame(lines, 1.5 * MILLIMETRE, MILLIMETRE))


def _remark_headings(block: blocks.Remarks, page: Page) -> Row:
    under = Border("bottom", 0.8, TEAL)
    cells = [Cell((page.paragraph(each, "total"),), borders=(under,)) for each in block.headings]
    return Row(cells, is_heading=True)


def _remark(remark: blocks.Remark, page: Page) -> Row:
    words = _elements_of(remark.said, page) if remark.said else []
    said = [page.paragraph(plain(remark.topic), "label"), *words]
    done = [part for answer in remark.done for part in _elements_of(answer, page)]
    state = page.paragraph(plain(remark.state), "bar", look=Look(is_bold=True))
    return Row((Cell(said), Cell((*done, state))))


def _elements_of(said: blocks.Said, page: Page) -> list[Element]:
    if isinstance(said, blocks.Quotation):
        return page.quoted(said, "cell")
    return [page.paragraph(plain(said), "cell")]


@dataclass(frozen=True, slots=True)
class _Setter:
    """Builds the rows of a table with these columns."""

    page: Page
    columns: Sequence[Column]

    def headings(self, labels: Sequence[str]) -> Row:
        cells = []
        for label, column in zip(labels, self.columns, strict=True):
            centred = element("jc", val="center") if column.holds_figures else None
            words = self.page.paragraph(label, "label", element("keepNext"), centred)
            cells.append(Cell((words,), borders=(UNDER_HEADINGS,), alignment="bottom"))
        return Row(cells, is_heading=True)

    def rows(self, cells: Sequence[blocks.Cell]) -> list[Row]:
        """Return a row, and a second one for its first long quotation, if it has one."""
        long = [(place, cell) for place, cell in enumerate(cells) if is_long(cell)]
        if not long:
            return [Row([self.cell(*pair) for pair in zip(cells, self.columns, strict=True)])]
        at, quotation = long[0]
        others = [() if place == at else cell for place, cell in enumerate(cells)]
        whole = self.page.quoted(quotation, "cell", is_wide=True)
        return [*self.rows(others), Row((Cell(whole, span=len(self.columns)),))]

    def total(self, cells: Sequence[blocks.Cell]) -> Row:
        made = [
            Cell(self.parts(cell, self.style(column, is_bold=True)), borders=(OVER_TOTAL,))
            for cell, column in zip(cells, self.columns, strict=True)
        ]
        return Row(made)

    def cell(self, cell: blocks.Cell, column: Column) -> Cell:
        return Cell(self.parts(cell, self.style(column, is_bold=column.is_bold)))

    def style(self, column: Column, *, is_bold: bool) -> str:
        if column.holds_figures:
            return "bold_figures" if is_bold else "figures"
        return "total" if is_bold else "cell"

    def parts(self, cell: blocks.Cell, style: str) -> list[Element]:
        match cell:
            case blocks.Quotation():
                return self.page.quoted(cell, "cell")
            case blocks.CountChange():
                return [self.page.paragraph(MARKS[cell.direction] + plain(cell.text), style)]
            case blocks.Bars():
                # The number of block characters that fit in a column.
                length = round(MAX_BLOCKS * cell.now / max(cell.most, 1))
                return [self.page.paragraph("█" * length, "label", look=Look(colour=TEAL))]
            case blocks.Lines():
                lines = [self.page.paragraph(plain(line), style) for line in cell.lines]
                note = [self.page.paragraph(cell.note, "note")] if cell.note else []
                return [*lines, *note]
            case _:
                return [self.page.paragraph(plain(cell), style)]
