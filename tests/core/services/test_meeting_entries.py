"""A session and its next meeting are saved together, or not at all."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.meetings import list_meetings
from outreach_app.services.commitments import CommitmentDraft, keep_commitment
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meeting_entries import MeetingEntry, NextMeeting, save_entry
from outreach_app.services.meetings import MeetingDraft
from tests import makers

TODAY = date(2026, 11, 26)
NEXT = NextMeeting(date(2026, 12, 17), "ch.phone", time(10, 30), place_fr="Marché")


def _save(database: Database, entry: MeetingEntry, uid: UUID | None = None) -> UUID:
    with database.write(Actor.CHIEF) as session:
        return save_entry(session, entry, uid).uid


def _draft(database: Database, uid: UUID) -> MeetingDraft:
    with database.read() as session:
        return draft_of_meeting(session, uid)


def _next(database: Database) -> MeetingDraft:
    with database.read() as session:
        (uid,) = [row.uid for row in list_meetings(session) if row.status == "planned"]
    return _draft(database, uid)


def test_the_next_meeting_is_planned_about_the_same_with_the_same(database: Database) -> None:
    attendances = ((makers.write_partner(database), True),)
    held = makers.meeting_draft(attendances=attendances)
    uid = _save(database, MeetingEntry(held, following=NEXT))
    planned = _next(database)
    assert (planned.follows, planned.kind, planned.subject_ar, planned.attendances) == (
        uid,
        held.kind,
        held.subject_ar,
        attendances,
    )
    assert (planned.held_on, planned.starts_at, planned.channel, planned.place_fr) == (
        NEXT.held_on,
        NEXT.starts_at,
        NEXT.channel,
        NEXT.place_fr,
    )


def test_a_changed_meeting_is_saved_over_what_was_read(database: Database) -> None:
    uid = makers.write_meeting(database)
    read = _draft(database, uid)
    assert _save(database, MeetingEntry(replace(read, headcount=41), read), uid) == uid
    assert _draft(database, uid).headcount == 41


def test_a_promise_that_was_kept_meanwhile_is_not_opened_again(database: Database) -> None:
    uid = makers.write_meeting(database, commitments=(CommitmentDraft("دورية", "ar", "office"),))
    read = _draft(database, uid)
    with database.write(Actor.CHIEF) as session:
        (promise,) = list_commitments(session, TODAY)
        keep_commitment(session, promise.uid, promise.version)
    with pytest.raises(Conflict) as refused:
        _save(database, MeetingEntry(replace(read, headcount=41), read, NEXT), uid)
    assert refused.value.details == {"uid": str(uid)}
    with database.read() as session:
        assert [row.is_kept for row in list_commitments(session, TODAY)] == [True]
        assert len(list_meetings(session)) == 1


def test_a_next_meeting_that_cannot_be_leaves_no_session_behind(database: Database) -> None:
    refused = replace(NEXT, channel="ch.nowhere")
    with pytest.raises(InvalidDraft):
        _save(database, MeetingEntry(makers.meeting_draft(), following=refused))
    with database.read() as session:
        assert list_meetings(session) == []
