"""The history of a record, step by step."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.queries.histories import ChangeKind, HistoryEntry, list_history
from outreach_app.rules.names import Bilingual
from outreach_app.services import meetings, partners, people
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from tests import makers


def test_a_partner_is_told_from_its_registration_to_its_return(database: Database) -> None:
    uid = makers.write_partner(database, receipt_number="77/2020")
    with database.write(Actor.HEADQUARTERS) as session:
        draft = draft_of_partner(session, uid)
        changed = replace(draft, receipt_on=date(2020, 3, 1), place="حي السلام")
        partners.change_partner(session, uid, changed)
    with database.write(Actor.CHIEF) as session:
        partners.delete_partner(session, uid, makers.the_partner(session).version)
    with database.write(Actor.CHIEF) as session:
        partners.restore_partner(session, uid)
    history = _history(database, uid)
    assert [entry.changes[0].kind for entry in history] == [
        ChangeKind.RESTORED,
        ChangeKind.DELETED,
        ChangeKind.CHANGED,
        ChangeKind.REGISTERED,
    ]
    assert history[2].by is Actor.HEADQUARTERS
    # Of fields that change together only those that differ are reported.
    assert _fields(history[2]) == {
        "place": (None, "حي السلام"),
        "receipt_on": (None, date(2020, 3, 1)),
    }
    assert _fields(history[3])["receipt_number"] == (None, "77/2020")


def test_a_name_kept_apart_is_told_with_its_person(database: Database) -> None:
    partner = makers.write_partner(database)
    uid = makers.write_person(database, partner, capacity_fr="Président")
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_person(session, uid)
        people.change_person(session, uid, replace(draft, capacity_fr=None, phone=None))
    changed, registered = _history(database, uid)
    assert len(registered.changes) == 1
    assert _fields(registered)["capacity_fr"] == (None, "Président")
    assert _fields(registered)["name_fr"] == (None, "Khalid Idrissi")
    assert _fields(changed) == {
        "capacity_fr": ("Président", None),
        "phone": ("+212612345678", None),
    }


def test_one_write_of_a_session_is_one_entry_with_all_it_changed(database: Database) -> None:
    partner = makers.write_partner(database)
    uid = makers.write_meeting(database, attendances=((partner, True),))
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, uid)
        fewer = replace(draft, starts_at=time(11, 0), points=draft.points[:1], commitments=())
        meetings.change_meeting(session, uid, fewer)
    changed, registered = _history(database, uid)
    assert [(row.entity, row.kind) for row in changed.changes] == [
        ("meeting", ChangeKind.CHANGED),
        ("point", ChangeKind.DELETED),
        ("commitment", ChangeKind.DELETED),
    ]
    assert _fields(changed) == {"starts_at": (time(10, 30), time(11, 0))}
    assert changed.changes[1].title == Bilingual(None, "Plus de patrouilles le soir")
    titles = [(row.entity, row.title and row.title.fr) for row in registered.changes]
    assert ("attendance", "Association Annakhil") in titles
    assert ("referral", "commune") in titles


def test_a_record_that_is_not_there_has_no_history(database: Database) -> None:
    with database.read() as session, pytest.raises(NotFound):
        list_history(session, UUID(int=1))


def _history(database: Database, uid: UUID) -> list[HistoryEntry]:
    with database.read() as session:
        return list_history(session, uid)


def _fields(entry: HistoryEntry) -> dict[str, tuple[object, object]]:
    return {row.name: (row.before, row.after) for row in entry.changes[0].fields}
