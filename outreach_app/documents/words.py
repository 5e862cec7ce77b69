"""Turn the glyph runs of a line into words, spaces and marks in reading order."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter

from outreach_app.documents.cells import Placed, cells, within
from outreach_app.documents.faces import load
from outreach_app.documents.glyphs import Cell, Fragment, Word

# Controls that steer the layout and have no ink: they are not written, so they need no glyph.
HIDDEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
UNSEEN = dict.fromkeys(map(ord, HIDDEN))
SPACES = frozenset(" \u00a0")
# What a line ends with and does not show.
TRAILING = " \u2028"

# A right-to-left mark, after a word that ends with a vowel: without a letter's direction there,
# MuPDF puts the vowel before the word and PDFium puts it after the comma.
CLOSING = Cell("\u200f", 0, ())

# String index, glyph id, x and y in points, y downwards.
Glyph = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one direction, in reading order."""

    glyphs: tuple[Glyph, ...]
    is_right_to_left: bool


@dataclass(frozen=True, slots=True)
class StyledText:
    """The characters of a paragraph, each with its style."""

    text: str
    styles: tuple[Fragment, ...]

    def words(self, runs: Sequence[Run], start: int, end: int, baseline: float) -> list[Word]:
        """Return the words of the line from `start` to `end`, without the spaces at its end.

        `baseline` is how far below the line's top it is, in points.
        """
        end = start + len(self.text[start:end].rstrip(TRAILING))
        shown = [(self._shown(run, end), run.is_right_to_left) for run in runs]
        shown = sorted((run for run in shown if run[0]), key=lambda run: min(run[0])[0])
        starts = sorted({glyph[0] for glyphs, _ in shown for glyph in glyphs})
        texts = {
            index: self.text[index:stop].translate(UNSEEN)
            for index, stop in pairwise([*starts, end])
        }
        words = [
            self._word(list(group), texts, baseline, right_to_left=right_to_left)
            for glyphs, right_to_left in shown
            for _, group in groupby(glyphs, self._alone if right_to_left else self._spaced)
        ]
        return _apart(words)

    def _shown(self, run: Run, end: int) -> list[Glyph]:
        """Return the glyphs that are to be written."""
        text = self.text
        return [glyph for glyph in run.glyphs if glyph[0] < end and text[glyph[0]] not in HIDDEN]

    def _spaced(self, glyph: Glyph) -> tuple[int, int]:
        """Tell words apart: at each space and where the style changes."""
        index = glyph[0]
        return id(self.styles[index]), index if self.text[index] in SPACES else -1

    def _alone(self, glyph: Glyph) -> tuple[int, int]:
        """Tell words and marks apart: readers misplace a colon inside a right-to-left word."""
        index = glyph[0]
        return id(self.styles[index]), index if _stands_alone(self.text[index]) else -1

    def _word(
        self, glyphs: list[Glyph], texts: dict[int, str], baseline: float, *, right_to_left: bool
    ) -> Word:
        style = self.styles[glyphs[0][0]]
        if self.text[glyphs[0][0]] in SPACES:
            return space(style, glyphs[0][2], right_to_left=right_to_left)
        across = glyphs[::-1] if right_to_left else glyphs
        left, scale = across[0][2], 1000 / style.size
        numbers = {index: number for number, index in enumerate(dict.fromkeys(map(_first, across)))}
        placed = tuple(
            Placed(numbers[index], glyph, round((x - left) * scale), round((baseline - y) * scale))
            for index, glyph, x, y in across
        )
        start, cut = cells(
            placed,
            tuple(texts[index] for index in numbers),
            style.face,
            right_to_left=right_to_left,
        )
        if right_to_left and unicodedata.combining(cut[0].text):
            cut = (CLOSING, *cut)
        return Word(style, left + start / scale, cut, right_to_left)


def space(style: Fragment, left: float, *, right_to_left: bool) -> Word:
    """Return a space, which every reader finds between two words if it is told in so many words."""
    return Word(style, left, (Cell(" ", load(style.face).space, ()),), right_to_left)


_first = itemgetter(0)


@cache
def _stands_alone(character: str) -> bool:
    return character in SPACES or unicodedata.category(character)[0] in "PS"


def _apart(words: list[Word]) -> list[Word]:
    """Cut the last advance of each word where the next one to the right begins."""
    limits = {
        id(word): round((after.left - word.left) * 1000 / word.style.size)
        for word, after in pairwise(sorted(words, key=lambda word: word.left))
    }
    return [
        replace(word, cells=within(word.cells, limits[id(word)])) if id(word) in limits else word
        for word in words
    ]
