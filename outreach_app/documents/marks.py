"""A figure with a mark for the direction of its change."""

from dataclasses import dataclass

from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.shapes import fill_polygon
from outreach_app.documents.styles import MILLIMETRE, TEAL, Style
from outreach_app.documents.tagging import Path, TaggedCanvas

MARK = 2.1 * MILLIMETRE
MARK_GAP = 0.8 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A triangle up or down before its figure."""

    figure: ShapedParagraph
    figure_left: float
    mark_left: float
    direction: int
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.figure.height

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the mark at half the line height, then the figure."""
        self._draw_mark(canvas, left + self.mark_left, top - self.height / 2)
        self.figure.draw(canvas, left + self.figure_left, top)

    def _draw_mark(self, canvas: TaggedCanvas, left: float, middle: float) -> None:
        base, tip = (
            middle - self.direction * MARK * 0.4,
            middle + self.direction * MARK * 0.4,
        )
        fill_polygon(canvas, ((left, base), (left + MARK, base), (left + MARK / 2, tip)), TEAL)


def change_mark(
    text: str, direction: int, setting: Setting, style: Style, width: float, path: Path
) -> ChangeMark | ShapedParagraph:
    """Centre a figure and its mark in that width, the mark at the start.

    An unchanged figure has no mark: it could be read as a minus before the 0.
    """
    if direction == 0:
        return setting.paragraph(text, style, width, path)
    natural = setting.natural_width(text, style)
    figure = setting.paragraph(text, style, natural, path)
    start = (width - natural - MARK - MARK_GAP) / 2
    if setting.is_right_to_left:
        return ChangeMark(figure, start, start + natural + MARK_GAP, direction)
    return ChangeMark(figure, start + MARK + MARK_GAP, start, direction)
