"""The point of a note that a commitment or a referral answers."""

from collections.abc import Sequence

from outreach_app.notes.proposals import PointProposal
from outreach_app.notes.roles import Part
from outreach_app.notes.text import Span
from outreach_app.notes.topics import rank_topics
from outreach_app.rules.folding import fold_words, index_words

_MIN_WORD = 4  # letters of a word that two texts must share
_SAME_TOPIC = 1  # counts as much as a shared word


def answered_point(text: str, part: Part, points: Sequence[PointProposal]) -> int | None:
    """Return the index of the point that a part answers: of its table row, else by shared words.

    None if it answers no point.
    """
    if part.piece.row is not None:
        return next((i for i, point in enumerate(points) if point.row == part.piece.row), None)
    mine, topics = _forms(text, part.span), rank_topics(text[part.span.start : part.span.end])
    first = topics[0][0] if topics else None
    best, most = None, 0
    for place, point in enumerate(points):
        is_same = first is not None and first in point.topics[:1]
        shared = len(mine & _forms(text, point.span)) + _SAME_TOPIC * is_same
        if shared > most:
            best, most = place, shared
    return best


def _forms(text: str, span: Span) -> set[str]:
    words = fold_words(text[span.start : span.end]).split()
    return {form for word in words if len(word) >= _MIN_WORD for form in index_words(word)}
