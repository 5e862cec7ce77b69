"""What was promised at earlier sessions with a partner, and was still open on a day."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from outreach_app import clock
from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point
from outreach_app.queries.hand_outs import with_partner
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import held_in
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS


def list_promises_before(session: Session, partner: Partner, day: date) -> Sequence[Commitment]:
    """Return the commitments about points of earlier sessions that were open on a day."""
    statement = (
        select(Commitment)
        .join(Commitment.point)
        .join(Point.meeting)
        .options(contains_eager(Commitment.point))
        .where(*held_in(Period(date.min, day - timedelta(days=1))))
        .where(with_partner(partner, Attendance.is_present.is_(True)))
        .where(~Commitment.is_deleted, ~Point.is_deleted)
        .order_by(Meeting.held_on, Meeting.id, Point.position, Point.id)
    )
    return _open_on(session, session.scalars(statement), day)


def list_promises_apart_before(
    session: Session, partner: Partner, day: date
) -> Sequence[Commitment]:
    """Return the commitments of earlier sessions about no point that were open on a day."""
    statement = (
        select(Commitment)
        .join(Commitment.meeting)
        .where(*held_in(Period(date.min, day - timedelta(days=1))))
        .where(with_partner(partner, Attendance.is_present.is_(True)))
        .where(~Commitment.is_deleted, Commitment.point_id.is_(None))
        .order_by(Meeting.held_on, Meeting.id, Commitment.position, Commitment.id)
    )
    return _open_on(session, session.scalars(statement), day)


def _open_on(session: Session, rows: Iterable[Commitment], day: date) -> list[Commitment]:
    """Return the commitments that were still open on a day."""
    return [
        row
        for row in rows
        if row.status in OPEN_COMMITMENTS or _was_settled_since(session, row.uid, day)
    ]


def _was_settled_since(session: Session, commitment: UUID, day: date) -> bool:
    """Return whether the status of a commitment changed on that day or later."""
    return any(
        clock.local(datetime.fromisoformat(row.at)).date() >= day
        for row in list_changes(session, commitment)[1:]
        if "status" in row.changes
    )
