"""Rows of people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Person
from outreach_app.queries.days import day_of_uid
from outreach_app.rules.delays import day_to_forget
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import is_shown, survivor


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list, with the name of its identity if the store holds it.

    `inform_by` is the last day for informing them that they are recorded (law 09-08);
    `forgotten_on` that on which the name otherwise goes to the trash.
    """

    uid: UUID
    reference: None
    name: Bilingual
    capacity: Bilingual
    partner: UUID
    phone: str | None
    email: str | None
    others: str | None
    language: str | None
    mandate_from: date | None
    mandate_until: date | None
    informed_on: date | None
    informed_how: str | None
    inform_by: date | None
    forgotten_on: date | None
    is_active: bool
    is_to_inform: bool
    version: str


def list_people(session: Session, limit: int | None = None) -> list[PersonRow]:
    """Return the people, in the order they were registered."""
    statement = _select().where(is_shown(Person)).order_by(Person.id).limit(limit)
    return [_row(person) for person in session.scalars(statement)]


def list_people_by_id(session: Session, ids: Iterable[int]) -> dict[int, PersonRow]:
    """Return the rows of these people by local id, without deleted ones."""
    statement = _select().where(Person.id.in_(list(ids)), ~Person.is_deleted)
    return {person.id: _row(person) for person in session.scalars(statement)}


def _select() -> Select[Person]:
    return select(Person).options(joinedload(Person.identity), joinedload(Person.partner))


def _row(person: Person) -> PersonRow:
    identity, by = person.identity, person.inform_by
    return PersonRow(
        uid=person.uid,
        reference=None,
        name=Bilingual(identity.name_ar, identity.name_fr) if identity else Bilingual(None, None),
        capacity=Bilingual(person.capacity_ar, person.capacity_fr),
        partner=survivor(person.partner).uid,
        phone=identity.phone if identity else None,
        email=identity.email if identity else None,
        others=identity.others if identity else None,
        language=person.language,
        mandate_from=person.mandate_from,
        mandate_until=person.mandate_until,
        informed_on=person.informed_on,
        informed_how=person.informed_how,
        inform_by=by,
        forgotten_on=day_to_forget(by, day_of_uid(person.uid)) if by else None,
        is_active=person.is_active,
        is_to_inform=person.is_to_inform,
        version=person.version,
    )
