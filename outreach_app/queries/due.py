"""How much is due on a day, in numbers: what the window says when the register opens."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Point
from outreach_app.queries.commitments import is_open
from outreach_app.rules.statuses import PointState


@dataclass(frozen=True, slots=True)
class Due:
    """Meetings of the day still to be held, commitments due or overdue, points that wait."""

    meetings: int
    commitments: int
    points: int


def count_due(session: Session, day: date) -> Due:
    """What is due on a day; deleted records are not, nor is what deleted meetings hold."""
    meetings = select(func.count()).where(
        Meeting.held_on == day, Meeting.status.in_(("planned", "confirmed")), ~Meeting.is_deleted
    )
    commitments = (
        select(func.count())
        .select_from(Commitment)
        .join(Commitment.meeting)
        .where(is_open(), Commitment.due_on <= day)
        .where(~Commitment.is_deleted, ~Meeting.is_deleted)
    )
    points = (
        select(func.count())
        .select_from(Point)
        .join(Point.meeting)
        .where(Point.state == PointState.RECEIVED, ~Point.is_deleted, ~Meeting.is_deleted)
    )
    counts = (session.scalar(counted) or 0 for counted in (meetings, commitments, points))
    return Due(*counts)
