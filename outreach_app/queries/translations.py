"""The free texts of a meeting and their translations."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.rules.kinds import TextKind
from outreach_app.rules.text import stored_language

Holder = Meeting | Point | Commitment | Referral
RowT = TypeVar("RowT", Point, Commitment, Referral)


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """A free text as it was written, and its wording in the other language if it has one.

    `record` holds it; `number` is the position of its point, commitment or referral, None for a
    text of the meeting itself; `held_on` is the day of that meeting.
    """

    record: UUID
    kind: TextKind
    words: str
    language: Language
    translation: str | None
    number: int | None
    held_on: date
    version: str


@dataclass(frozen=True, slots=True)
class TextColumns:
    """The columns of a free text and its translation; without `language`, its letters decide."""

    holder: type[Holder]
    text: str
    translation: str
    language: str | None = None


_COLUMNS = {
    TextKind.POINT: TextColumns(Point, "text", "translation", "language"),
    TextKind.REPLY: TextColumns(Point, "reply", "reply_translation", "reply_language"),
    TextKind.COMMITMENT: TextColumns(Commitment, "text", "translation", "language"),
    TextKind.OUTCOME: TextColumns(Commitment, "status_reason", "status_reason_translation"),
    TextKind.ANSWER: TextColumns(Referral, "answer", "answer_translation", "answer_language"),
    TextKind.ASSESSMENT: TextColumns(
        Meeting, "assessment", "assessment_translation", "assessment_language"
    ),
}
# These have a column for each language, whichever they were written in.
_TITLES = (TextKind.SUBJECT, TextKind.PLACE)


def columns_of(kind: TextKind, language: Language) -> TextColumns:
    """Return the columns of a text of this kind that was written in this language."""
    if kind in _TITLES:
        return TextColumns(Meeting, f"{kind}_{language}", f"{kind}_{language.other}")
    return _COLUMNS[kind]


def every_column(*titles: Language) -> list[TextColumns]:
    """Return the columns of all texts; titles in these languages, in both without any."""
    of_titles = [columns_of(kind, each) for kind in _TITLES for each in titles or Language]
    return [*_COLUMNS.values(), *of_titles]


def list_texts(meeting: Meeting) -> list[TranslationRow]:
    """Return the free texts of a meeting: its subject, then what was said, in order."""
    held_on = meeting.held_on
    rows = [_title(meeting, kind) for kind in _TITLES]
    rows += _numbered(meeting.points, held_on, TextKind.POINT, TextKind.REPLY)
    rows += _numbered(meeting.commitments, held_on, TextKind.COMMITMENT, TextKind.OUTCOME)
    rows += _numbered(meeting.referrals, held_on, TextKind.ANSWER)
    rows.append(_row(meeting, TextKind.ASSESSMENT, held_on))
    return [row for row in rows if row is not None]


def list_untranslated(session: Session, words: Collection[str]) -> list[TranslationRow]:
    """Return the texts of meetings in these words that have no translation, the oldest first."""
    wanted = list(words)
    meetings = select(Meeting).where(
        or_(*(_is_in_meeting(place, wanted) for place in every_column())),
        ~Meeting.is_deleted,
    )
    rows = [
        row
        for meeting in session.scalars(meetings.order_by(Meeting.held_on, Meeting.id))
        for row in list_texts(meeting)
    ]
    return [row for row in rows if row.words in words and not row.translation]


def _is_in_meeting(place: TextColumns, words: list[str]) -> ColumnElement[bool]:
    """Return whether a meeting, or one of its records, has one of these words in a column."""
    holder = place.holder
    is_written: ColumnElement[bool] = getattr(holder, place.text).in_(words)
    if issubclass(holder, Meeting):
        return is_written
    return Meeting.id.in_(select(holder.meeting_id).where(is_written))


def _numbered(
    records: Iterable[RowT], held_on: date, *kinds: TextKind
) -> Iterator[TranslationRow | None]:
    live = [record for record in records if not record.is_deleted]
    for number, record in enumerate(live, start=1):
        for kind in kinds:
            yield _row(record, kind, held_on, number)


def _row(
    record: Holder, kind: TextKind, held_on: date, number: int | None = None
) -> TranslationRow | None:
    """Return the row of a text, or None if it is empty."""
    place = _COLUMNS[kind]
    words: str | None = getattr(record, place.text)
    if not words:
        return None
    code = getattr(record, place.language) if place.language else None
    return TranslationRow(
        record=record.uid,
        kind=kind,
        words=words,
        language=stored_language(code, words),
        translation=getattr(record, place.translation),
        number=number,
        held_on=held_on,
        version=record.version,
    )


def _title(meeting: Meeting, kind: TextKind) -> TranslationRow | None:
    """Return the row of a title; one held in both languages counts as written in Arabic."""
    for language in Language:
        place = columns_of(kind, language)
        words: str | None = getattr(meeting, place.text)
        if words:
            return TranslationRow(
                record=meeting.uid,
                kind=kind,
                words=words,
                language=language,
                translation=getattr(meeting, place.translation),
                number=None,
                held_on=meeting.held_on,
                version=meeting.version,
            )
    return None
