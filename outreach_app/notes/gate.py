"""The decision whether the roles of a note's lines can be trusted; if not, nothing is pre-ticked.

In prose, correcting guessed roles costs more keystrokes than it saves; `benchmarks/notes.py`
measures how often the gate opens and how well roles are read.
"""

from collections.abc import Iterator, Sequence

from outreach_app.notes.cues import cue, opening
from outreach_app.notes.layout import Layout, Piece
from outreach_app.notes.roles import Part, Role, is_silent, kind_of
from outreach_app.notes.text import Span
from outreach_app.rules.kinds import PointKind

_RECOGNISED_AT_LEAST = 3 / 4  # of the body's lines, or of its sentences
_MAX_POLITE = 60  # characters of a greeting or a title
_MIN_PIECES = 2  # one sentence has no structure
_HEAD_WORDS = 20  # characters around a date or a count


def is_structured(folded: str, layout: Layout, body: Sequence[Piece], parts: list[Part]) -> bool:
    """Return whether a note has headings or a table, or nearly all of its lines are recognised.

    A line is recognised by who speaks in it, or by a commitment or a referral. Counting only what
    was found would prove nothing: in prose most is not found.
    """
    if layout.has_headings or layout.has_table:
        return True
    known = [part.span for part in parts if _has_known_role(folded, part)]
    count = sum(any(piece.span.meets(span) for span in known) for piece in body)
    return len(body) >= _MIN_PIECES and count >= _RECOGNISED_AT_LEAST * len(body)


def body_of(folded: str, layout: Layout, head: list[Span]) -> list[Piece]:
    """Return the pieces of a note without its head and greetings, as pasting would take them."""
    return [piece for piece in layout.pieces if _is_of_body(folded, piece, head)]


def with_every_line(folded: str, body: Sequence[Piece], parts: list[Part]) -> Iterator[Part]:
    """Yield what was found, and every other meaningful line as a point."""
    yield from parts
    for piece in body:
        words = folded[piece.span.start : piece.span.end]
        is_found = any(piece.span.meets(part.span) for part in parts)
        if not is_found and not is_silent(piece, words):
            kind = kind_of(words, piece)
            yield Part(Role.POINT, piece.span, piece, is_cued=False, code=kind)


def _is_of_body(folded: str, piece: Piece, head: list[Span]) -> bool:
    length = piece.span.end - piece.span.start
    of_head = sum(span.end - span.start for span in head if piece.span.meets(span))
    words = folded[piece.span.start : piece.span.end]
    is_polite = length < _MAX_POLITE and opening("boilerplate").match(words) is not None
    return not (piece.label or is_polite) and of_head <= max(0, length // 2 - _HEAD_WORDS)


def _has_known_role(folded: str, part: Part) -> bool:
    """Return whether the part's role is recognised; a concern without a speaker is not."""
    if part.role is not Role.POINT:
        return True
    if part.code != PointKind.CONCERN and part.is_cued:
        return True
    return cue("voice").search(folded, part.span.start, part.span.end) is not None
