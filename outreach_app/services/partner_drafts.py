"""Drafts of partners and people, complete, so that fields a form does not show are kept."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Partner, Person
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.practices import may_bear_name, reads_as_persons
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.services.records import version_of_card


def draft_of_partner(session: Session, uid: UUID) -> PartnerDraft:
    """Return the draft of a partner. Raises NotFound."""
    return as_partner_draft(get_record(session, Partner, uid))


def as_partner_draft(partner: Partner) -> PartnerDraft:
    """Return the draft of a partner that is loaded already."""
    bearer, identity = partner.bearer, partner.withheld
    return PartnerDraft(
        name_ar=bearer.name_ar,
        name_fr=bearer.name_fr,
        category=partner.category,
        type=partner.type,
        place=partner.any_place,
        phone=partner.any_phone,
        email=identity.email if identity else None,
        note=identity.note if identity else None,
        receipt_number=partner.receipt_number,
        receipt_on=partner.receipt_on,
        is_receipt_final=partner.is_receipt_final,
        is_active=partner.is_active,
        is_named_after_person=partner.is_named_after_person,
        sensitive_reason=partner.sensitive_reason,
        others=identity.others if identity else None,
        version=version_of_card(partner),
    )


def with_bearer(partner: PartnerDraft, *, stated: bool | None = None) -> PartnerDraft:
    """Return a partner of a list as named after a person if it is, or may be, a person's practice.

    `stated` is what the list states; without it the rule for practices decides.
    """
    if stated is None:
        stated = may_bear_name(partner.category, partner.name_ar, partner.name_fr)
    return replace(partner, is_named_after_person=stated)


def with_bearer_read(partner: PartnerDraft) -> PartnerDraft:
    """Return a partner of a meeting as named after a person if its name reads as a person's."""
    is_read = reads_as_persons(partner.category, partner.name_ar, partner.name_fr)
    return replace(partner, is_named_after_person=is_read)


@use_case(Right.NAMES)
def draft_of_person(session: Session, uid: UUID) -> PersonDraft:
    """Return the draft of a person. Raises NotFound."""
    return as_person_draft(get_record(session, Person, uid))


def as_person_draft(person: Person) -> PersonDraft:
    """Return the draft of a person that is loaded already."""
    identity = person.identity
    return PersonDraft(
        partner=person.partner.uid,
        name_ar=identity.name_ar if identity else None,
        name_fr=identity.name_fr if identity else None,
        capacity_ar=person.capacity_ar,
        capacity_fr=person.capacity_fr,
        language=person.language,
        phone=identity.phone if identity else None,
        email=identity.email if identity else None,
        others=identity.others if identity else None,
        mandate_from=person.mandate_from,
        mandate_until=person.mandate_until,
        informed_on=person.informed_on,
        informed_how=person.informed_how,
        inform_by=person.inform_by,
        is_active=person.is_active,
        version=version_of_card(person),
    )
