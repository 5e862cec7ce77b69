"""Keeps the search index in step: each write re-indexes what it changed, in its transaction."""

from collections.abc import Iterable, Iterator

from sqlalchemy import event, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, UOWTransaction, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app import search
from outreach_app.database import StoreSession
from outreach_app.models import (
    Attendance,
    Commitment,
    Identity,
    Meeting,
    Partner,
    Person,
    Point,
    Record,
    Referral,
)
from outreach_app.search import FoundKind
from outreach_app.survivors import survivor
from outreach_app.vocabulary import entry, phrases

Indexed = Meeting | Partner | Person
_KINDS = {Meeting: FoundKind.MEETING, Partner: FoundKind.PARTNER, Person: FoundKind.PERSON}


# Of many records at once: one statement for each relation, not one for each record.
_RELATED: dict[type[Indexed], tuple[ORMOption, ...]] = {
    Meeting: (
        selectinload(Meeting.points),
        selectinload(Meeting.commitments),
        selectinload(Meeting.referrals),
        selectinload(Meeting.attendances)
        .selectinload(Attendance.partner)
        .selectinload(Partner.identity),
    ),
    Partner: (selectinload(Partner.identity),),
    Person: (
        selectinload(Person.identity),
        selectinload(Person.partner).selectinload(Partner.identity),
    ),
}
_MISSING = (
    "SELECT id FROM {table} AS record WHERE NOT is_deleted AND NOT EXISTS (SELECT 1 FROM"
    " search_index_docsize AS document WHERE document.id = record.id * {slots} + {number})"
    " ORDER BY id LIMIT :most"
)


def keep_current() -> None:
    """Hang on every session of a store; calling it again changes nothing."""
    event.listen(StoreSession, "after_flush", _collect)
    event.listen(StoreSession, "before_commit", _write)


def meeting_text(meeting: Meeting) -> str:
    """All the words of a meeting, its points and promises, in both languages of its codes."""
    return "\n".join(text for text in _meeting_parts(meeting) if text)


def partner_text(partner: Partner) -> str:
    """The words of a partner apart from its name."""
    codes = (partner.category, partner.type)
    return "\n".join(text for text in (*_labels(codes), partner.place, partner.note) if text)


def person_text(person: Person) -> str:
    """The words of a person apart from the name: capacity and body."""
    names = _names(survivor(person.partner))
    return "\n".join(text for text in (person.capacity_ar, person.capacity_fr, *names) if text)


def index(session: Session, record: Indexed) -> None:
    """Index one record as it stands, or take it out if it is deleted."""
    kind = _KINDS[type(record)]
    if record.is_deleted:
        search.remove(session, kind, record.id)
        return
    match record:
        case Meeting():
            present = [row.partner for row in record.attendances if not row.is_deleted]
            # One that was merged is still asked for by its former name.
            partners = dict.fromkeys((*present, *map(survivor, present)))
            names = [name for partner in partners for name in _names(partner)]
            search.put(session, kind, record.id, meeting_text(record), "\n".join(names))
        case Partner():
            names = _names(record)
            search.put(session, kind, record.id, partner_text(record), "\n".join(names))
        case Person():
            names = _names(record)
            search.put(session, kind, record.id, person_text(record), "\n".join(names))


def reindex(session: Session) -> int:
    """Index every record anew; return how many."""
    records: list[Indexed] = [
        *session.scalars(select(Meeting)),
        *session.scalars(select(Partner)),
        *session.scalars(select(Person)),
    ]
    for record in records:
        index(session, record)
    return len(records)


def catch_up(session: Session, most: int) -> int:
    """Index at most so many records that should be in the index and are not; return how many.

    Records that came in a file are left to this: it takes longer than writing them does.
    """
    done = 0
    for number, (model, options) in enumerate(_RELATED.items()):
        missing = _MISSING.format(table=model.__tablename__, slots=search.SLOTS, number=number)
        ids = session.scalars(sql(missing), {"most": most - done}).all()
        statement = select(model).where(model.id.in_(ids)).options(*options)
        records: Iterable[Indexed] = session.scalars(statement)
        for record in records:
            index(session, record)
        done += len(ids)
    return done


def _collect(session: Session, _context: UOWTransaction) -> None:
    touched: dict[Indexed, None] = session.info.setdefault("touched", {})
    for record in (*session.new, *session.dirty):
        if isinstance(record, Record):
            touched.update(dict.fromkeys(_documents_of(record)))


def _write(session: Session) -> None:
    session.flush()
    for record in session.info.pop("touched", {}):
        index(session, record)


def _documents_of(record: Record) -> Iterable[Indexed]:
    match record:
        case Meeting() | Partner() | Person():
            yield record
        case Identity():
            yield from (holder for holder in (record.person, record.partner) if holder)
        case Attendance() | Point() | Commitment() | Referral():
            yield record.meeting
        case _:
            return


def _meeting_parts(meeting: Meeting) -> Iterator[str | None]:
    yield from (meeting.subject_ar, meeting.subject_fr, meeting.place_ar, meeting.place_fr)
    yield from (meeting.assessment, meeting.assessment_translation, meeting.reference)
    yield from _labels((meeting.kind,))
    for point in meeting.points:
        if not point.is_deleted:
            yield from (point.text, point.translation, point.reply)
            yield from _labels((point.topic,))
            # A newer program at the other end may know more phrases than this one.
            if point.phrase is not None and (phrase := phrases().get(point.phrase)):
                yield from (phrase.ar, phrase.fr)
    for commitment in meeting.commitments:
        if not commitment.is_deleted:
            yield from (commitment.text, commitment.translation)
    for referral in meeting.referrals:
        if not referral.is_deleted:
            yield referral.answer
            yield from _labels((referral.destination,))


def _labels(codes: Iterable[str | None]) -> Iterator[str]:
    for code in codes:
        if code is not None:
            known = entry(code)
            yield from (known.ar, known.fr)


def _names(holder: Partner | Person) -> list[str]:
    named = holder.identity or holder
    if isinstance(named, Person):
        return []
    return [name for name in (named.name_ar, named.name_fr) if name]
