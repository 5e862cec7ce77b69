"""Use cases of people and their identities: register, change, inform, delete, restore."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Identity, Partner, Person
from outreach_app.models.base import new_uid
from outreach_app.queries.days import day_of_deadlines, day_to_inform
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import find_phone, stored_phone
from outreach_app.rules.validation import Checks
from outreach_app.services import records

_LANGUAGES = ("ar", "fr")
_FIELDS = (
    "capacity_ar",
    "capacity_fr",
    "language",
    "mandate_from",
    "mandate_until",
    "informed_on",
    "informed_how",
    "inform_by",
    "is_active",
)


_OF_IDENTITY = ("name_ar", "name_fr", "phone", "email", "others")


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Somebody who speaks for a partner: capacity and contact, nothing private (law 09-08).

    `others` are further telephones, faxes and e-mail addresses, one per line; `language` is ar or
    fr, `informed_how` free text, `inform_by` the deadline for informing the person.
    """

    partner: UUID
    name_ar: str | None
    name_fr: str | None
    capacity_ar: str | None = None
    capacity_fr: str | None = None
    language: str | None = None
    phone: str | None = None
    email: str | None = None
    mandate_from: date | None = None
    mandate_until: date | None = None
    informed_on: date | None = None
    informed_how: str | None = None
    inform_by: date | None = None
    is_active: bool = True
    others: str | None = None
    version: str | None = None


def check_person(draft: PersonDraft, *, is_nobody: bool = False) -> list[Problem]:
    """Check a person's draft; `is_nobody` if only a name was known, which is withdrawn."""
    checks = Checks()
    if not is_nobody and not draft.capacity_ar and not draft.capacity_fr:
        checks.either("name_ar", draft.name_ar, draft.name_fr)
    checks.contacts(draft.phone, draft.email)
    checks.texts("identity", replace(draft, phone=stored_phone(draft.phone)))
    checks.texts("person", draft)
    if draft.language is not None:
        checks.one_of("language", draft.language, _LANGUAGES)
    for name in ("mandate_from", "mandate_until", "informed_on", "inform_by"):
        checks.day(name, getattr(draft, name))
    too_early = _("The mandate cannot end before it begins.")
    checks.period("mandate_until", draft.mandate_from, draft.mandate_until, too_early)
    return checks.problems


@use_case(Right.RECORD)
def register_person(session: Session, draft: PersonDraft) -> Person:
    """Register a person and its identity. Raises InvalidDraft, NotFound."""
    person = add_person(session, get_record(session, Partner, draft.partner), draft)
    session.flush()
    return person


@use_case(Right.RECORD)
def add_person(session: Session, partner: Partner, draft: PersonDraft) -> Person:
    """Register a person of a partner with the next flush. Raises InvalidDraft."""
    last = day_to_inform(session)
    _require_valid(draft, last)
    office = get_own_office(session).id
    # Given its uid now, so that many can wait for one flush.
    person = Person(uid=new_uid(), office_id=office, partner=partner)
    session.add_all([person, Identity(office_id=office, person=person)])
    _write(person, draft)
    _keep_day_to_inform(person, last)
    return person


@use_case(Right.RECORD)
def change_person(session: Session, uid: UUID, draft: PersonDraft) -> Person:
    """Change a person at the version it was read with. Raises InvalidDraft, NotFound, Conflict.

    The deadline for informing them can move forward, but not be removed: the name would stay.
    If the name was erased, a typed one is new, with a new deadline.
    """
    person = records.take_card(session, Person, uid, draft.version)
    last = person.inform_by or day_to_inform(session)
    if person.identity is None and _names_somebody(draft):
        person.identity, last = Identity(office_id=person.office_id), day_to_inform(session)
        draft = replace(draft, inform_by=None)
    had_name = person.identity is not None and person.identity.bears_name
    has_capacity = bool(person.capacity_ar or person.capacity_fr)
    _require_valid(draft, last, is_nobody=not had_name and not has_capacity)
    _write(person, draft)
    _keep_day_to_inform(person, last)
    if not had_name and (draft.name_ar or draft.name_fr):
        warn_a_week(session, person)
    return person


@use_case(Right.NOTE_CLAIMS)
def inform_person(
    session: Session, uid: UUID, version: str, informed_on: date, informed_how: str | None = None
) -> Person:
    """Record that a person was informed that a card is kept (law 09-08), and how.

    Raises InvalidDraft, NotFound, Conflict.
    """
    checks = Checks()
    checks.day("informed_on", informed_on)
    checks.text("person", "informed_how", informed_how)
    checks.raise_if_any()
    person = records.take(session, Person, uid, version)
    person.informed_on = informed_on
    person.informed_how = informed_how
    return person


@use_case(Right.REMOVE)
def delete_person(session: Session, uid: UUID, version: str) -> None:
    """Delete a person and its identity softly."""
    person = records.take(session, Person, uid, version)
    person.is_deleted = True
    if person.identity:
        person.identity.is_deleted = True


@use_case(Right.REMOVE)
def restore_person(session: Session, uid: UUID) -> None:
    """Restore a deleted person and its identity."""
    person = get_record(session, Person, uid)
    identity = person.identity
    person.is_deleted = False
    if identity:
        identity.is_deleted = False
    warn_a_week(session, person)


def warn_a_week(session: Session, person: Person) -> None:
    """Have a person whose name comes back, or is new, informed today instead of on a day past.

    The name then stays for a week, in which Today warns of it.
    """
    today = day_of_deadlines(session)
    if person.informed_on is None and person.inform_by is not None and person.inform_by < today:
        person.inform_by = today


def _write(person: Person, draft: PersonDraft) -> None:
    records.fill(person, draft, _FIELDS)
    if person.identity:
        records.fill(person.identity, draft, ("name_ar", "name_fr", "email", "others"))
        person.identity.phone = find_phone(draft.phone) if draft.phone else None


def _names_somebody(draft: PersonDraft) -> bool:
    return any(getattr(draft, name) for name in _OF_IDENTITY)


def _keep_day_to_inform(person: Person, last: date) -> None:
    """Set the deadline for informing a person who was not informed."""
    if person.informed_on is None and person.inform_by is None:
        person.inform_by = last


def _require_valid(draft: PersonDraft, last: date, *, is_nobody: bool = False) -> None:
    checks = Checks()
    checks.extend(check_person(draft, is_nobody=is_nobody))
    if draft.informed_on is None and draft.inform_by is not None and draft.inform_by > last:
        message = _(
            "On {day} at the latest: a name is not kept longer without informing the person."
        )
        checks.add("inform_by", "too_late", message.format(day=date_words(last)))
    checks.raise_if_any()
