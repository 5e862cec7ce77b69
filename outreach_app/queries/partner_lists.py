"""The list of partners as a window pages it, and partners that may be the same."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.models import Partner
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.rules.folding import fold
from outreach_app.rules.phones import find_phone
from outreach_app.rules.phonetics import name_key
from outreach_app.search import FoundKind

MOST_FOUND = 1000


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """What the list is narrowed to; None and "" narrow nothing."""

    text: str = ""
    category: str | None = None
    is_active: bool | None = None


def list_partner_ids(session: Session, wanted: PartnerFilter) -> list[int]:
    """The local ids of the partners, in the order registered, or the best first where sought."""
    statement = select(Partner.id).where(~Partner.is_deleted)
    if wanted.category is not None:
        statement = statement.where(Partner.category == wanted.category)
    if wanted.is_active is not None:
        statement = statement.where(Partner.is_active == wanted.is_active)
    if not wanted.text.strip():
        return list(session.scalars(statement.order_by(Partner.id)))
    found = [
        hit.record_id
        for hit in search.find(session, wanted.text, MOST_FOUND)
        if hit.kind is FoundKind.PARTNER
    ]
    allowed = set(session.scalars(statement.where(Partner.id.in_(found))))
    return [record_id for record_id in found if record_id in allowed]


def list_similar_partners(
    session: Session, name_ar: str | None, name_fr: str | None, phone: str | None
) -> list[PartnerRow]:
    """Partners of the same phone, or of the same name in any spelling and either script."""
    number = find_phone(phone) if phone else None
    wanted = {key for name in (name_ar, name_fr) if name for key in _keys(name)}
    return [
        row
        for row in list_partners(session)
        if (number is not None and row.phone == number)
        or any(key in wanted for name in (row.name_ar, row.name_fr) if name for key in _keys(name))
    ]


def _keys(name: str) -> tuple[str, ...]:
    return tuple(key for key in (fold(name), name_key(name)) if key)
