"""Read shapes of partners."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Partner


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in a list; a practice named after a person shows that person's name."""

    uid: UUID
    reference: None
    name_ar: str | None
    name_fr: str | None
    category: str
    type: str | None
    place: str | None
    phone: str | None
    email: str | None
    is_active: bool
    version: str


def list_partners(session: Session, limit: int | None = None) -> list[PartnerRow]:
    """The partners, in the order they were registered."""
    statement = _select().where(~Partner.is_deleted).order_by(Partner.id).limit(limit)
    return [_row(partner) for partner in session.scalars(statement)]


def list_partners_by_id(session: Session, ids: Iterable[int]) -> dict[int, PartnerRow]:
    """The rows of those partners, by local id; deleted ones are left out."""
    statement = _select().where(Partner.id.in_(list(ids)), ~Partner.is_deleted)
    return {partner.id: _row(partner) for partner in session.scalars(statement)}


def _select() -> Select[Partner]:
    return select(Partner).options(joinedload(Partner.identity))


def _row(partner: Partner) -> PartnerRow:
    holder = partner.identity or partner
    return PartnerRow(
        uid=partner.uid,
        reference=None,
        name_ar=holder.name_ar,
        name_fr=holder.name_fr,
        category=partner.category,
        type=partner.type,
        place=partner.place,
        phone=holder.phone,
        email=holder.email,
        is_active=partner.is_active,
        version=partner.version,
    )
