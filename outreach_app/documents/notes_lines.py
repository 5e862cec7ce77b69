"""Dotted lines for handwriting, on the rest of a page."""

from dataclasses import dataclass

from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import (
    BODY_BOTTOM,
    MILLIMETRE,
    PAGE_HEIGHT,
    RULE,
    TEXT_WIDTH,
    Style,
)
from outreach_app.documents.tagging import Step, TaggedCanvas
from outreach_app.summaries.prose import blocks

MIN, MAX = 4, 10
PITCH = 8.2 * MILLIMETRE
THICKNESS = 0.4
DOTS = "1 J [0 1.6] 0 d"


@dataclass(frozen=True, slots=True)
class NotesLines:
    """The last element of a document: it needs four lines and draws as many as fit."""

    label: ShapedParagraph
    above: float = 3 * MILLIMETRE
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.label.height + MIN * PITCH

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the label and the lines, down to the bottom of the page."""
        self.label.draw(canvas, left, top)
        first = top - self.label.height
        room = first - (PAGE_HEIGHT - BODY_BOTTOM)
        for number in range(1, max(MIN, min(int(room / PITCH), MAX)) + 1):
            height = first - number * PITCH
            dotted_line(canvas, left, height, TEXT_WIDTH)


def notes_lines(block: blocks.NotesLines, setting: Setting, style: Style, order: int) -> NotesLines:
    """Lay out the dotted lines of a block under their label."""
    label = setting.paragraph(block.label, style, TEXT_WIDTH, (Step("P", order),))
    return NotesLines(label)


def dotted_line(canvas: TaggedCanvas, left: float, height: float, width: float) -> None:
    """Draw a dotted line to write on, at that height of the page."""
    canvas.write(
        f"{DOTS} {_rgb()} RG {THICKNESS:g} w"
        f" {left:.2f} {height:.2f} m {left + width:.2f} {height:.2f} l S",
        None,
    )


def _rgb() -> str:
    return " ".join(f"{part:.3f}" for part in RULE)
