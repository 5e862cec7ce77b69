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


class Glyph(NamedTuple):
    """One glyph: the text it stands for, its offset in 1/1000 em and rise in points."""

    number: int
    text: str
    offset: float
    rise: float


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs of one style without a space between them, or one space; `left` in points."""

    style: Fragment
    left: float
    glyphs: tuple[Glyph, ...]
    is_space: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order; `width` is what they take, unjustified, in points."""

    words: tuple[Word, ...]
    width: float


class MissingGlyph(ValueError):
    """Characters that the face does not hold."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters
