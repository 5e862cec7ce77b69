"""Conversion of text into runs by direction, so that Word and LibreOffice order them alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.oxml.ns import qn

from outreach_app.documents.editable.markup import Element, element, hexadecimal
from outreach_app.documents.glyphs import Colour
from outreach_app.documents.words import ORDINAL

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, END = "\u2066", "\u2067", "\u2068", "\u2069"
OPENING = frozenset((LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG))
# Marks and embeddings, by right-to-left.
MARKS = {False: "\u200e", True: "\u200f"}
EMBEDDINGS, END_OF_EMBEDDING = {False: "\u202a", True: "\u202b"}, "\u202c"
ARABIC_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
BREAK = re.compile("[\n\u2028]")
# Control characters that XML forbids.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Look:
    """The differences of a run from its paragraph's style."""

    is_bold: bool = False
    colour: Colour | None = None
    is_raised: bool = False


PLAIN = Look()


def runs(text: str, *, right_to_left: bool, look: Look = PLAIN) -> list[Element]:
    """Return the runs of a text in a paragraph of that direction.

    Word does not support isolates: an isolate becomes a run of its own direction between two marks,
    or an embedding if it contains another. The marks have the direction around it: without them,
    text between two isolates would take their direction.
    """
    made = []
    parts = _directed(FORBIDDEN.sub("", text), right_to_left)
    for is_rtl, group in groupby(parts, key=lambda part: part[1]):
        part = "".join(words for words, _is_rtl in group)
        if is_rtl:
            made.append(_run(part, look, is_rtl=True))
        else:
            made += [
                _run(piece, shown, is_rtl=False) for piece, shown in _raise_ordinals(part, look)
            ]
    return made


def _directed(text: str, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text with their directions."""
    start = at = 0
    while at < len(text):
        if text[at] not in OPENING:
            at += 1
            continue
        if text[start:at]:
            yield text[start:at], is_rtl
        end = _end_of(text, at)
        yield from _isolated(text[at], text[at + 1 : end], is_rtl)
        start = at = end + 1
    if text[start:]:
        yield text[start:].replace(END, ""), is_rtl


def _isolated(opening: str, inner: str, around: bool) -> Iterator[tuple[str, bool]]:
    is_rtl = opening == RIGHT_TO_LEFT
    if opening == FIRST_STRONG:
        first = next((letter for letter in inner if letter.isalpha()), "")
        is_rtl = bool(ARABIC_LETTER.match(first))
    if is_rtl is around:
        yield from _directed(inner, is_rtl)
        return
    yield MARKS[around], around
    if OPENING.isdisjoint(inner):
        yield MARKS[is_rtl] + inner + MARKS[is_rtl], is_rtl
    else:
        yield EMBEDDINGS[is_rtl], is_rtl
        yield from _directed(inner, is_rtl)
        yield END_OF_EMBEDDING, is_rtl
    yield MARKS[around], around


def _end_of(text: str, opening: int) -> int:
    """Return the end of the isolate that opens there; the end of the text if unclosed."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] in OPENING) - (text[at] == END)
        if depth == 0:
            return at
    return len(text)


def _raise_ordinals(text: str, look: Look) -> Iterator[tuple[str, Look]]:
    """Yield the pieces of a text, with the letters of French ordinals raised."""
    end = 0
    for found in ORDINAL.finditer(text):
        yield text[end : found.start(2)], look
        yield found[2], Look(look.is_bold, look.colour, is_raised=True)
        end = found.end()
    if text[end:]:
        yield text[end:], look


def _run(text: str, look: Look, *, is_rtl: bool) -> Element:
    properties = (
        element("b") if look.is_bold else None,
        element("bCs") if look.is_bold else None,
        element("color", val=hexadecimal(look.colour)) if look.colour else None,
        element("vertAlign", val="superscript") if look.is_raised else None,
        element("rtl") if is_rtl else None,
    )
    made = element("r")
    if any(each is not None for each in properties):
        made.append(element("rPr", *properties))
    for number, line in enumerate(BREAK.split(text)):
        if number:
            made.append(element("br"))
        words = element("t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        made.append(words)
    return made
