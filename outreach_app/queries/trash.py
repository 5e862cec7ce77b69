"""Deleted records that can be restored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.i18n import Language
from outreach_app.models import (
    Identity,
    JournalEvent,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Record,
    Rumour,
)
from outreach_app.queries.attendances import (
    PARTNERS_PRESENT,
    PartnerName,
    partner_name,
    partners_present,
)
from outreach_app.queries.days import day_of_stamp, day_of_version
from outreach_app.queries.records import get_own_office
from outreach_app.queries.remarks import is_remark
from outreach_app.rules.delays import day_to_erase
from outreach_app.rules.names import Bilingual
from outreach_app.vocabulary import label


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A deleted record, with its name in each language and what tells it from others.

    `day` is its own day, as of a meeting, and `deleted_on` that of its deletion. `partners` are
    those of a meeting, or the one of a person.
    """

    entity: str
    uid: UUID
    title: Bilingual
    day: date | None = None
    partners: tuple[PartnerName, ...] = ()
    deleted_on: date | None = None


@dataclass(frozen=True, slots=True)
class ForgottenRow:
    """A name in the trash of a person who was not informed in time, with the uid of the person."""

    uid: UUID
    name: Bilingual
    inform_by: date | None
    moved_on: date
    erased_on: date


def list_forgotten(session: Session) -> list[ForgottenRow]:
    """Return the names of this office that were moved to the trash, the last one moved first."""
    own = get_own_office(session).id
    found = select_forgotten().where(Identity.office_id == own)
    rows = [
        ForgottenRow(
            uid=name.person.uid,
            name=Bilingual(name.name_ar, name.name_fr),
            inform_by=name.person.inform_by,
            moved_on=day_of_version(name.version),
            erased_on=day_to_erase(day_of_version(name.version)),
        )
        for name in session.scalars(found.order_by(Identity.id))
        if name.person and name.person.informed_on is None
    ]
    return sorted(rows, key=lambda row: row.moved_on, reverse=True)


def list_deleted(session: Session) -> list[DeletedRow]:
    """Return the deleted meetings, partners, people, names, rumours, publications and remarks.

    Without those merged into another. A name is that of somebody who was not informed in time,
    under the uid of the person.
    """
    found = list(_deleted(session))
    changed = select(JournalEvent.record, func.max(JournalEvent.t)).group_by(JournalEvent.record)
    records = [record for record, _row in found]
    days = {
        record: day_of_stamp(stamp)
        for record, stamp in session.execute(changed.where(JournalEvent.record.in_(records)))
    }
    return [replace(row, deleted_on=days.get(record)) for record, row in found]


def is_restored_from_trash(record: Record) -> bool:
    """Return whether a record is listed by itself once it is deleted."""
    match record:
        case Meeting() | Partner() | Person() | Publication() | Rumour():
            return True
        case Point():
            return record.meeting is None
        case _:
            return False


def _deleted(session: Session) -> Iterator[tuple[UUID, DeletedRow]]:
    """Yield each deleted record with the uid that its events have."""
    for meeting in session.scalars(
        select(Meeting).options(PARTNERS_PRESENT).where(Meeting.is_deleted)
    ):
        yield meeting.uid, _meeting_row(meeting)
    for partner in session.scalars(
        select(Partner)
        .options(joinedload(Partner.identity))
        .where(Partner.is_deleted, Partner.merged_into_id.is_(None))
    ):
        yield partner.uid, _named_row("partner", partner.uid, partner.bearer)
    for person in session.scalars(
        select(Person)
        .options(
            joinedload(Person.identity), joinedload(Person.partner).joinedload(Partner.identity)
        )
        .where(Person.is_deleted, Person.merged_into_id.is_(None))
    ):
        if person.identity:
            row = _named_row("person", person.uid, person.identity)
            yield person.uid, replace(row, partners=(partner_name(person.partner),))
    for name in session.scalars(select_forgotten()):
        if name.person:
            yield name.uid, _named_row("name", name.person.uid, name)
    yield from _deleted_words(session)


def _deleted_words(session: Session) -> Iterator[tuple[UUID, DeletedRow]]:
    """Yield the deleted rumours, publications and remarks."""
    for rumour in session.scalars(select(Rumour).where(Rumour.is_deleted)):
        title = Bilingual(rumour.text, rumour.text)
        yield rumour.uid, DeletedRow("rumour", rumour.uid, title, rumour.heard_on)
    for it in session.scalars(select(Publication).where(Publication.is_deleted)):
        title = Bilingual(it.title_ar, it.title_fr)
        yield it.uid, DeletedRow("publication", it.uid, title, it.published_on)
    for remark in session.scalars(select(Point).where(Point.is_deleted, is_remark())):
        title = _remark_title(remark)
        yield remark.uid, DeletedRow("remark", remark.uid, title, remark.received_on)


def _meeting_row(meeting: Meeting) -> DeletedRow:
    title = Bilingual(meeting.subject_ar, meeting.subject_fr)
    partners = partners_present(meeting)
    return DeletedRow("meeting", meeting.uid, title, meeting.held_on, partners)


def select_forgotten() -> Select[Identity]:
    """Select the deleted names of people who are not deleted themselves."""
    return (
        select(Identity)
        .join(Identity.person)
        .options(joinedload(Identity.person))
        .where(Identity.is_deleted, ~Person.is_deleted)
        .where(Identity.name_ar.is_not(None) | Identity.name_fr.is_not(None))
    )


def _remark_title(remark: Point) -> Bilingual:
    """Return the words of a remark, or its topic if it has none."""
    if remark.text:
        return Bilingual(remark.text, remark.text)
    return Bilingual(label(remark.topic, Language.ARABIC), label(remark.topic, Language.FRENCH))


def _named_row(entity: str, uid: UUID, holder: Partner | Identity) -> DeletedRow:
    return DeletedRow(entity, uid, Bilingual(holder.name_ar, holder.name_fr))
