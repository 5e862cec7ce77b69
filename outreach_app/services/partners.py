"""Use cases of partners: register, change, delete, restore."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Problem
from outreach_app.models import Identity, Partner
from outreach_app.models.base import new_uid
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import PARTNER_TYPES, PartnerCategory
from outreach_app.rules.phones import find_phone, is_landline, stored_phone
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.erasure import NAMING

_FIELDS = (
    "category",
    "type",
    "receipt_number",
    "receipt_on",
    "is_receipt_final",
    "is_active",
    "sensitive_reason",
)


# Fields that can reach or name a person. A landline alone reaches nobody in particular, and an
# address tells whose practice it is, but not who speaks for a body.
_WITHHELD = ("phone", "email", "others", "note", "place")


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """A partner; `is_named_after_person` keeps its name, address and contacts in an identity.

    `category` is `pt.*`, `type` `as.*` or `pr.*`, `phone` as typed, `version` None for a new one.
    `others` are further telephones, faxes and e-mail addresses, one per line. `sensitive_reason`
    says why possibly sensitive words are kept.
    """

    name_ar: str | None
    name_fr: str | None
    category: str
    type: str | None = None
    place: str | None = None
    phone: str | None = None
    email: str | None = None
    note: str | None = None
    receipt_number: str | None = None
    receipt_on: date | None = None
    is_receipt_final: bool | None = None
    is_active: bool = True
    is_named_after_person: bool = False
    sensitive_reason: str | None = None
    others: str | None = None
    version: str | None = None


def check_partner(draft: PartnerDraft) -> list[Problem]:
    """Check a partner's draft."""
    checks = Checks()
    checks.either("name_ar", draft.name_ar, draft.name_fr)
    checks.code("category", draft.category, "pt")
    checks.code("type", draft.type, "as", "pr")
    checks.contacts(draft.phone, draft.email)
    checks.day("receipt_on", draft.receipt_on)
    draft = replace(draft, phone=stored_phone(draft.phone))
    withheld, public = replace(draft, place=None), draft
    if draft.is_named_after_person:  # any word may be a family name
        withheld, public = draft, replace(draft, name_ar=None, name_fr=None, place=None)
    checks.texts("identity", withheld, draft.sensitive_reason)
    checks.texts("partner", public, draft.sensitive_reason)
    return checks.problems


@use_case(Right.RECORD)
def register_partner(session: Session, draft: PartnerDraft) -> Partner:
    """Register a partner. Raises InvalidDraft."""
    partner = add_partner(session, draft)
    session.flush()
    return partner


@use_case(Right.RECORD)
def add_partner(session: Session, draft: PartnerDraft) -> Partner:
    """Register a partner with the next flush: one flush serves many. Raises InvalidDraft."""
    _require_valid(draft)
    # Set explicitly: else each access would query the store for it.
    partner = Partner(uid=new_uid(), office_id=get_own_office(session).id, identity=None)
    session.add(partner)
    _write(session, partner, draft)
    return partner


@use_case(Right.RECORD)
def change_partner(session: Session, uid: UUID, draft: PartnerDraft) -> Partner:
    """Change a partner at the version it was read with. Raises InvalidDraft, NotFound, Conflict."""
    _require_valid(draft)
    partner = records.take_card(session, Partner, uid, draft.version)
    _write(session, partner, draft)
    return partner


@use_case(Right.RECORD)
def set_partner_active(session: Session, uid: UUID, version: str, *, is_active: bool) -> Partner:
    """Offer a partner for new meetings, or stop offering it. Raises NotFound, Conflict."""
    partner = records.take(session, Partner, uid, version)
    partner.is_active = is_active
    return partner


@use_case(Right.RECORD)
def set_partner_category(
    session: Session, uid: UUID, version: str, category: PartnerCategory | None
) -> Partner:
    """Put a partner in another category, without the type of the former one.

    Raises InvalidDraft, NotFound, Conflict.
    """
    checks = Checks()
    checks.required("category", category)
    checks.raise_if_any()
    partner = records.take(session, Partner, uid, version)
    partner.category = category or partner.category
    if (partner.type or "").partition(".")[0] != PARTNER_TYPES.get(partner.category):
        partner.type = None
    return partner


@use_case(Right.REMOVE)
def delete_partner(session: Session, uid: UUID, version: str) -> None:
    """Delete a partner softly; its meetings keep it."""
    records.delete(session, Partner, uid, version)


@use_case(Right.REMOVE)
def restore_partner(session: Session, uid: UUID) -> None:
    """Restore a deleted partner."""
    records.restore(session, Partner, uid)


def withhold_addresses(database: Database) -> None:
    """Move addresses that an earlier version kept with practices named after a person."""
    with database.read() as session:
        found = list(session.scalars(_select_open_addresses(session)))
    if not found:
        return
    with database.write(Actor.PROGRAM) as session:
        for partner in (get_record(session, Partner, uid) for uid in found):
            journal.restate(session, partner, partner.version)
            _identity_of(session, partner).place = partner.place
            partner.place = None


def _select_open_addresses(session: Session) -> Select[UUID]:
    """Select the own practices that are named after a person and have an address for all."""
    return (
        select(Partner.uid)
        .join(Partner.identity)
        .where(
            Partner.office_id == get_own_office(session).id,
            Partner.place.is_not(None),
            or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None)),
        )
    )


def _write(session: Session, partner: Partner, draft: PartnerDraft) -> None:
    records.fill(partner, draft, _FIELDS)
    phone = find_phone(draft.phone) if draft.phone else None
    holder: Partner | Identity = partner
    if draft.is_named_after_person:
        if any(getattr(partner, name) for name in NAMING):
            # Events with the name or the address are withheld from now on: this one must be
            # complete without them.
            journal.restate(session, partner, partner.version)
        partner.name_ar = partner.name_fr = None
        holder = _identity_of(session, partner)
    elif partner.identity is not None:
        partner.identity.name_ar = partner.identity.name_fr = None
    records.fill(holder, draft, ("name_ar", "name_fr"))
    is_public = phone is None or (is_landline(phone) and not draft.is_named_after_person)
    partner.phone = phone if is_public else None
    partner.place = None
    withheld = replace(draft, phone=None if is_public else phone)
    if not draft.is_named_after_person:
        records.fill(partner, draft, ("place",))
        withheld = replace(withheld, place=None)
    if partner.identity is not None or any(getattr(withheld, name) for name in _WITHHELD):
        records.fill(_identity_of(session, partner), withheld, _WITHHELD)


def _identity_of(session: Session, partner: Partner) -> Identity:
    """Return the identity of the partner's withheld name and contacts, created if missing."""
    identity = partner.identity
    if identity is None:
        identity = Identity(office_id=partner.office_id, partner=partner)
        session.add(identity)
    else:
        identity.is_deleted = False
    return identity


def _require_valid(draft: PartnerDraft) -> None:
    checks = Checks()
    checks.extend(check_partner(draft))
    checks.raise_if_any()
