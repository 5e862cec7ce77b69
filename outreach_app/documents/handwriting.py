"""Room for handwriting: labels before dotted lines, places to sign."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach_app.documents.elements import Room, Row, Stack
from outreach_app.documents.flow import Element
from outreach_app.documents.notes_lines import NotesLines, dotted_line, notes_lines
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import MILLIMETRE, TEXT_WIDTH, Styles
from outreach_app.documents.tagging import Step, TaggedCanvas
from outreach_app.summaries.prose import blocks

LINE_HEIGHT = 8.4 * MILLIMETRE
BETWEEN, BEFORE_LINE = 8 * MILLIMETRE, 2.5 * MILLIMETRE
# The height of the dots, at the base line of the letters.
FOOT = 1.6 * MILLIMETRE
# Including the title; the minimum is used on a full page, where the bottom margin adds some.
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 66 * MILLIMETRE, 22 * MILLIMETRE
MIN_SIGNATURE = 14 * MILLIMETRE
SEVERAL_HEIGHT = 26 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class FillInLine:
    """Labels, each followed by a dotted line; `lines` are (left, width) from the left edge."""

    labels: tuple[tuple[float, ShapedParagraph], ...]
    lines: tuple[tuple[float, float], ...]
    above: float = 0.0
    below: float = 1.5 * MILLIMETRE
    height: float = LINE_HEIGHT

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the labels at the bottom of the line, and the dots after them."""
        for offset, label in self.labels:
            label.draw(canvas, left + offset, top - self.height + label.height)
        for offset, width in self.lines:
            dotted_line(canvas, left + offset, top - self.height + FOOT, width)


def by_hand(
    block: blocks.ByHand, setting: Setting, styles: Styles, order: int
) -> Row | FillInLine | NotesLines:
    """Lay out a block for handwriting."""
    match block:
        case blocks.Signature():
            return signature(block, setting, styles, order)
        case blocks.Signatures():
            return signatures(block, setting, styles, order)
        case blocks.FillIns():
            return fill_ins(block, setting, styles, order)
        case blocks.NotesLines():
            return notes_lines(block, setting, styles.label, order)


def signature(block: blocks.Signature, setting: Setting, styles: Styles, order: int) -> Row:
    """Lay out the signer's title above room for ink, at the end edge.

    The room shrinks before it would need another page: the part beyond the minimum is a gap, which
    is dropped at the end of a page.
    """
    path = (Step("P", order),)
    line = setting.paragraph(block.title, styles.signature, SIGNATURE_WIDTH, path)
    room = Room(max(MIN_SIGNATURE - line.height, 0.0))
    left = 0.0 if setting.is_right_to_left else TEXT_WIDTH - SIGNATURE_WIDTH
    rest = SIGNATURE_HEIGHT - MIN_SIGNATURE
    stack = Stack((line, room), is_whole=True)
    return Row(((left, stack),), above=3 * MILLIMETRE, below=rest)


def fill_ins(block: blocks.FillIns, setting: Setting, styles: Styles, order: int) -> FillInLine:
    """Divide the width among the labels; the dots of each fill its part."""
    style = replace(styles.cell, above=0.0, below=0.0)
    natural = [setting.natural_width(label, style) for label in block.labels]
    parts = len(natural)
    room = (TEXT_WIDTH - BETWEEN * (parts - 1) - sum(natural)) / parts - BEFORE_LINE
    labels, lines, used = [], [], 0.0
    for number, (label, width) in enumerate(zip(block.labels, natural, strict=True)):
        path = (Step("Div", order), Step("P", number))
        labels.append((used, width, setting.paragraph(label, style, width, path)))
        lines.append((used + width + BEFORE_LINE, room))
        used += width + BEFORE_LINE + room + BETWEEN
    if not setting.is_right_to_left:
        return FillInLine(tuple((left, label) for left, _, label in labels), tuple(lines))
    return FillInLine(
        tuple((TEXT_WIDTH - left - width, label) for left, width, label in labels),
        tuple((TEXT_WIDTH - left - width, width) for left, width in lines),
    )


def signatures(block: blocks.Signatures, setting: Setting, styles: Styles, order: int) -> Row:
    """Lay out the titles side by side above room for ink, without page breaks."""
    width = TEXT_WIDTH / len(block.titles)
    cells = []
    for number, title in enumerate(block.titles):
        path = (Step("Div", order), Step("P", number))
        line = setting.paragraph(title, styles.signature, width, path)
        left = TEXT_WIDTH - width * (number + 1) if setting.is_right_to_left else width * number
        parts: Sequence[Element] = (line, Room(SEVERAL_HEIGHT - line.height))
        cells.append((left, Stack(tuple(parts), is_whole=True)))
    return Row(tuple(cells), above=4 * MILLIMETRE)


def addressee(block: blocks.Addressee, setting: Setting, styles: Styles, order: int) -> Stack:
    """Lay out sender, « à » and addressee, centred on the page, the addressee in bold."""
    plain_style = styles.subtitle
    bold = replace(plain_style, face=styles.title.face)
    texts = (
        (blocks.plain(block.sender), plain_style),
        (block.to, plain_style),
        (blocks.plain(block.addressee), bold),
    )
    lines = tuple(
        setting.paragraph(text, style, TEXT_WIDTH, (Step("Div", order), Step("P", number)))
        for number, (text, style) in enumerate(texts)
    )
    return Stack(lines, above=8 * MILLIMETRE, below=6 * MILLIMETRE, is_whole=True)
