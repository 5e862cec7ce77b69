"""Registering and changing partners and people."""

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.events import decode
from outreach_app.models import JournalEvent
from outreach_app.queries.histories import list_changes
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.services import partners, people
from outreach_app.services.people import PersonDraft
from tests import makers


def test_a_partner_needs_a_name_in_one_language(database: Database) -> None:
    makers.write_partner(database, name_ar=None)
    with pytest.raises(InvalidDraft) as refused:
        makers.write_partner(database, name_ar=None, name_fr="")
    assert refused.value.problems[0].code == "required"
    with pytest.raises(InvalidDraft) as refused:
        makers.write_partner(database, name_fr="0522 98 76")
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("name_fr", "no_letters")


def test_direction_marks_and_control_characters_never_reach_the_store(database: Database) -> None:
    makers.write_partner(database, name_ar="\u202eجمعية\u0000 الأمل\u2069")
    with database.read() as session:
        row = list_partners(session)[0]
    assert row.name.ar == "جمعية الأمل"
    with pytest.raises(InvalidDraft):
        makers.write_partner(database, place="\u200f")


def test_a_phone_is_kept_in_one_writing(database: Database) -> None:
    makers.write_partner(database, phone="00212 6.12-34 56 78")
    with database.read() as session:
        assert list_partners(session)[0].phone == "+212612345678"
    with pytest.raises(InvalidDraft):
        makers.write_partner(database, phone="0612")


def test_a_practice_named_after_a_person_keeps_the_name_in_an_identity(database: Database) -> None:
    makers.write_partner(
        database,
        name_ar="مكتب الأستاذة زينب المرابط",
        name_fr="Cabinet Zineb Mrabet",
        category="pt.liberal",
        type="pr.lawyer",
        is_named_after_person=True,
    )
    with database.read() as session:
        assert list_partners(session)[0].name.fr == "Cabinet Zineb Mrabet"
        lines = session.scalars(select(JournalEvent.line)).all()
    holding = [decode(line).ent for line in lines if line and "Mrabet" in line.decode()]
    assert holding == ["identity"]


def test_a_person_is_a_card_and_an_identity_apart(database: Database) -> None:
    partner = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        draft = PersonDraft(partner, "خالد الإدريسي", "Khalid Idrissi", capacity_ar="رئيس")
        uid = people.register_person(session, draft).uid
    with database.read() as session:
        row = list_people(session)[0]
        assert (row.name.fr, row.capacity.ar, row.partner) == ("Khalid Idrissi", "رئيس", partner)
        card = session.scalars(select(JournalEvent.line).where(JournalEvent.record == uid)).one()
    assert card is not None
    assert "Idrissi" not in card.decode()


def test_a_stale_change_of_a_partner_is_refused(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session, pytest.raises(Conflict):
        partners.change_partner(session, uid, makers.partner_draft(version="1@elsewhere"))


def test_delete_restore_and_the_history_of_it(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        partners.delete_partner(session, uid, makers.the_partner(session).version)
    with database.read() as session:
        assert list_partners(session) == []
    with database.write(Actor.CHIEF) as session:
        partners.restore_partner(session, uid)
    with database.write(Actor.CHIEF) as session:
        version = makers.the_partner(session).version
        partners.change_partner(
            session, uid, makers.partner_draft(version=version, place="حي السلام")
        )
    with database.read() as session:
        history = list_changes(session, uid)
        assert len(list_partners(session)) == 1
    assert [row.operation for row in history] == ["set", "del", "set", "set"]
    assert history[-1].changes == {"place": (None, "حي السلام")}
