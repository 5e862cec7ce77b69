"""One write is undone completely, unless its records were changed since."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict
from outreach_app.integrity import check_store
from outreach_app.models import Meeting
from outreach_app.queries.points import list_points
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import change_status, postpone_commitment
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.services.points import answer_point, close_point
from outreach_app.services.undo import changes_so_far, undo
from tests import makers


def test_every_record_of_one_write_goes_back(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting)).one()
        first, second = meeting.points
        (commitment,) = meeting.commitments
        answer_point(session, first.uid, first.version, "out.answered", "تمت الإنارة", "ar")
        session.flush()
        close_point(session, second.uid, second.version, date(2026, 11, 1))
        change_status(session, commitment.uid, commitment.version, CommitmentStatus.DROPPED, "سبب")
        changes = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        undo(session, changes)
    with database.read() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert [point.state for point in meeting.points] == ["referred", "committed"]
        assert meeting.points[0].reply is None
        assert [row.status for row in meeting.commitments] == ["cst.open"]
    assert all(check.is_sound for check in check_store(database))


def test_what_a_write_created_is_taken_out(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        log_meeting(session, makers.meeting_draft())
        changes = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        undo(session, changes)
    with database.read() as session:
        assert all(row.is_deleted for row in session.scalars(select(Meeting)))
        assert not list_points(session)


def test_contacts_that_were_added_to_a_partner_are_taken_out(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        former = draft_of_partner(session, uid)
        change_partner(session, uid, replace(former, phone="0612345678", note="يُتصل به مساء"))
        changes = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        undo(session, changes)
    with database.read() as session:
        again = draft_of_partner(session, uid)
    assert replace(again, version=None) == replace(former, version=None)
    assert all(check.is_sound for check in check_store(database))


def test_two_changes_of_one_record_are_undone_one_after_the_other(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        (row,) = session.scalars(select(Meeting)).one().commitments
        due_on = row.due_on
        postpone_commitment(session, row.uid, row.version, date(2027, 1, 1))
        first = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        (row,) = session.scalars(select(Meeting)).one().commitments
        change_status(session, row.uid, row.version, CommitmentStatus.DROPPED, "سبب")
        second = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        undo(session, second)
        spent = {change.version for change in (*second, *changes_so_far(session))}
    with database.write(Actor.CHIEF) as session:
        undo(session, first, spent)
    with database.read() as session:
        (row,) = session.scalars(select(Meeting)).one().commitments
        assert (row.status, row.due_on) == (CommitmentStatus.OPEN, due_on)


def test_what_was_changed_since_is_not_overwritten(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        (commitment,) = session.scalars(select(Meeting)).one().commitments
        change_status(session, commitment.uid, commitment.version, CommitmentStatus.DONE)
        changes = changes_so_far(session)
    with database.write(Actor.CHIEF) as session:
        (commitment,) = session.scalars(select(Meeting)).one().commitments
        postpone_commitment(session, commitment.uid, commitment.version, date(2027, 1, 1))
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        undo(session, changes)
    with database.read() as session:
        (commitment,) = session.scalars(select(Meeting)).one().commitments
        assert (commitment.status, commitment.due_on) == (CommitmentStatus.DONE, date(2027, 1, 1))
