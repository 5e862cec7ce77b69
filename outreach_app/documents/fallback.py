"""The choice of a face for each word if its own lacks a letter."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from outreach_app.documents.faces import FALLBACKS, Face, load
from outreach_app.documents.glyphs import Fragment
from outreach_app.documents.words import HIDDEN, SPACES

WORDS = re.compile(r"\s+|\S+")
NEEDS_NO_GLYPH = frozenset(map(ord, HIDDEN | SPACES))


def in_faces_that_hold(fragment: Fragment) -> Iterator[Fragment]:
    """Split a fragment where the face changes, at words, so that letters stay joined.

    A character that no face contains keeps its face, and is drawn as an empty box.
    """
    if _holds(fragment.face, fragment.text):
        yield fragment
        return
    chosen = (
        (face, part)
        for word in WORDS.findall(fragment.text)
        for face, part in _in_one_face(word, fragment.face)
    )
    for face, parts in groupby(chosen, key=lambda pair: pair[0]):
        yield replace(fragment, face=face, text="".join(text for _, text in parts))


def _in_one_face(word: str, own: Face) -> Iterator[tuple[Face, str]]:
    """Yield a word in the first face that has all of it, else each character in its first."""
    face = next((face for face in (own, *FALLBACKS) if _holds(face, word)), None)
    if face is not None or len(word) == 1:
        yield face or own, word
        return
    for character in word:
        yield from _in_one_face(character, own)


def _holds(face: Face, text: str) -> bool:
    return load(face).characters.issuperset(set(map(ord, text)) - NEEDS_NO_GLYPH)
