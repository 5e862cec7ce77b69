"""Drafts of partners and people that change nothing."""

from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.histories import list_changes
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from outreach_app.services.partners import change_partner
from outreach_app.services.people import PersonDraft, change_person, register_person
from tests import makers


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
