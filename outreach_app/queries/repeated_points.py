"""Points that this office wrote repeatedly in the same words: candidates for frequent points."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Meeting, Point, Proposal
from outreach_app.notes.likeness import like_phrase
from outreach_app.queries.records import get_own_office
from outreach_app.rules.folding import fold_words
from outreach_app.rules.text import stored_language

FEWEST = 3  # times that the same words were written
_MAX_LISTED = 100
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class RepeatedPoint:
    """A point as it was last written, and how often; kind and topic are the most usual ones.

    `translation` is its author's own wording in the other language, if there is one.
    """

    text: str
    language: Language
    translation: str | None
    kind: str
    topic: str
    count: int
    last_on: date


@dataclass(frozen=True, slots=True)
class _Written:
    """A wording with one kind and one topic, as the store counts it."""

    text: str
    language: str | None
    translation: str | None
    kind: str
    topic: str
    count: int
    last_on: date


def list_repeated_points(session: Session) -> list[RepeatedPoint]:
    """Return the points that can be proposed, most frequent first.

    Words are compared as search folds them. Existing frequent points and earlier proposals are left
    out, and so are points with a sensitive word that somebody justified.
    """
    groups: dict[str, list[_Written]] = defaultdict(list)
    for written in _repeated_texts(session):
        groups[fold_words(written.text)].append(written)
    proposed = select(Proposal.text).where(~Proposal.is_deleted)
    known = {fold_words(text) for text in session.scalars(proposed)}
    often = [
        _repeated(group)
        for folded, group in groups.items()
        if folded not in known
        and len(folded.split()) >= _FEWEST_WORDS
        and sum(each.count for each in group) >= FEWEST
    ]
    often.sort(key=lambda row: (-row.count, row.text))
    return [row for row in often[:_MAX_LISTED] if not _is_frequent(row)]


def _repeated_texts(session: Session) -> list[_Written]:
    day = func.coalesce(Meeting.held_on, Point.received_on)
    same = (Point.text, Point.language, Point.kind, Point.topic)
    statement = (
        select(
            func.coalesce(Point.text, ""),
            Point.language,
            func.max(Point.translation),
            Point.kind,
            Point.topic,
            func.count(),
            func.max(day),
        )
        .outerjoin(Point.meeting)
        .where(
            Point.office_id == get_own_office(session).id,
            Point.text.is_not(None),
            Point.sensitive_reason.is_(None),
            ~Point.is_deleted,
            Meeting.is_deleted.is_not(True),
            Meeting.sensitive_reason.is_(None),
        )
        .group_by(*same)
    )
    return [_Written(*row) for row in session.execute(statement)]


def _repeated(group: Iterable[_Written]) -> RepeatedPoint:
    """Combine points of the same words: the newest wording, the usual kind and topic."""
    rows = sorted(group, key=lambda row: row.last_on)
    usual = max(rows, key=lambda row: row.count)
    translations = [row.translation for row in rows if row.translation]
    return RepeatedPoint(
        text=rows[-1].text,
        language=stored_language(rows[-1].language, rows[-1].text),
        translation=translations[-1] if translations else None,
        kind=usual.kind,
        topic=usual.topic,
        count=sum(row.count for row in rows),
        last_on=rows[-1].last_on,
    )


def _is_frequent(row: RepeatedPoint) -> bool:
    like = like_phrase(row.text, row.language)
    return like is not None and like.is_same
