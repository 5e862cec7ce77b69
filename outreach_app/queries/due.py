"""What is due on a day, in numbers and hours, for the window and its reminders."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting
from outreach_app.queries.claims import late_claims
from outreach_app.queries.commitments import is_open
from outreach_app.queries.drafts import SESSION_FORM, count_drafts
from outreach_app.queries.reviews import waiting_questions
from outreach_app.queries.sources import is_source_kept
from outreach_app.queries.today import (
    people_to_inform,
    waiting_points,
    waiting_remarks,
    waiting_rumours,
)
from outreach_app.rules.statuses import MeetingStatus


@dataclass(frozen=True, slots=True)
class Due:
    """Meetings of the day still to be held, with their hours, and the other work that waits.

    `overdue` commitments fell due before the day, `due` ones on it; `points` had no reaction,
    `people` were not informed, `drafts` are sessions that somebody began to type and has yet to
    record, `rumours` wait to be verified, rectified or carried back, `remarks` had no reaction,
    `questions` are those of headquarters about meetings, `claims` of people are overdue.
    """

    meetings: int
    starts: tuple[time, ...]
    overdue: int
    due: int
    points: int
    people: int
    drafts: int
    rumours: int
    remarks: int
    questions: int
    claims: int

    @property
    def waiting(self) -> int:
        """The number of things that wait to be done."""
        asked = self.people + self.remarks + self.questions + self.claims
        return self.overdue + self.due + self.drafts + self.rumours + asked


def count_due(session: Session, day: date) -> Due:
    """Count what is due on a day, without deleted records and the contents of deleted meetings."""
    meetings = (
        select(Meeting.starts_at)
        .where(
            Meeting.held_on == day,
            Meeting.status.in_((MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)),
        )
        .where(~Meeting.is_deleted)
        .order_by(Meeting.starts_at)
    )
    is_late = Commitment.due_on < day
    promised = (
        select(func.count().filter(is_late), func.count().filter(~is_late))
        .select_from(Commitment)
        .where(is_open(), Commitment.due_on <= day)
        .where(~Commitment.is_deleted, is_source_kept(Commitment))
    )
    starts = session.scalars(meetings).all()
    overdue, due = session.execute(promised).one()
    return Due(
        meetings=len(starts),
        starts=tuple(start for start in starts if start is not None),
        overdue=overdue,
        due=due,
        points=_count(session, waiting_points(session)),
        people=_count(session, people_to_inform()),
        drafts=count_drafts(session, SESSION_FORM),
        rumours=_count(session, waiting_rumours(session)),
        remarks=_count(session, waiting_remarks(session)),
        questions=_count(session, waiting_questions(session)),
        claims=_count(session, late_claims(session)),
    )


def _count(session: Session, ids: Select[int]) -> int:
    return session.scalar(select(func.count()).select_from(ids.order_by(None).subquery())) or 0
