"""Filled and outlined shapes: drawings without meaning of their own, so always artifacts."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.documents.glyphs import Colour
from outreach_app.documents.tagging import Path, TaggedCanvas

Point = tuple[float, float]
DASHES = "[2 1.5] 0 d"
# Of hatched and dotted areas, in points.
PITCH, STROKE = 4.0, 1.1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner, in points from the page's lower left corner."""

    left: float
    top: float
    width: float
    height: float

    def inside(self, thickness: float) -> "Box":
        """Return the centre line of an outline of that thickness inside the box."""
        half = thickness / 2
        return Box(
            self.left + half, self.top - half, self.width - thickness, self.height - thickness
        )


def fill(canvas: TaggedCanvas, box: Box, colour: Colour, path: Path | None = None) -> None:
    """Fill a rectangle, as an artifact unless it is part of an element."""
    canvas.write(f"{_rgb(colour)} rg {_rectangle(box)} f", path)


def hatch(canvas: TaggedCanvas, box: Box, colour: Colour, *, is_back: bool = False) -> None:
    """Hatch a rectangle with lines that rise to the right, or to the left."""
    steps = range(1, int((box.width + box.height) / PITCH) + 1)
    lines = (_slanted(box, step * PITCH, is_back=is_back) for step in steps)
    clip = f"{_rectangle(box)} W n"
    canvas.write(f"{clip} {_rgb(colour)} RG {STROKE:g} w {' '.join(lines)} S", None)


def dots(canvas: TaggedCanvas, box: Box, colour: Colour) -> None:
    """Draw small squares across a rectangle."""
    marks = [
        _rectangle(Box(box.left + x * PITCH, box.top - y * PITCH, STROKE, STROKE))
        for x in range(1, int(box.width / PITCH) + 1)
        for y in range(1, int(box.height / PITCH) + 1)
    ]
    if marks:
        canvas.write(f"{_rgb(colour)} rg {' '.join(marks)} f", None)


def outline(
    canvas: TaggedCanvas, box: Box, thickness: float, colour: Colour, *, is_dashed: bool = False
) -> None:
    """Draw the edge of a rectangle, inside it."""
    dashes = f"{DASHES} " if is_dashed else ""
    edge = _rectangle(box.inside(thickness))
    canvas.write(f"{dashes}{_rgb(colour)} RG {thickness:g} w {edge} S", None)


def fill_polygon(canvas: TaggedCanvas, corners: Sequence[Point], colour: Colour) -> None:
    """Fill a polygon, its corners in order."""
    (left, bottom), *others = corners
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    canvas.write(f"{_rgb(colour)} rg {left:.2f} {bottom:.2f} m {lines} h f", None)


def _slanted(box: Box, distance: float, *, is_back: bool) -> str:
    """Return a line from the top to the bottom of a box, at that distance along its edge."""
    bottom = box.top - box.height
    if is_back:
        left = box.left + distance - box.height
        return f"{left:.2f} {box.top:.2f} m {left + box.height:.2f} {bottom:.2f} l"
    left = box.left + distance
    return f"{left - box.height:.2f} {bottom:.2f} m {left:.2f} {box.top:.2f} l"


def _rectangle(box: Box) -> str:
    return f"{box.left:.2f} {box.top - box.height:.2f} {box.width:.2f} {box.height:.2f} re"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
