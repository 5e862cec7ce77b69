"""List what was raised or promised at earlier sessions with a partner, and was still open."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point
from outreach_app.queries.hand_outs import with_partner
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import held_in
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS


def list_points_before(session: Session, partner: Partner, day: date) -> Sequence[Point]:
    """Return the points of the sessions with a partner before a day, the oldest first."""
    statement = (
        select(Point)
        .join(Point.meeting)
        .where(*held_in(Period(date.min, day - timedelta(days=1))))
        .where(with_partner(partner, Attendance.is_present.is_(True)))
        .where(~Point.is_deleted)
        .order_by(Meeting.held_on, Meeting.id, Point.position, Point.id)
    )
    return session.scalars(statement).all()


def list_promises_apart_before(
    session: Session, partner: Partner, day: date
) -> Sequence[Commitment]:
    """Return the commitments about no point of the sessions before a day."""
    return session.scalars(_made_before(partner, day).where(Commitment.point_id.is_(None))).all()


def list_open_promises_before(
    session: Session, partner: Partner, day: date
) -> Sequence[Commitment]:
    """Return the commitments of the sessions before a day that are open, the oldest first."""
    is_open = Commitment.status.in_(OPEN_COMMITMENTS)
    return session.scalars(_made_before(partner, day).where(is_open)).all()


def _made_before(partner: Partner, day: date) -> Select[Commitment]:
    return (
        select(Commitment)
        .join(Commitment.meeting)
        .where(*held_in(Period(date.min, day - timedelta(days=1))))
        .where(with_partner(partner, Attendance.is_present.is_(True)))
        .where(~Commitment.is_deleted)
        .order_by(Meeting.held_on, Meeting.id, Commitment.position, Commitment.id)
    )


def was_open(session: Session, row: Commitment, since: datetime) -> bool:
    """Return whether a commitment was open at a moment: it is, or its status changed since."""
    return row.status in OPEN_COMMITMENTS or any(
        datetime.fromisoformat(change.at) >= since and "status" in change.changes
        for change in list_changes(session, row.uid)[1:]
    )
