"""Whether the roles of a note's lines can be trusted; where not, they follow as a paste does.

Guessing roles in prose costs more keys than it saves. Source: the house's notes, figures.
"""

from collections.abc import Iterator

from outreach_app.notes.cues import cue, opening
from outreach_app.notes.layout import Layout
from outreach_app.notes.roles import Part, Role
from outreach_app.notes.text import Span
from outreach_app.rules.kinds import PointKind

_CUED_AT_LEAST = 2 / 3  # of what was found
_MOST_POLITE = 60  # characters of a greeting or a title
_LEAST_PARTS = 2  # one sentence has no form
_HEAD_WORDS = 20  # characters around a day or a count
_MOST_WORDS = 24  # of a sentence of notes; prose has more


def is_structured(folded: str, layout: Layout, parts: list[Part]) -> bool:
    """Tell whether a note has headings or a table, or short sentences that say what they are.

    Short lines with one thing each do, where one of them promises or sends something on.
    """
    if layout.has_headings or layout.has_table:
        return True
    if layout.is_telegraphic and any(p.role in (Role.PROMISE, Role.REFERRAL) for p in parts):
        return True
    said = [part for part in parts if part.role is not Role.NEXT]
    cued = sum(_is_cued(folded, part) for part in said)
    sentences = sum(folded.count(sign) for sign in ".!?\n") + 1
    is_short = len(folded.split()) <= _MOST_WORDS * sentences
    return len(said) >= _LEAST_PARTS and cued >= _CUED_AT_LEAST * len(said) and is_short


def as_pasted(folded: str, layout: Layout, head: list[Span]) -> Iterator[Part]:
    """Yield every line of the body as a point, as pasting would, but for the head and greetings."""
    for piece in layout.pieces:
        length = piece.span.end - piece.span.start
        of_head = sum(span.end - span.start for span in head if piece.span.meets(span))
        words = folded[piece.span.start : piece.span.end]
        is_polite = length < _MOST_POLITE and opening("boilerplate").match(words) is not None
        if not (piece.label or is_polite) and of_head <= max(0, length // 2 - _HEAD_WORDS):
            yield Part(Role.POINT, piece.span, piece, is_cued=False, code=PointKind.CONCERN)


def _is_cued(folded: str, part: Part) -> bool:
    """Tell whether a part says who speaks or promises; that something is bad alone says nothing."""
    if part.role is not Role.POINT:
        return True
    if part.code != PointKind.CONCERN and part.is_cued:
        return True
    return cue("voice").search(folded, part.span.start, part.span.end) is not None
