"""Filled and outlined shapes: drawings that say nothing by themselves, so always artifacts."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.documents.glyphs import Colour
from outreach_app.documents.tagging import TaggedCanvas

Point = tuple[float, float]
DASHES = "[2 1.5] 0 d"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner, in points from the page's lower left corner."""

    left: float
    top: float
    width: float
    height: float

    def inside(self, thickness: float) -> "Box":
        """Return the middle line of an outline of that thickness drawn within the box."""
        half = thickness / 2
        return Box(
            self.left + half, self.top - half, self.width - thickness, self.height - thickness
        )


def fill(canvas: TaggedCanvas, box: Box, colour: Colour) -> None:
    """Fill a rectangle."""
    canvas.write(f"{_rgb(colour)} rg {_rectangle(box)} f", None)


def outline(
    canvas: TaggedCanvas, box: Box, thickness: float, colour: Colour, *, is_dashed: bool = False
) -> None:
    """Draw the edge of a rectangle, within it."""
    dashes = f"{DASHES} " if is_dashed else ""
    edge = _rectangle(box.inside(thickness))
    canvas.write(f"{dashes}{_rgb(colour)} RG {thickness:g} w {edge} S", None)


def fill_polygon(canvas: TaggedCanvas, corners: Sequence[Point], colour: Colour) -> None:
    """Fill a polygon, its corners in order."""
    (left, bottom), *others = corners
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    canvas.write(f"{_rgb(colour)} rg {left:.2f} {bottom:.2f} m {lines} h f", None)


def _rectangle(box: Box) -> str:
    return f"{box.left:.2f} {box.top - box.height:.2f} {box.width:.2f} {box.height:.2f} re"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
