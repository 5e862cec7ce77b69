"""Drafts of partners and people round-trip without loss."""

from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Identity, Partner, Person, Record
from outreach_app.models.base import Link, Value
from outreach_app.queries.histories import list_changes
from outreach_app.services.erasure import erase_identity
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from outreach_app.services.partners import PartnerDraft, change_partner, register_partner
from outreach_app.services.people import PersonDraft, change_person, register_person
from tests import makers

EVERY_FIELD = PartnerDraft(
    name_ar="جمعية النخيل",
    name_fr="Association Annakhil",
    category="pt.association",
    type="as.residents",
    place="حي السلام",
    phone="+212612345678",
    email="bureau@example.org",
    note="À rappeler",
    receipt_number="77/2020",
    receipt_on=date(2020, 3, 1),
    is_receipt_final=True,
    is_active=False,
    sensitive_reason="Ses statuts le disent",
    others="0522000009 (fax)",
)
EVERY_FIELD_OF_A_PERSON = PersonDraft(
    partner=UUID(int=0),
    name_ar="سعيد الإدريسي",
    name_fr="Saïd El Idrissi",
    capacity_ar="رئيس",
    capacity_fr="Président",
    language="ar",
    phone="+212612345678",
    email="said@example.org",
    mandate_from=date(2025, 1, 1),
    mandate_until=date(2027, 1, 1),
    informed_on=date(2026, 3, 12),
    informed_how="oral",
    inform_by=date(2026, 4, 1),
    is_active=False,
    others="0522000009 (fax)",
)


def test_all_that_is_written_of_a_partner_is_read_back(database: Database) -> None:
    require_every_field(EVERY_FIELD, Partner, but={"is_named_after_person"})
    with database.write(Actor.CHIEF) as session:
        uid = register_partner(session, EVERY_FIELD).uid
    with database.read() as session:
        assert replace(draft_of_partner(session, uid), version=None) == EVERY_FIELD


def test_a_practice_marked_as_a_persons_leaves_nothing_of_it_in_the_public_record(
    database: Database,
) -> None:
    with database.write(Actor.CHIEF) as session:
        uid = register_partner(session, EVERY_FIELD).uid
    with database.write(Actor.CHIEF) as session:
        known = draft_of_partner(session, uid)
        change_partner(session, uid, replace(known, is_named_after_person=True))
    with database.read() as session:
        partner = session.scalars(select(Partner).where(Partner.uid == uid)).one()
        identity = partner.identity
        assert identity is not None
        held = {field.name for field in Identity.contract.fields if isinstance(field, Value)}
        assert {name for name in held if not getattr(identity, name)} == set()
        assert {getattr(partner, name, None) for name in held} == {None}


def test_all_that_an_identity_holds_is_forgotten_with_it(database: Database) -> None:
    draft = replace(EVERY_FIELD, is_named_after_person=True)
    with database.write(Actor.CHIEF) as session:
        uid = register_partner(session, draft).uid
    with database.read() as session:
        identity = session.scalars(select(Identity)).one()
        held = [field.name for field in Identity.contract.fields if isinstance(field, Value)]
        values = {getattr(identity, name) for name in held}
    with database.write(Actor.CHIEF) as session:
        assert values <= set(erase_identity(session, uid))


def test_all_that_is_written_of_a_person_is_read_back(database: Database) -> None:
    require_every_field(EVERY_FIELD_OF_A_PERSON, Person)
    draft = replace(EVERY_FIELD_OF_A_PERSON, partner=makers.write_partner(database))
    with database.write(Actor.CHIEF) as session:
        uid = register_person(session, draft).uid
    with database.read() as session:
        assert replace(draft_of_person(session, uid), version=None) == draft


def require_every_field(
    draft: Any, model: type[Record], but: frozenset[str] | set[str] = frozenset()
) -> None:
    """Require that a draft sets all its fields, and has all fields of its record."""
    own = [field for field in fields(draft) if field.name not in {"version", *but}]
    assert not [field.name for field in own if getattr(draft, field.name) == _default(field)]
    recorded = [field for field in model.contract.fields if not isinstance(field, Link)]
    columns = {column for field in recorded for column in field.columns}
    assert columns <= {field.name for field in own}


def _default(field: Any) -> object:
    return None if field.default is MISSING else field.default


def test_a_partner_written_back_as_read_is_unchanged(database: Database) -> None:
    uid = makers.write_partner(
        database, receipt_number="77/2020", receipt_on=date(2020, 3, 1), is_receipt_final=True
    )
    with database.write(Actor.CHIEF) as session:
        change_partner(session, uid, draft_of_partner(session, uid))
    assert _count_changes(database, uid) == 1


def test_a_practice_keeps_its_name_apart_when_it_is_written_back(database: Database) -> None:
    uid = makers.write_partner(database, is_named_after_person=True, name_fr="Cabinet El Idrissi")
    with database.write(Actor.CHIEF) as session:
        change_partner(session, uid, draft_of_partner(session, uid))
    with database.read() as session:
        partner = makers.the_partner(session)
        assert partner.name_fr is None
        assert draft_of_partner(session, uid).name_fr == "Cabinet El Idrissi"
    assert _count_changes(database, uid) == 1


def test_a_practice_that_no_longer_bears_a_name_has_it_in_the_public_record_alone(
    database: Database,
) -> None:
    uid = makers.write_partner(database, is_named_after_person=True, name_fr="Cabinet Zerktouni")
    with database.write(Actor.CHIEF) as session:
        known = draft_of_partner(session, uid)
        change_partner(session, uid, replace(known, is_named_after_person=False))
    with database.read() as session:
        assert not draft_of_partner(session, uid).is_named_after_person
        partner = makers.the_partner(session)
        assert (partner.name_fr, partner.identity and partner.identity.name_fr) == (
            "Cabinet Zerktouni",
            None,
        )


def test_a_person_written_back_as_read_is_unchanged(database: Database) -> None:
    partner = makers.write_partner(database)
    draft = PersonDraft(
        partner,
        "سعيد الإدريسي",
        "Saïd El Idrissi",
        capacity_fr="Président",
        phone="0612345678",
        mandate_from=date(2025, 1, 1),
        informed_on=date(2026, 3, 12),
        informed_how="oral",
    )
    with database.write(Actor.CHIEF) as session:
        uid = register_person(session, draft).uid
    with database.write(Actor.CHIEF) as session:
        change_person(session, uid, draft_of_person(session, uid))
    assert _count_changes(database, uid) == 1


def _count_changes(database: Database, uid: UUID) -> int:
    with database.read() as session:
        return len(list_changes(session, uid))
