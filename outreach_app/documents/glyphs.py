"""What a laid-out text is made of: fragments go in, lines of positioned words come out."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from outreach_app.documents.faces import Face

# Red, green, blue, each 0 to 1.
Colour = tuple[float, float, float]


class Alignment(Enum):
    """How lines stand in their width; START is the right in Arabic, the left in French."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text in one face, size (points) and colour; `rise` lifts it, in points."""

    text: str
    face: Face
    size: float
    colour: Colour
    rise: float = 0.0


class Part(NamedTuple):
    """One glyph of the font file, `x` and `y` from the pen in 1/1000 em.

    Glyph 0 is the empty box, for a character that no face holds.
    """

    glyph: int
    x: int
    y: int


class Cell(NamedTuple):
    """One character as a file holds it: its advance in 1/1000 em, and the glyphs of its ink.

    A ligature of several letters is as many cells, of which the leftmost has the ink.
    """

    text: str
    advance: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """The cells of one word, space or mark, from left to right; `left` in points."""

    style: Fragment
    left: float
    cells: tuple[Cell, ...]
    is_right_to_left: bool

    @property
    def is_space(self) -> bool:
        return self.cells[0].text == " "

    @property
    def width(self) -> float:
        """The sum of the advances in points."""
        return sum(cell.advance for cell in self.cells) * self.style.size / 1000


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order, the last one a space; `width` in points, unjustified."""

    words: tuple[Word, ...]
    width: float
