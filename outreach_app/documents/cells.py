"""Division of shaped words into cells: one code, one character, one advance, as readers expect.

docs/decisions/0019-one-cell-a-character.md has the reasons and the alternatives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from outreach_app.documents.faces import Face, load
from outreach_app.documents.glyphs import Cell, Part


class Placed(NamedTuple):
    """A glyph of a word: its cluster, position and size, in 1/1000 em."""

    cluster: int
    glyph: int
    x: int
    y: int
    size: int = 1000


@dataclass(slots=True)
class _Share:
    """The part of one character: its pen position (None for a mark), advance and glyphs."""

    text: str
    pen: float | None
    advance: float
    glyphs: tuple[Placed, ...]


def cells(
    glyphs: Sequence[Placed], texts: Mapping[int, str], face: Face, *, right_to_left: bool
) -> tuple[int, tuple[Cell, ...]]:
    """Return the first pen position of a word, and its cells from left to right.

    `glyphs` are from left to right too; `texts` has the characters of each cluster, in reading
    order.
    """
    shares = [
        share
        for cluster, same in groupby(glyphs, attrgetter("cluster"))
        for share in _shares(tuple(same), texts[cluster], face, right_to_left=right_to_left)
    ]
    pens = _pens(shares)
    return pens[0], tuple(
        Cell(
            share.text,
            after - pen,
            tuple(Part(glyph.glyph, glyph.x - pen, glyph.y, glyph.size) for glyph in share.glyphs),
        )
        for share, (pen, after) in zip(shares, pairwise(pens), strict=True)
    )


def _shares(
    cluster: tuple[Placed, ...], text: str, face: Face, *, right_to_left: bool
) -> Iterator[_Share]:
    """Give each character its own glyph if a cluster has as many, else an equal share."""
    advances = load(face).advances
    characters = text[::-1] if right_to_left else text
    if len(cluster) == len(characters):
        for glyph, character in zip(cluster, characters, strict=True):
            is_mark = advances[glyph.glyph] == 0
            pen = None if is_mark else glyph.x
            yield _Share(character, pen, advances[glyph.glyph] * glyph.size / 1000, (glyph,))
        return
    bases = [glyph for glyph in cluster if advances[glyph.glyph] > 0] or cluster
    left = min(glyph.x for glyph in bases)
    right = max(glyph.x + advances[glyph.glyph] * glyph.size / 1000 for glyph in cluster)
    step = (right - left) / len(characters)
    for number, character in enumerate(characters):
        yield _Share(character, left + step * number, step, () if number else cluster)


def _pens(shares: Sequence[_Share]) -> list[int]:
    """Return each pen position, and the end of the last advance, never decreasing.

    A mark has the position of the next character, so that it takes no space.
    """
    ends = (share.pen + share.advance for share in shares if share.pen is not None)
    following = end = max(ends, default=0.0)
    pens = [round(end)]
    for share in reversed(shares):
        following = following if share.pen is None else share.pen
        pens.append(round(following))
    rising: list[int] = []
    for pen in reversed(pens):
        rising.append(max(pen, rising[-1]) if rising else pen)
    return rising
