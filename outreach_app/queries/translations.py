"""Translations of the free texts of a meeting, and known wordings of them elsewhere."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, literal, or_, select, union
from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import TextKind
from outreach_app.rules.text import stored_language
from outreach_app.vocabulary import Entry, Phrase, catalogue, phrases

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


def _every_column(*titles: Language) -> list[TextColumns]:
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
        or_(*(_is_in_meeting(place, wanted) for place in _every_column())),
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


def find_known_translations(session: Session, rows: Collection[TranslationRow]) -> dict[str, str]:
    """Return known wordings of these rows' texts in the other language, by text.

    Frequent points and topics have both; otherwise the last translation written here. Only for
    texts that are equal as search folds them: similarity cannot distinguish a paraphrase from
    another fact.
    """
    wanted = {(row.language, fold_words(row.words)): row.words for row in rows}
    found: dict[str, str] = {}
    for language, text, translation in _pairs(session) if wanted else ():
        sides = ((language, text, translation), (language.other, translation, text))
        for side, words, other in sides:
            if (known := wanted.get((side, fold_words(words)))) is not None:
                found[known] = other
    return found


def _pairs(session: Session) -> Iterator[tuple[Language, str, str]]:
    """Yield the language of every text known in two languages, with both its wordings."""
    entries: list[Phrase | Entry] = [*phrases().values(), *catalogue("tp").values()]
    for entry in entries:
        yield Language.ARABIC, entry.label(Language.ARABIC), entry.label(Language.FRENCH)
    for text, code, translation in session.execute(_both_wordings()):
        yield stored_language(code, text), text, translation


def _both_wordings() -> CompoundSelect[str, str | None, str]:
    """Select every text that has a translation, with its language."""
    return union(
        *(
            select(
                getattr(place.holder, place.text),
                getattr(place.holder, place.language) if place.language else literal(None),
                getattr(place.holder, place.translation),
            ).where(
                getattr(place.holder, place.text).is_not(None),
                getattr(place.holder, place.translation).is_not(None),
                ~place.holder.is_deleted,
            )
            for place in _every_column(Language.ARABIC)
        )
    )


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
