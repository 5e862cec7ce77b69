"""Rows of partners."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Meeting, Partner, Person
from outreach_app.notes.partners import KnownPartner
from outreach_app.queries.attendances import PartnerName, partner_name
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.survivors import is_of, is_shown, survivor


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in a list; a practice named after a person shows that person's name.

    `last_met_on` is the day of the last meeting held with it, None before the first.
    """

    uid: UUID
    reference: None
    name: Bilingual
    category: str
    type: str | None
    place: str | None
    phone: str | None
    email: str | None
    others: str | None
    is_active: bool
    last_met_on: date | None
    version: str


@dataclass(frozen=True, slots=True)
class PartnerPlace:
    """The place of a partner or a person in the list; `person` is None for a partner."""

    record_id: int
    partner: UUID
    person: UUID | None


def list_partners(session: Session, limit: int | None = None) -> list[PartnerRow]:
    """Return the partners in the order they were registered."""
    statement = _select().where(is_shown(Partner)).order_by(Partner.id).limit(limit)
    return [_row(*found) for found in session.execute(statement)]


def list_partners_by_id(session: Session, ids: Iterable[int]) -> dict[int, PartnerRow]:
    """Return the rows of these partners by local id, without deleted ones."""
    statement = _select().where(Partner.id.in_(list(ids)), ~Partner.is_deleted)
    return {found[0].id: _row(*found) for found in session.execute(statement)}


def list_partners_by_uid(session: Session, uids: Collection[UUID]) -> dict[UUID, PartnerRow]:
    """Return the rows of these partners by uid, without deleted and merged ones."""
    statement = _select().where(Partner.uid.in_(uids), is_shown(Partner))
    return {found[0].uid: _row(*found) for found in session.execute(statement)}


def list_known_partners(session: Session) -> list[KnownPartner]:
    """Return the names by which a note may mention the partners of this office."""
    own = get_own_office(session).id
    statement = select(Partner).where(Partner.office_id == own, is_shown(Partner))
    statement = statement.options(joinedload(Partner.identity)).order_by(Partner.id)
    bearers = ((partner.uid, partner.bearer) for partner in session.scalars(statement))
    return [
        KnownPartner(uid, tuple(filter(None, (bearer.name_ar, bearer.name_fr))))
        for uid, bearer in bearers
    ]


def list_partner_names(session: Session) -> dict[UUID, PartnerName]:
    """Return the names of this office's partners, by uid."""
    own = get_own_office(session).id
    statement = select(Partner).options(joinedload(Partner.identity))
    shown = statement.where(is_shown(Partner), Partner.office_id == own).order_by(Partner.id)
    return {partner.uid: partner_name(partner) for partner in session.scalars(shown)}


def get_partner_place(session: Session, uid: UUID) -> PartnerPlace:
    """Return the place of a partner or person, or of the one it was merged into.

    Raises NotFound, also for a deleted one.
    """
    partner = session.scalars(select(Partner).where(Partner.uid == uid)).one_or_none()
    person = session.scalars(select(Person).where(Person.uid == uid)).one_or_none()
    if person is not None:
        person = survivor(person)
        partner = None if person.is_deleted else person.partner
    if partner is not None and not (found := survivor(partner)).is_deleted:
        return PartnerPlace(found.id, found.uid, person.uid if person else None)
    raise NotFound(_("There is no such record: {uid}.").format(uid=uid))


def last_met_on() -> ScalarSelect[date]:
    """Return the day of the last meeting held with a partner, as a column of a select."""
    return (
        select(func.max(Meeting.held_on))
        .join(Meeting.attendances)
        .where(
            is_of(Attendance.partner_id, Partner),
            Attendance.is_present,
            ~Attendance.is_deleted,
            Meeting.status == MeetingStatus.HELD,
            ~Meeting.is_deleted,
        )
        .correlate(Partner)
        .scalar_subquery()
    )


def _select() -> Select[Partner, date]:
    return select(Partner, last_met_on()).options(joinedload(Partner.identity))


def _row(partner: Partner, last_met: date | None) -> PartnerRow:
    bearer, identity = partner.bearer, partner.withheld
    return PartnerRow(
        uid=partner.uid,
        reference=None,
        name=Bilingual(bearer.name_ar, bearer.name_fr),
        category=partner.category,
        type=partner.type,
        place=partner.any_place,
        phone=partner.any_phone,
        email=identity.email if identity else None,
        others=identity.others if identity else None,
        is_active=partner.is_active,
        last_met_on=last_met,
        version=partner.version,
    )
