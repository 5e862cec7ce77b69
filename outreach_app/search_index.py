"""Keeps the search index in step: each write re-indexes what it changed, in its transaction."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import event, inspect, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, UOWTransaction, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from outreach_app import search
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.models import Attendance, CatalogueEntry, Meeting, Partner, Person, Record
from outreach_app.search import Found, FoundKind
from outreach_app.survivors import survivor
from outreach_app.vocabulary import entry, phrases

Indexed = Meeting | Partner | Person
_KINDS: dict[type[Indexed], FoundKind] = {
    Meeting: FoundKind.MEETING,
    Partner: FoundKind.PARTNER,
    Person: FoundKind.PERSON,
}
_PORTION = 500  # of records, read at once

# Whose document holds the words of a record that has none itself, by the columns that lead there.
LINKS: dict[str, dict[str, FoundKind]] = {
    "identity": {"person_id": FoundKind.PERSON, "partner_id": FoundKind.PARTNER},
    "attendance": {"meeting_id": FoundKind.MEETING},
    "point": {"meeting_id": FoundKind.MEETING},
    "commitment": {"meeting_id": FoundKind.MEETING},
    "referral": {"meeting_id": FoundKind.MEETING},
}
# A partner's name is in the documents of its meetings and people, and of those it stands for.
_NAMING = sql(
    "WITH RECURSIVE named (id) AS (SELECT value FROM json_each(:partners)"
    " UNION SELECT partners.id FROM partners JOIN named ON partners.merged_into_id = named.id)"
    " SELECT 'meeting', meeting_id FROM attendances WHERE partner_id IN (SELECT id FROM named)"
    " UNION SELECT 'person', id FROM people WHERE partner_id IN (SELECT id FROM named)"
)
_WHAT_NAMES = ("name_ar", "name_fr", "merged_into")
# The words of an entry that headquarters may word anew.
_WORDED = sql(
    "WITH worded (code) AS (SELECT value FROM json_each(:codes))"
    " SELECT meeting_id FROM points WHERE topic IN (SELECT code FROM worded)"
    " UNION SELECT meeting_id FROM referrals WHERE destination IN (SELECT code FROM worded)"
)


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


@dataclass(slots=True)
class _Touched:
    """What a write changed: documents, partners that are called otherwise, entries' codes."""

    documents: set[Found] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


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


def documents_naming(session: Session, partners: Collection[int]) -> set[Found]:
    """The documents, besides their own, that say the names of these partners."""
    if not partners:
        return set()
    rows = session.execute(_NAMING, {"partners": json.dumps(sorted(partners))})
    return {Found(FoundKind(kind), record_id) for kind, record_id in rows}


def documents_wording(session: Session, codes: Collection[str]) -> set[Found]:
    """The documents that hold the words of these codes of the catalogue."""
    if not codes:
        return set()
    rows = session.scalars(_WORDED, {"codes": json.dumps(sorted(codes))})
    return {Found(FoundKind.MEETING, record_id) for record_id in rows}


def forget_name(session: Session, holder: Partner | Person) -> None:
    """Have all that said the erased name of a holder indexed with this write, then `purge`."""
    touched = _touched(session)
    touched.documents.add(Found(_KINDS[type(holder)], holder.id))
    if isinstance(holder, Partner):
        touched.partners.add(holder.id)
    search.note_erasure(session)


def catch_up(session: Session, most: int) -> int:
    """Index at most so many records that should be in the index and are not; return how many.

    Records that came in a file are left to this: it takes longer than writing them does.
    """
    done = 0
    for number, model in enumerate(_RELATED):
        missing = _MISSING.format(table=model.__tablename__, slots=search.SLOTS, number=number)
        ids = session.scalars(sql(missing), {"most": most - done}).all()
        _index(session, model, ids)
        done += len(ids)
    return done


def purge(database: Database) -> None:
    """Take the words of what was erased off the disk, where any are left; this takes long.

    What is broken off, or kept from it by a reader, is made good at the next import or opening.
    """
    with database.read() as session:
        noted = search.noted_erasure(session)
    if not noted:
        return
    with database.write(Actor.PROGRAM) as session:
        search.optimize(session)
    if database.checkpoint():
        with database.write(Actor.PROGRAM) as session:
            search.clear_note(session, noted)


def documents(session: Session) -> Iterator[tuple[Found, str, str]]:
    """What the index should hold: each document with its words and, a line each, its names."""
    for model, options in _RELATED.items():
        statement = select(model).where(~model.is_deleted).options(*options)
        statement = statement.execution_options(yield_per=_PORTION)
        records: Iterable[Indexed] = session.scalars(statement)
        for record in records:
            yield Found(_KINDS[model], record.id), *_texts(record)


def _index(session: Session, model: type[Indexed], ids: Collection[int]) -> None:
    """Index records as they stand; take those out that are deleted."""
    kind = _KINDS[model]
    for record in _records(session, model, ids):
        if record.is_deleted:
            search.remove(session, kind, record.id)
        else:
            search.put(session, kind, record.id, *_texts(record))


def _records(session: Session, model: type[Indexed], ids: Collection[int]) -> Iterator[Indexed]:
    """Those that the session holds as they are there, the others read at once."""
    held = {each: session.identity_map.get(session.identity_key(model, each)) for each in ids}
    yield from filter(None, held.values())
    missing = [each for each, record in held.items() if record is None]
    for start in range(0, len(missing), _PORTION):
        portion = missing[start : start + _PORTION]
        statement = select(model).where(model.id.in_(portion)).options(*_RELATED[model])
        records: Iterable[Indexed] = session.scalars(statement)
        yield from records


def _texts(record: Indexed) -> tuple[str, str]:
    """The words of a document, and its names, a line each."""
    match record:
        case Meeting():
            present = [row.partner for row in record.attendances if not row.is_deleted]
            # One that was merged is still asked for by its former name.
            partners = dict.fromkeys((*present, *map(survivor, present)))
            names = [name for partner in partners for name in _names(partner)]
            return meeting_text(record), "\n".join(names)
        case Partner():
            return partner_text(record), "\n".join(_names(record))
        case Person():
            return person_text(record), "\n".join(_names(record))


def _touched(session: Session) -> _Touched:
    touched: _Touched = session.info.setdefault("touched", _Touched())
    return touched


def _collect(session: Session, _context: UOWTransaction) -> None:
    for record in (*session.new, *session.dirty):
        if isinstance(record, Record):
            _note(_touched(session), record)


def _note(touched: _Touched, record: Record) -> None:
    """Note what holds the words of a record that was flushed, and held them before."""
    state = inspect(record)
    if isinstance(record, Meeting | Partner | Person):
        touched.documents.add(Found(_KINDS[type(record)], record.id))
    for column, kind in LINKS.get(record.contract.entity, {}).items():
        # An identity goes over to another holder where partners are merged.
        ids = {getattr(record, column), *state.attrs[column].history.deleted} - {None}
        touched.documents.update(Found(kind, each) for each in ids)
        if kind is FoundKind.PARTNER:
            touched.partners |= ids
    if isinstance(record, Partner) and any(
        state.attrs[name].history.has_changes() for name in _WHAT_NAMES
    ):
        touched.partners.add(record.id)
    if isinstance(record, CatalogueEntry):
        touched.codes.add(record.code)


def _write(session: Session) -> None:
    session.flush()
    touched: _Touched = session.info.pop("touched", _Touched())
    # They may be most of a store: `catch_up` indexes them.
    search.forget(session, documents_wording(session, touched.codes))
    found = touched.documents | documents_naming(session, touched.partners)
    for model, kind in _KINDS.items():
        _index(session, model, {each.record_id for each in found if each.kind is kind})


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
