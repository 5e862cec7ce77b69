"""What a person is reminded of on a day: in numbers and hours, never in names."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting
from outreach_app.queries.commitments import is_open
from outreach_app.queries.today import people_to_inform


@dataclass(frozen=True, slots=True)
class Notices:
    """Commitments overdue and due on the day, people to inform, hours of meetings to be held."""

    overdue: int
    due: int
    people: int
    starts: tuple[time, ...]

    @property
    def number(self) -> int:
        """How many things wait to be done."""
        return self.overdue + self.due + self.people


def get_notices(session: Session, day: date) -> Notices:
    """What there is to remind of on a day."""
    is_late = Commitment.due_on < day
    promised = (
        select(func.count().filter(is_late), func.count().filter(~is_late))
        .select_from(Commitment)
        .join(Commitment.meeting)
        .where(is_open(), Commitment.due_on <= day)
        .where(~Commitment.is_deleted, ~Meeting.is_deleted)
    )
    overdue, due = session.execute(promised).one()
    people = select(func.count()).select_from(people_to_inform().order_by(None).subquery())
    starts = (
        select(Meeting.starts_at)
        .where(Meeting.held_on == day, Meeting.status.in_(("planned", "confirmed")))
        .where(~Meeting.is_deleted, Meeting.starts_at.is_not(None))
        .order_by(Meeting.starts_at)
    )
    return Notices(
        overdue=overdue,
        due=due,
        people=session.scalar(people) or 0,
        starts=tuple(start for start in session.scalars(starts) if start is not None),
    )
