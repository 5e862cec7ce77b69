"""The sign for the status of a remark, always next to the word for it."""

from dataclasses import dataclass
from itertools import pairwise

from outreach_app.documents.glyphs import Colour
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import MILLIMETRE, TEAL, WHITE, Style
from outreach_app.documents.tagging import Path, TaggedCanvas
from outreach_app.summaries.prose.blocks import Mark

DIAMETER = 4.2 * MILLIMETRE
GAP = 1.6 * MILLIMETRE
EDGE, THIN, THICK = 0.9, 1.0, 1.2
# The length of Bézier handles for a quarter of a circle.
HANDLE = 0.5523
Point = tuple[float, float]

# The strokes inside the ring, in radii from its centre; a dot is a stroke without length.
_STROKES: dict[Mark, tuple[tuple[Point, ...], ...]] = {
    Mark.DONE: (((-0.42, -0.02), (-0.12, -0.34), (0.44, 0.32)),),
    Mark.RUNNING: (),
    Mark.TRANSMITTED: (((-0.46, 0.0), (0.46, 0.0)), ((0.12, 0.34), (0.46, 0.0), (0.12, -0.34))),
    Mark.LATE: (((0.0, 0.5), (0.0, 0.0), (0.36, -0.16)),),
    Mark.REFUSED: (((-0.42, 0.0), (0.42, 0.0)),),
    Mark.WAITING: tuple(((place, 0.0), (place, 0.0)) for place in (-0.42, 0.0, 0.42)),
}


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A sign and its word on one line; `direction` is 1 for left-to-right, else -1."""

    mark: Mark
    word: ShapedParagraph
    word_left: float
    centre: float
    direction: int
    above: float = 0.6 * MILLIMETRE
    below: float = 0.0

    @property
    def height(self) -> float:
        return max(self.word.height, DIAMETER)

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the sign at half the line height, then the word."""
        pen = _Pen(canvas, left + self.centre, top - self.height / 2)
        is_done = self.mark is Mark.DONE
        pen.ring(is_filled=is_done)
        if self.mark is Mark.RUNNING:
            pen.half()
        # Only an arrow follows the direction of lines: ticks and clock hands are never mirrored.
        side = self.direction if self.mark is Mark.TRANSMITTED else 1
        for stroke in _STROKES[self.mark]:
            points = tuple((x * side, y) for x, y in stroke)
            pen.lines(points, WHITE if is_done else TEAL, THICK if is_done else THIN)
        spare = (self.height - self.word.height) / 2
        self.word.draw(canvas, left + self.word_left, top - spare)


def status_mark(
    mark: Mark, word: str, setting: Setting, style: Style, width: float, path: Path
) -> StatusMark:
    """Lay out the sign at the start edge of that width, and the word after it."""
    room = width - DIAMETER - GAP
    said = setting.paragraph(word, style, room, path)
    if setting.is_right_to_left:
        return StatusMark(mark, said, 0.0, width - DIAMETER / 2, -1)
    return StatusMark(mark, said, DIAMETER + GAP, DIAMETER / 2, 1)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws inside a circle; measures are in radii from its centre."""

    canvas: TaggedCanvas
    x: float
    y: float

    def ring(self, *, is_filled: bool) -> None:
        """Draw the circle, filled or only its edge."""
        if is_filled:
            self._write(f"{_rgb(TEAL)} rg {self._circle(1.0)} f")
        else:
            self._write(f"{_rgb(TEAL)} RG {EDGE:g} w {self._circle(0.9)} S")

    def lines(self, points: tuple[Point, ...], colour: Colour, width: float) -> None:
        """Draw strokes from point to point."""
        first, *others = (self._at(point) for point in points)
        path = " ".join(f"{point} l" for point in others)
        self._write(f"{_rgb(colour)} RG {width:g} w 1 J 1 j {first} m {path} S")

    def half(self) -> None:
        """Fill the lower half of the circle."""
        start, end = self._at((-0.9, 0.0)), self._at((0.9, 0.0))
        left, right = self._quarter((-0.9, 0.0), (0, -0.9)), self._quarter((0, -0.9), (0.9, 0.0))
        self._write(f"{_rgb(TEAL)} rg {start} m {left} {right} {end} l h f")

    def _circle(self, radius: float) -> str:
        corners = ((radius, 0.0), (0.0, radius), (-radius, 0.0), (0.0, -radius), (radius, 0.0))
        curves = (self._quarter(a, b) for a, b in pairwise(corners))
        return f"{self._at(corners[0])} m {' '.join(curves)} h"

    def _quarter(self, start: Point, end: Point) -> str:
        """Return a quarter of a circle around the centre, as PDF operators."""
        (a, b), (c, d) = start, end
        out = self._at((a + HANDLE * c, b + HANDLE * d))
        back = self._at((c + HANDLE * a, d + HANDLE * b))
        return f"{out} {back} {self._at(end)} c"

    def _at(self, point: Point) -> str:
        radius = DIAMETER / 2
        return f"{self.x + point[0] * radius:.2f} {self.y + point[1] * radius:.2f}"

    def _write(self, operators: str) -> None:
        self.canvas.write(operators, None)


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
