"""Remarks next to the reactions: two columns, with a sign and a word for the status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from outreach_app.documents.elements import Row, Stack, Wide
from outreach_app.documents.flow import Element
from outreach_app.documents.layouts import is_long
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.status_marks import status_mark
from outreach_app.documents.styles import (
    BODY_ROOM,
    HAIRLINE,
    MILLIMETRE,
    TEAL,
    TEXT_WIDTH,
    Styles,
    styles,
)
from outreach_app.documents.table import Frame, RuledTable
from outreach_app.documents.table_composition import (
    ROW_SCOPE,
    SCOPE,
    spoken_in,
)
from outreach_app.documents.tagging import Path, Step
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import Design, plain
from outreach_app.summaries.prose.quoting import in_guillemets

GUTTER = 9 * MILLIMETRE
# The remark takes two fifths of the width.
SAID = (TEXT_WIDTH - GUTTER) * 0.4
DONE = TEXT_WIDTH - GUTTER - SAID
PADDING, HEADING_PADDING = 1.6 * MILLIMETRE, 0.8 * MILLIMETRE
FRAME = Frame(top=None, headings=(0.8, TEAL), rows=(0.5, HAIRLINE), bottom=(0.5, HAIRLINE))


def remarks(
    block: blocks.Remarks, setting: Setting, design: Design, order: int, gaps: float = 1.0
) -> RuledTable:
    """Lay out the rows of a block, at least one; no page breaks within a row.

    `gaps` scales the space above and below the words of a row.
    """
    builder = _Builder(setting, design, order, PADDING * gaps)
    headings = builder.headings(block.headings)
    return RuledTable(
        headings=headings,
        repeated=builder.repeated(block.headings),
        rows=tuple(builder.row(row, number) for number, row in enumerate(block.rows, start=1)),
        width=TEXT_WIDTH,
        page_room=BODY_ROOM,
        above=2 * MILLIMETRE,
        below=2.4 * MILLIMETRE,
        frame=FRAME,
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    setting: Setting
    design: Design
    order: int
    padding: float

    def headings(self, labels: Sequence[str]) -> Row:
        """Return the row of the two headings."""
        said, done = self._heading_lines(labels)
        return self._placed((said,), (done,), HEADING_PADDING)

    def repeated(self, labels: Sequence[str]) -> Row:
        """Return the headings for later pages, as artifacts."""
        said, done = (line.as_artifact() for line in self._heading_lines(labels))
        return self._placed((said,), (done,), HEADING_PADDING)

    def row(self, remark: blocks.Remark, number: int) -> Row:
        """Lay out the remark under its topic, and the reactions above the status.

        A long remark takes the full width below both.
        """
        said, done = (self._cell_path(number, place) for place in (0, 1))
        label = self._styles.label
        topic = self.setting.paragraph(plain(remark.topic), label, SAID, (*said, Step("P", 0)))
        word = self._styles.bar
        last = (*done, Step("P", 2 * len(remark.done)))
        state = status_mark(remark.mark, plain(remark.state), self.setting, word, DONE, last)
        answers = (
            part
            for place, cell in enumerate(remark.done)
            for part in self._texts(cell, DONE, done, 2 * place)
        )
        if not is_long(remark.said):
            words = self._texts(remark.said, SAID, said, 1) if remark.said else ()
            return self._placed((topic, *words), (*answers, state), self.padding)
        row = self._placed((topic,), (*answers, state), self.padding)
        wide = self._texts(remark.said, TEXT_WIDTH, said, 1)
        return replace(row, wide=Wide(1, Stack(tuple(wide))))

    def _texts(
        self, cell: blocks.Said, width: float, path: Path, first: int
    ) -> Iterator[ShapedParagraph]:
        """Lay out a text, or a quotation with its note."""
        own, style = Step("P", first), self._styles.cell
        if isinstance(cell, blocks.Quotation):
            language = cell.language
            words = in_guillemets(cell.text, language) + cell.mark
            theirs = styles(language, self.design).cell
            spoken = (*path, spoken_in(own, language))
            is_wide = width == TEXT_WIDTH
            yield self.setting.quoted(words, language, theirs, width, spoken, is_wide=is_wide)
            if cell.note:
                note = (*path, Step("P", first + 1))
                yield self.setting.paragraph(cell.note, self._styles.note, width, note)
        else:
            yield self.setting.paragraph(plain(cell), style, width, (*path, own))

    def _heading_lines(self, labels: Sequence[str]) -> Iterator[ShapedParagraph]:
        style = replace(self._styles.heading, above=0.0, below=0.0)
        for place, (label, width) in enumerate(zip(labels, (SAID, DONE), strict=True)):
            cell = Step("TH", place, SCOPE)
            path = (Step("Table", self.order), Step("TR", 0), cell, Step("P", 0))
            yield self.setting.paragraph(label, style, width, path)

    def _placed(self, said: tuple[Element, ...], done: tuple[Element, ...], padding: float) -> Row:
        right_to_left = self.setting.is_right_to_left
        said_left, done_left = (DONE + GUTTER, 0.0) if right_to_left else (0.0, SAID + GUTTER)
        return Row(((said_left, Stack(said)), (done_left, Stack(done))), padding=padding)

    def _cell_path(self, row: int, place: int) -> Path:
        cell = Step("TD", place) if place else Step("TH", 0, ROW_SCOPE)
        return (Step("Table", self.order), Step("TR", row), cell)

    @property
    def _styles(self) -> Styles:
        return styles(self.setting.language, self.design)
