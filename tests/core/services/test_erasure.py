"""Erasure removes a name from every place, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.integrity import check_store
from outreach_app.models import Identity, JournalEvent, Partner, Person, SavedDraft
from outreach_app.queries.histories import list_changes
from outreach_app.queries.people import list_people_by_id
from outreach_app.queries.records import get_record
from outreach_app.services.drafts import save_draft
from outreach_app.services.erasure import erase_identity
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.summaries.partner_sheets.facts import plan_partner_sheet
from tests import makers
from tests.core.search.found import find

NAME = "Zephyrin Plantedname"
DAY = date(2026, 11, 12)


def holds(database: Database, word: str) -> bool:
    """Return whether the search, the journal or a draft still has a word."""
    with database.read() as session:
        lines = session.scalars(select(JournalEvent.line)).all()
        drafts = session.scalars(select(SavedDraft.content)).all()
        is_found = bool(find(session, word, 10))
        return is_found or any(word.encode() in each for each in (*lines, *drafts) if each)


def test_a_persons_name_is_erased_and_what_it_was_for_stays(database: Database) -> None:
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner, name_fr=NAME, name_ar=None)
    makers.write_person(database, partner)
    with database.write(Actor.CHIEF) as session:
        save_draft(session, "person", makers.person_draft(partner, name_fr=NAME), clock.now())
        save_draft(session, "other", makers.person_draft(partner), clock.now())
        get_record(session, Person, person).identity.email = "x@example.org"  # type: ignore[union-attr]
    assert holds(database, "Plantedname")
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    assert not holds(database, "Plantedname")
    assert all(check.is_sound for check in check_store(database))
    with database.read() as session:
        left = get_record(session, Person, person)
        assert left.identity is None
        row = list_people_by_id(session, [left.id])[left.id]
        assert (row.name.ar, row.name.fr) == (None, None)
        assert not row.is_to_inform  # nobody is left to tell
        sheet = plan_partner_sheet(session, get_record(session, Partner, partner), DAY)
        assert [each.is_to_inform for each in sheet.capacities] == [False, True]
        assert session.query(Identity).count() == 1
        assert [draft.key for draft in session.scalars(select(SavedDraft))] == ["other"]


def test_a_practice_named_after_a_person_is_erased_from_its_meetings_too(
    database: Database,
) -> None:
    partner = makers.write_partner(database, name_fr=NAME, name_ar=None, is_named_after_person=True)
    makers.write_meeting(database, attendances=((partner, True),))
    assert holds(database, "Plantedname")
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    assert not holds(database, "Plantedname")
    assert all(check.is_sound for check in check_store(database))


def test_the_name_of_a_practice_from_before_it_was_said_to_be_a_persons_goes_too(
    database: Database,
) -> None:
    partner = makers.write_partner(database, name_fr=NAME, name_ar=None, place="rue Plantedname")
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, partner)
        change_partner(session, partner, replace(draft, is_named_after_person=True))
    assert holds(database, "Plantedname")
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    assert not holds(database, "Plantedname")
    assert all(check.is_sound for check in check_store(database))


def test_what_was_erased_cannot_be_erased_again_and_its_history_says_so(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner, name_fr=NAME, name_ar=None)
    with database.read() as session:
        identity = session.query(Identity).one().uid
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    with database.write(Actor.CHIEF) as session, pytest.raises(NotFound):
        erase_identity(session, person)
    with database.read() as session:
        assert [change.operation for change in list_changes(session, identity)] == ["purge"]
