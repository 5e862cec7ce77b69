"""Planned meetings are moved and repeated, each as a separate meeting."""

from datetime import date, time

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.models import Meeting
from outreach_app.rules.repetition import Every
from outreach_app.rules.working_days import WorkingDays
from outreach_app.services.meeting_series import move_meeting, repeat_meeting
from tests import makers


def _planned(database: Database, **changes: object) -> Meeting:
    uid = makers.write_meeting(
        database,
        **{"status": "planned", "points": (), "commitments": (), "referrals": ()} | changes,
    )
    with database.read() as session:
        return session.scalars(select(Meeting).where(Meeting.uid == uid)).one()


@pytest.mark.parametrize(
    ("every", "days"),
    [
        (Every.WEEK, [date(2026, 11, 4), date(2026, 11, 11), date(2026, 11, 19)]),
        (Every.MONTH, [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 28)]),
        (Every.QUARTER, [date(2027, 1, 28), date(2027, 4, 28), date(2027, 7, 28)]),
    ],
)
def test_a_meeting_is_repeated_on_working_days(
    database: Database, every: Every, days: list[date]
) -> None:
    # 18 November 2026 is a public holiday, 28 November a Saturday.
    partner = makers.write_partner(database)
    meeting = _planned(database, held_on=date(2026, 10, 28), attendances=((partner, True),))
    with database.write(Actor.CHIEF) as session:
        uids = repeat_meeting(session, meeting.uid, every, 3, WorkingDays())
    with database.read() as session:
        rows = list(session.scalars(select(Meeting).where(Meeting.uid.in_(uids))))
        assert sorted(row.held_on for row in rows) == days
        assert {row.status for row in rows} == {"planned"}
        assert all(row.attendances[0].partner.uid == partner for row in rows)


def test_what_was_said_in_a_session_is_not_repeated(database: Database) -> None:
    uid = makers.write_meeting(database, assessment="جيد", assessment_language="ar")
    with database.write(Actor.CHIEF) as session:
        (copy,) = repeat_meeting(session, uid, Every.MONTH, 1, WorkingDays())
    with database.read() as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == copy)).one()
        assert not meeting.points
        assert not meeting.commitments
        assert (meeting.headcount, meeting.assessment, meeting.number_sequence) == (None,) * 3


def test_only_what_a_plan_needs_is_taken_over_from_a_held_session(database: Database) -> None:
    came, absent = (makers.write_partner(database, name_ar=name) for name in ("أ", "ب"))
    uid = makers.write_meeting(
        database,
        attendances=((came, True), (absent, False)),
        source="محضر ورقي",
        sensitive_reason="شكاية عاجلة",
    )
    with database.write(Actor.CHIEF) as session:
        (copy,) = repeat_meeting(session, uid, Every.MONTH, 1, WorkingDays())
    with database.read() as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == copy)).one()
        expected = {row.partner.uid: row.is_present for row in meeting.attendances}
        assert expected == {came: True, absent: True}
        assert (meeting.source, meeting.sensitive_reason) == (None, None)


def test_nobody_repeats_a_meeting_a_thousand_times(database: Database) -> None:
    meeting = _planned(database)
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        repeat_meeting(session, meeting.uid, Every.WEEK, 1000, WorkingDays())


def test_a_postponed_meeting_that_is_moved_is_planned_again_and_keeps_its_length(
    database: Database,
) -> None:
    meeting = _planned(
        database,
        status="postponed",
        status_reason="عطلة",
        starts_at=time(10),
        ends_at=time(11, 30),
    )
    with database.write(Actor.CHIEF) as session:
        move_meeting(session, meeting.uid, meeting.version, date(2026, 12, 1), time(15))
    with database.read() as session:
        moved = session.scalars(select(Meeting)).one()
        assert (moved.held_on, moved.starts_at) == (date(2026, 12, 1), time(15))
        assert (moved.ends_at, moved.status, moved.status_reason) == (time(16, 30), "planned", None)


def test_a_meeting_that_was_held_is_not_moved(database: Database) -> None:
    makers.write_meeting(database)
    with database.read() as session:
        meeting = session.scalars(select(Meeting)).one()
    with pytest.raises(NotAllowed), database.write(Actor.CHIEF) as session:
        move_meeting(session, meeting.uid, meeting.version, date(2026, 12, 1), None)


def test_a_numbered_meeting_stays_in_its_year(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        meeting = makers.the_meeting(session)
        meeting.status = "planned"  # two computers changed it apart
        session.flush()
        version = meeting.version
    with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
        move_meeting(session, uid, version, date(2027, 1, 5), None)
