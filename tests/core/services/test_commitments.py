"""A commitment closed by mistake is restored."""

from datetime import date

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.queries.commitments import CommitmentRow, list_commitments
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import (
    CommitmentDraft,
    LatePromiseDraft,
    change_status,
    keep_commitment,
    promise_after,
    reopen_commitment,
)
from tests import makers

TODAY = date(2026, 11, 26)


def _row(database: Database) -> CommitmentRow:
    with database.read() as session:
        (row,) = list_commitments(session, TODAY)
    return row


def _keep(database: Database) -> None:
    row = _row(database)
    with database.write(Actor.CHIEF) as session:
        keep_commitment(session, row.uid, row.version, "دورية كل ليلة")


def _reopen(database: Database, version: str = "") -> CommitmentRow:
    row = _row(database)
    with database.write(Actor.CHIEF) as session:
        reopen_commitment(session, row.uid, version or row.version)
    return _row(database)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (CommitmentStatus.OPEN, None),
        (CommitmentStatus.IN_PROGRESS, None),
        (CommitmentStatus.BLOCKED, "اعتماد غير متوفر"),
    ],
)
def test_a_reopened_commitment_has_its_former_status_and_reason(
    database: Database, status: CommitmentStatus, reason: str | None
) -> None:
    makers.write_meeting(database, commitments=(CommitmentDraft("دورية", "ar", "office"),))
    row = _row(database)
    with database.write(Actor.CHIEF) as session:
        change_status(session, row.uid, row.version, status, reason)
    _keep(database)
    reopened = _reopen(database)
    assert (reopened.status, reopened.status_reason) == (status, reason)


def test_one_that_was_recorded_as_kept_becomes_open(database: Database) -> None:
    kept = CommitmentDraft("دورية", "ar", "office", status="cst.done")
    makers.write_meeting(database, commitments=(kept,))
    assert _reopen(database).status == "cst.open"


def test_one_that_moved_on_is_not_reopened(database: Database) -> None:
    makers.write_meeting(database, commitments=(CommitmentDraft("دورية", "ar", "office"),))
    before = _row(database).version
    _keep(database)
    with pytest.raises(Conflict):
        _reopen(database, before)
    assert _row(database).is_kept


def test_a_promise_made_later_is_its_meetings_and_says_when_it_was_made(
    database: Database,
) -> None:
    meeting = makers.write_meeting(database, points=(), commitments=(), referrals=())
    with database.write(Actor.CHIEF) as session:
        draft = LatePromiseDraft(str(meeting), "Deux lampes", date(2026, 12, 1))
        made_on = promise_after(session, draft).made_on
    row = _row(database)
    assert (row.meeting, row.text, row.language, row.owner) == (
        *(meeting, "Deux lampes", "fr", "office"),
    )
    assert (row.due_on, made_on) == (date(2026, 12, 1), clock.today())
    with database.write(Actor.CHIEF) as session, pytest.raises(InvalidDraft) as refused:
        promise_after(session, LatePromiseDraft(None, ""))
    assert {problem.field for problem in refused.value.problems} == {"meeting", "text"}
