"""Layout of tables: column widths, mirrored in Arabic, quotations with their notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from outreach_app.documents.bars import bars
from outreach_app.documents.elements import Room, Row, Stack, Wide
from outreach_app.documents.flow import Element
from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.layouts import COLUMNS, FORM_ROW, FORMS, WIDE, Column, is_long
from outreach_app.documents.marks import change_mark
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import BODY_ROOM, MILLIMETRE, MUTED, TEXT_WIDTH, Style, Styles
from outreach_app.documents.styles import styles as styles_of
from outreach_app.documents.table import RuledTable
from outreach_app.documents.tagging import Path, Step
from outreach_app.i18n import Language
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.quoting import in_guillemets

CELL_PADDING = 1.5 * MILLIMETRE
ROW_PADDING = 0.7 * MILLIMETRE
SCOPE = (("A", "<</O /Table /Scope /Column>>"),)
ROW_SCOPE = (("A", "<</O /Table /Scope /Row>>"),)
LANGUAGE_TAGS = {Language.ARABIC: "(ar-MA)", Language.FRENCH: "(fr-MA)"}


WIDE_CELL_PADDING, WIDE_ROW_PADDING = 0.6 * MILLIMETRE, 1.2 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class _Slot:
    """The text area of a column: points from the left edge, and its width."""

    left: float
    width: float
    column: Column


def table(block: blocks.Table, setting: Setting, styles: Styles, order: int) -> RuledTable:
    """Lay out the table of a block that has rows; columns are from start edge to end edge."""
    across = WIDE_CELL_PADDING if block.layout in WIDE else CELL_PADDING
    columns = COLUMNS[block.layout, setting.language]
    slots = _slots(columns, setting, across)
    builder = _Builder(setting, styles, slots, order, _row_padding(block.layout, styles))
    headings = builder.headings(block.headings) if block.headings else None
    rows = [builder.opened(cells, number) for number, cells in enumerate(block.rows, start=1)]
    if block.more:
        rows.append(builder.more(plain(block.more), len(rows) + 1))
    total = builder.row(block.total, len(rows) + 1, is_total=True) if block.total else None
    return RuledTable(
        headings=headings,
        repeated=_as_artifact(headings) if headings else None,
        rows=tuple(rows),
        width=TEXT_WIDTH,
        page_room=BODY_ROOM,
        total=total,
        above=MILLIMETRE,
        below=1.5 * MILLIMETRE,
        dividers=_dividers(columns, setting) if block.layout in FORMS else (),
    )


def _row_padding(layout: str, styles: Styles) -> float:
    """Return the space above and below the text of a row; forms have rows of fixed height."""
    if layout in FORMS:
        return (FORM_ROW - styles.cell.leading) / 2
    return WIDE_ROW_PADDING if layout in WIDE else ROW_PADDING


def _dividers(columns: Sequence[Column], setting: Setting) -> tuple[float, ...]:
    """Return the distances of lines between columns from the left edge, none after the first."""
    ends = accumulate(TEXT_WIDTH * column.share / 100 for column in columns)
    inner = list(ends)[1:-1]
    return tuple(TEXT_WIDTH - each if setting.is_right_to_left else each for each in inner)


def _slots(columns: Sequence[Column], setting: Setting, padding: float) -> tuple[_Slot, ...]:
    slots, used = [], 0.0
    for number, column in enumerate(columns):
        width = TEXT_WIDTH * column.share / 100
        before = padding if number else 0.0
        after = padding if number < len(columns) - 1 else 0.0
        left = TEXT_WIDTH - used - width + after if setting.is_right_to_left else used + before
        slots.append(_Slot(left, width - before - after, column))
        used += width
    return tuple(slots)


@dataclass(frozen=True, slots=True)
class _Builder:
    setting: Setting
    styles: Styles
    slots: tuple[_Slot, ...]
    order: int
    padding: float

    def headings(self, labels: Sequence[str]) -> Row:
        """Lay out the labels with aligned bottom lines."""
        cells = []
        for number, (label, slot) in enumerate(zip(labels, self.slots, strict=True)):
            style = self.styles.label
            if slot.column.holds_figures:
                style = replace(style, alignment=Alignment.CENTRE)
            path = self._path(0, Step("TH", number, SCOPE))
            cells.append((slot.left, self.setting.paragraph(label, style, slot.width, path)))
        height = max(heading.height for _left, heading in cells)
        lowered = tuple(
            (left, Stack((Room(height - heading.height), heading))) for left, heading in cells
        )
        return Row(lowered, padding=ROW_PADDING)

    def opened(self, cells: Sequence[blocks.Cell], number: int) -> Row:
        """Lay out a row; its first long quotation, if any, is below the other cells."""
        long = next((place for place, cell in enumerate(cells) if is_long(cell)), None)
        row = self.row(cells, number, without=long)
        if long is None:
            return row
        whole = _Slot(0.0, TEXT_WIDTH, self.slots[long].column)
        path = self._path(number, Step("TD", long))
        parts = self._cell(cells[long], whole, self.styles.cell, path)
        return replace(row, wide=Wide(long, Stack(tuple(parts))))

    def row(
        self,
        cells: Sequence[blocks.Cell],
        number: int,
        *,
        is_total: bool = False,
        without: int | None = None,
    ) -> Row:
        """Lay out the cells side by side, except the one at index `without`."""
        placed = []
        for place, (cell, slot) in enumerate(zip(cells, self.slots, strict=True)):
            if place == without:
                continue
            path = self._path(number, Step("TD", place) if place else Step("TH", 0, ROW_SCOPE))
            style = self._style(slot.column, is_bold=is_total or slot.column.is_bold)
            placed.append((slot.left, Stack(tuple(self._cell(cell, slot, style, path)))))
        return Row(tuple(placed), padding=self.padding)

    def more(self, text: str, number: int) -> Row:
        """Lay out the muted row with the number of rows left out, across the table."""
        spans = (("A", f"<</O /Table /ColSpan {len(self.slots)}>>"),)
        path = self._path(number, Step("TD", 0, spans))
        style = replace(self.styles.cell, colour=MUTED)
        line = self.setting.paragraph(text, style, TEXT_WIDTH, path)
        return Row(((0.0, Stack((line,))),), padding=ROW_PADDING)

    def _style(self, column: Column, *, is_bold: bool) -> Style:
        if column.holds_figures:
            return self.styles.bold_figures if is_bold else self.styles.figures
        return self.styles.total if is_bold else self.styles.cell

    def _cell(self, cell: blocks.Cell, slot: _Slot, style: Style, path: Path) -> Iterator[Element]:
        match cell:
            case blocks.Quotation():
                yield from self._quotation(cell, slot.width, path)
            case blocks.CountChange():
                said = plain(cell.text)
                yield change_mark(said, cell.direction, self.setting, style, slot.width, path)
            case blocks.Bars():
                height = self.styles.cell.leading
                yield bars(cell, self.setting, slot.width, height, path)
            case blocks.Lines():
                yield from self._lines(cell, slot.width, style, path)
            case _:
                yield self.setting.paragraph(plain(cell), style, slot.width, path)

    def _lines(
        self, cell: blocks.Lines, width: float, style: Style, path: Path
    ) -> Iterator[ShapedParagraph]:
        for number, line in enumerate(cell.lines):
            step = (*path[:-1], Step("P", number))
            yield self.setting.paragraph(plain(line), style, width, step)
        if cell.note:
            step = (*path[:-1], Step("P", len(cell.lines)))
            yield self.setting.paragraph(cell.note, self.styles.note, width, step)

    def _quotation(
        self, quotation: blocks.Quotation, width: float, path: Path
    ) -> Iterator[ShapedParagraph]:
        language = quotation.language
        text = in_guillemets(quotation.text, language) + quotation.mark
        own = (*path[:-1], spoken_in(path[-1], language))
        style, is_wide = styles_of(language).cell, is_long(quotation)
        yield self.setting.quoted(text, language, style, width, own, is_wide=is_wide)
        if quotation.note:
            note = (*path[:-1], Step("P", 1))
            yield self.setting.paragraph(quotation.note, self.styles.note, width, note)

    def _path(self, row: int, cell: Step) -> Path:
        return (
            Step("Table", self.order),
            Step("TR", row),
            cell,
            Step("P", 0),
        )


def spoken_in(step: Step, language: Language) -> Step:
    """Return the step with its language, for screen readers."""
    return replace(step, attributes=(("Lang", LANGUAGE_TAGS[language]),))


def _as_artifact(row: Row) -> Row:
    cells = []
    for left, stack in row.cells:
        parts = (
            part.as_artifact() if isinstance(part, ShapedParagraph) else part
            for part in stack.parts
        )
        cells.append((left, Stack(tuple(parts))))
    return replace(row, cells=tuple(cells))
