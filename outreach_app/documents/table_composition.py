"""Sets the tables: column widths by layout, mirrored in Arabic, quotations with their note."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from outreach_app.documents.elements import Row, Stack
from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import BODY_ROOM, MILLIMETRE, MUTED, TEXT_WIDTH, Styles
from outreach_app.documents.styles import styles as styles_of
from outreach_app.documents.table import RuledTable
from outreach_app.documents.tagging import Path, Step
from outreach_app.i18n import Language
from outreach_app.summaries import blocks
from outreach_app.summaries.blocks import plain

CELL_PADDING = 1.5 * MILLIMETRE
ROW_PADDING = 0.7 * MILLIMETRE
SCOPE = (("A", "<</O /Table /Scope /Column>>"),)
LANGUAGE_TAGS = {Language.ARABIC: "(ar-MA)", Language.FRENCH: "(fr-MA)"}


@dataclass(frozen=True, slots=True)
class Column:
    """A share of the text width in percent; `holds_dates` centres it, in the figures' face."""

    share: float
    holds_dates: bool = False


COLUMNS = {
    ("points", Language.ARABIC): (Column(31), Column(35), Column(34)),
    ("points", Language.FRENCH): (Column(30), Column(36), Column(34)),
    ("commitments", Language.ARABIC): (Column(5), Column(54), Column(27), Column(14, True)),
    ("commitments", Language.FRENCH): (Column(5), Column(50), Column(31), Column(14, True)),
}


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the text of a column stands: points from the left edge, and how wide it is."""

    left: float
    width: float
    holds_dates: bool


def table(block: blocks.Table, setting: Setting, styles: Styles, order: int) -> RuledTable:
    """The table of a block that has rows; its columns go from the start edge to the end edge."""
    builder = _Builder(
        setting, styles, _slots(COLUMNS[block.layout, setting.language], setting), order
    )
    headings = builder.headings(block.headings)
    rows = [builder.row(cells, number) for number, cells in enumerate(block.rows, start=1)]
    if block.more:
        rows.append(builder.more(plain(block.more), len(rows) + 1))
    return RuledTable(
        headings=headings,
        repeated=_as_artifact(headings),
        rows=tuple(rows),
        width=TEXT_WIDTH,
        page_room=BODY_ROOM,
        above=MILLIMETRE,
        below=1.5 * MILLIMETRE,
    )


def _slots(columns: Sequence[Column], setting: Setting) -> tuple[_Slot, ...]:
    slots, used = [], 0.0
    for number, column in enumerate(columns):
        width = TEXT_WIDTH * column.share / 100
        before = CELL_PADDING if number else 0.0
        after = CELL_PADDING if number < len(columns) - 1 else 0.0
        left = TEXT_WIDTH - used - width + after if setting.is_right_to_left else used + before
        slots.append(_Slot(left, width - before - after, column.holds_dates))
        used += width
    return tuple(slots)


@dataclass(frozen=True, slots=True)
class _Builder:
    setting: Setting
    styles: Styles
    slots: tuple[_Slot, ...]
    order: int

    def headings(self, labels: Sequence[str]) -> Row:
        cells = []
        for number, (label, slot) in enumerate(zip(labels, self.slots, strict=True)):
            style = self.styles.label
            if slot.holds_dates:
                style = replace(style, alignment=Alignment.CENTRE)
            path = self._path(0, Step("TH", number, SCOPE))
            heading = self.setting.paragraph(label, style, slot.width, path)
            cells.append((slot.left, Stack((heading,))))
        return Row(tuple(cells), padding=ROW_PADDING)

    def row(self, cells: Sequence[blocks.Cell], number: int) -> Row:
        placed = []
        for column, (cell, slot) in enumerate(zip(cells, self.slots, strict=True)):
            path = self._path(number, Step("TD", column))
            placed.append((slot.left, Stack(tuple(self._cell(cell, slot, path)))))
        return Row(tuple(placed), padding=ROW_PADDING)

    def more(self, text: str, number: int) -> Row:
        """The muted row that says how many rows were cut; it spans the table."""
        spans = (("A", f"<</O /Table /ColSpan {len(self.slots)}>>"),)
        path = self._path(number, Step("TD", 0, spans))
        style = replace(self.styles.cell, colour=MUTED)
        line = self.setting.paragraph(text, style, TEXT_WIDTH, path)
        return Row(((0.0, Stack((line,))),), padding=ROW_PADDING)

    def _cell(self, cell: blocks.Cell, slot: _Slot, path: Path) -> Iterator[ShapedParagraph]:
        if isinstance(cell, blocks.Quotation):
            yield from self._quotation(cell, slot.width, path)
        else:
            style = self.styles.figures if slot.holds_dates else self.styles.cell
            yield self.setting.paragraph(plain(cell), style, slot.width, path)

    def _quotation(
        self, quotation: blocks.Quotation, width: float, path: Path
    ) -> Iterator[ShapedParagraph]:
        language = quotation.language
        text = in_guillemets(quotation.text, language)
        own = (*path[:-1], _spoken_in(path[-1], language))
        yield self.setting.quoted(text, language, styles_of(language).cell, width, own)
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


def in_guillemets(text: str, language: Language) -> str:
    """The words between the guillemets of their own language."""
    words = text.strip()
    return f"«{words}»" if language is Language.ARABIC else f"«\u00a0{words}\u00a0»"


def _spoken_in(step: Step, language: Language) -> Step:
    """The same step, telling a screen reader the language of its words."""
    return replace(step, attributes=(("Lang", LANGUAGE_TAGS[language]),))


def _as_artifact(row: Row) -> Row:
    cells = []
    for left, stack in row.cells:
        parts = [part for part in stack.parts if isinstance(part, ShapedParagraph)]
        cells.append((left, Stack(tuple(part.as_artifact() for part in parts))))
    return replace(row, cells=tuple(cells))
