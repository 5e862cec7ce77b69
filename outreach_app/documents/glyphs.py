"""The data of laid-out text: fragments are the input, lines of positioned words the output."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from outreach_app.documents.faces import Face

# Red, green, blue, each from 0 to 1.
Colour = tuple[float, float, float]


class Alignment(Enum):
    """The alignment of lines; START is the right in Arabic, the left in French."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text in one face, size (points) and colour; `rise` is its vertical shift, in points."""

    text: str
    face: Face
    size: float
    colour: Colour
    rise: float = 0.0


class Part(NamedTuple):
    """A glyph of the font file; `x` and `y` from the pen and `size` are in 1/1000 em.

    Glyph 0 is the empty box, for a character that no face contains.
    """

    glyph: int
    x: int
    y: int
    size: int = 1000


class Cell(NamedTuple):
    """A character in the file: its advance in 1/1000 em, and its glyphs.

    A ligature has a cell for each letter, of which the leftmost has the glyphs.
    """

    text: str
    advance: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """The cells of one word, space or mark, from left to right.

    `left` is in points, `advance` is the sum of its cells in 1/1000 em.
    """

    style: Fragment
    left: float
    cells: tuple[Cell, ...]
    is_right_to_left: bool
    advance: int

    @property
    def is_space(self) -> bool:
        return self.cells[0].text == " "

    @property
    def width(self) -> float:
        """The advance in points."""
        return self.advance * self.style.size / 1000

    def moved(self, distance: float) -> "Word":
        """Return the word moved to the right by `distance` points."""
        return Word(
            self.style, self.left + distance, self.cells, self.is_right_to_left, self.advance
        )

    def within(self, advance: int) -> "Word":
        """Return the word with its last cell shortened to this total advance."""
        *others, last = self.cells
        kept = last._replace(advance=last.advance - self.advance + advance)
        return Word(self.style, self.left, (*others, kept), self.is_right_to_left, advance)


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order, the last one a space; `width` in points, unjustified."""

    words: tuple[Word, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(
            cell.text
            for word in self.words
            for cell in (reversed(word.cells) if word.is_right_to_left else word.cells)
        )
