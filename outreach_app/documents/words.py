"""Conversion of a line's glyph runs into words, spaces and marks in reading order."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from outreach_app.documents.cells import Placed, cells
from outreach_app.documents.faces import Face, load
from outreach_app.documents.glyphs import Cell, Fragment, Word

# Layout controls without ink: they are not written, so they need no glyph.
HIDDEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
UNSEEN = dict.fromkeys(map(ord, HIDDEN))
SPACES = frozenset(" \u00a0")
# Characters at the end of a line that are not shown.
TRAILING = " \u2028"
# A right-to-left mark, after a word that ends with a vowel sign: without it, MuPDF puts the
# vowel before the word and PDFium puts it after the comma.
CLOSING = Cell("\u200f", 0, ())
# « 1er », « 3e »: not inside a reference such as 23-4e.
ORDINAL = re.compile(r"(?<![\w./-])(\d+)(er|re|e)(?!\w)")
# More words than in a long document; the cache is cleared when it is full.
MAX_KNOWN = 20_000


class Run(NamedTuple):
    """Glyphs of one direction in reading order, by the index of their character.

    `place` returns x and y of a glyph by its number in the run, in points, y downwards.
    """

    indexes: Sequence[int]
    glyphs: Sequence[int]
    place: Callable[[int], tuple[float, float]]
    is_right_to_left: bool

    def followed_by(self, other: "Run") -> "Run":
        """Return both runs as one."""
        count = len(self.indexes)

        def place(number: int) -> tuple[float, float]:
            return self.place(number) if number < count else other.place(number - count)

        indexes, glyphs = [*self.indexes, *other.indexes], [*self.glyphs, *other.glyphs]
        return Run(indexes, glyphs, place, self.is_right_to_left)


class _Piece(NamedTuple):
    """The glyphs of one word, by their numbers in the run."""

    run: Run
    numbers: list[int]

    @property
    def first(self) -> int:
        """The index of its first character."""
        return self.run.indexes[self.numbers[0]]


class _Known(NamedTuple):
    """A cached word: its cells, and its first pen position relative to its leftmost glyph."""

    start: float
    cells: tuple[Cell, ...]
    advance: int


_KNOWN: dict[tuple[object, ...], _Known] = {}


class StyledText:
    """The characters of a paragraph with their styles, and the words they belong to."""

    def __init__(self, fragments: Sequence[Fragment]) -> None:
        self.text = "".join(fragment.text for fragment in fragments)
        self._styles = [fragment for fragment in fragments for _ in fragment.text]
        self._has_raised = any(fragment.rise for fragment in fragments)
        self._has_hidden = not HIDDEN.isdisjoint(self.text)
        self._cuts = {
            right_to_left: _word_numbers(fragments, right_to_left=right_to_left)
            for right_to_left in (False, True)
        }

    def words(self, runs: Sequence[Run], start: int, end: int, baseline: float) -> list[Word]:
        """Return the words of the line from `start` to `end`, without trailing spaces.

        `baseline` is its distance from the line's top, in points.
        """
        end = start + len(self.text[start:end].rstrip(TRAILING))
        pieces = [piece for run in self._whole(runs) for piece in self._pieces(run, end)]
        pieces.sort(key=lambda piece: piece.first)
        indexes = {piece.run.indexes[number] for piece in pieces for number in piece.numbers}
        starts = [*sorted(indexes), end]
        return _apart([self._word(piece, starts, baseline) for piece in pieces])

    def _whole(self, runs: Sequence[Run]) -> Sequence[Run]:
        """Join raised letters, which are a run of their own, to their word."""
        if not self._has_raised:
            return runs
        whole: list[Run] = []
        for run in sorted(runs, key=lambda run: min(run.indexes, default=0)):
            if whole and run.indexes and self._styles[run.indexes[0]].rise > 0:
                whole[-1] = whole[-1].followed_by(run)
            else:
                whole.append(run)
        return whole

    def _pieces(self, run: Run, end: int) -> Iterator[_Piece]:
        """Divide a run into words, without hidden characters."""
        indexes, text, cuts = run.indexes, self.text, self._cuts[run.is_right_to_left]
        shown = (number for number, index in enumerate(indexes) if index < end)
        if self._has_hidden:
            shown = (number for number in shown if text[indexes[number]] not in HIDDEN)
        for _, numbers in groupby(shown, lambda number: cuts[indexes[number]]):
            yield _Piece(run, list(numbers))

    def _word(self, piece: _Piece, starts: Sequence[int], baseline: float) -> Word:
        run, numbers = piece
        first, last = run.indexes[numbers[0]], run.indexes[numbers[-1]]
        style, right_to_left = self._styles[first], run.is_right_to_left
        left, _ = run.place(numbers[-1] if right_to_left else numbers[0])
        if self.text[first] in SPACES:
            return space(style, left, right_to_left=right_to_left)
        text = self.text[first : starts[bisect_right(starts, last)]]
        glyphs = tuple(run.glyphs[number] for number in numbers)
        key = (text, glyphs, style.face, style.size, self._styles[last].size, right_to_left)
        known = _KNOWN.get(key)
        if known is None:
            if len(_KNOWN) >= MAX_KNOWN:
                _KNOWN.clear()
            known = _KNOWN[key] = self._laid_out(piece, starts, baseline)
        scale = style.size / 1000
        return Word(style, left + known.start * scale, known.cells, right_to_left, known.advance)

    def _laid_out(self, piece: _Piece, starts: Sequence[int], baseline: float) -> _Known:
        run, numbers = piece
        across = numbers[::-1] if run.is_right_to_left else numbers
        style = self._styles[piece.first]
        scale, (left, _) = 1000 / style.size, run.place(across[0])
        placed, texts = [], dict[int, str]()
        for number in across:
            index = run.indexes[number]
            x, y = run.place(number)
            own = self._styles[index]
            raised = baseline - y + own.rise - style.rise
            offset = round((x - left) * scale), round(raised * scale)
            placed.append(Placed(index, run.glyphs[number], *offset, round(own.size * scale)))
            stop = starts[bisect_right(starts, index)]
            texts[index] = self.text[index:stop].translate(UNSEEN)
        start, cut = cells(placed, texts, style.face, right_to_left=run.is_right_to_left)
        if run.is_right_to_left and unicodedata.combining(cut[0].text):
            cut = (CLOSING, *cut)
        return _Known(start, cut, sum(cell.advance for cell in cut))


def space(style: Fragment, left: float, *, right_to_left: bool) -> Word:
    """Return a space: some readers need explicit spaces to find words."""
    return Word(style, left, (_space(style.face),), right_to_left, load(style.face).space)


def _word_numbers(fragments: Sequence[Fragment], *, right_to_left: bool) -> list[int]:
    """Return the word number of each character: spaces are separate, styles divide words.

    In a right-to-left run marks are separate too: readers preserve the order of words, but inside
    a word they misplace a colon. Raised letters belong to the word before: « 1er » is one.
    """
    numbers, number = list[int](), 0
    is_joined = False
    for fragment in fragments:
        is_joined = is_joined and fragment.rise > 0
        for character in fragment.text:
            is_alone = character in SPACES or (right_to_left and _is_mark(character))
            number += is_alone or not is_joined
            is_joined = not is_alone
            numbers.append(number)
    return numbers


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


@cache
def _space(face: Face) -> Cell:
    return Cell(" ", load(face).space, ())


def _apart(words: list[Word]) -> list[Word]:
    """Shorten the last advance of each word to the start of the next one to the right.

    Letters such as a final kaf extend over the space after them, which PDFium then omits.
    """
    across = sorted(range(len(words)), key=lambda place: words[place].left)
    for place, after in pairwise(across):
        word = words[place]
        limit = round((words[after].left - word.left) * 1000 / word.style.size)
        last = word.cells[-1].advance
        if 0 < limit - word.advance + last < last:
            words[place] = word.within(limit)
    return words
