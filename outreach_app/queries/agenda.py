"""The calendar: meetings and commitments that fall due, by day."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting
from outreach_app.queries.commitment_lists import list_commitments_by_id
from outreach_app.queries.commitments import CommitmentRow, is_open
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.sources import is_source_kept
from outreach_app.rules.statuses import MeetingStatus

USUAL_LENGTH = 60  # minutes of a meeting whose end is not known
# Postponed and cancelled meetings do not occupy their day.
_TAKING_PLACE = (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED, MeetingStatus.HELD)


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The meetings of a day by the hour, and the commitments that fall due on it."""

    meetings: tuple[MeetingRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()


def list_agenda(session: Session, first: date, last: date, today: date) -> Mapping[date, AgendaDay]:
    """Return the days of a range that have something, with what they have; both ends included."""
    meetings: dict[date, list[MeetingRow]] = defaultdict(list)
    for meeting in list_meetings_in(session, first, last):
        meetings[meeting.held_on].append(meeting)
    commitments: dict[date, list[CommitmentRow]] = defaultdict(list)
    for commitment in _commitments(session, first, last, today):
        if commitment.due_on is not None:
            commitments[commitment.due_on].append(commitment)
    days = sorted(meetings.keys() | commitments.keys())
    return {day: AgendaDay(tuple(meetings[day]), tuple(commitments[day])) for day in days}


def list_meetings_in(session: Session, first: date, last: date) -> Sequence[MeetingRow]:
    """Return the meetings of a range of days by day and hour, whatever their status."""
    statement = (
        select(Meeting.id)
        .where(~Meeting.is_deleted, Meeting.held_on >= first, Meeting.held_on <= last)
        .order_by(Meeting.held_on, Meeting.starts_at.is_(None), Meeting.starts_at, Meeting.id)
    )
    ids = list(session.scalars(statement))
    rows = list_meetings_by_id(session, ids)
    return [rows[record_id] for record_id in ids]


def count_meetings_on(
    session: Session, days: Collection[date], but_for: UUID | None
) -> Mapping[date, int]:
    """Return the number of meetings on each of these days, without one that is to be moved."""
    statement = (
        select(Meeting.held_on, func.count().label("meetings"))
        .where(Meeting.held_on.in_(days), Meeting.status.in_(_TAKING_PLACE))
        .where(~Meeting.is_deleted)
        .group_by(Meeting.held_on)
    )
    if but_for is not None:
        statement = statement.where(Meeting.uid != but_for)
    return {row.held_on: row.meetings for row in session.execute(statement)}


def list_meetings_at(
    session: Session, day: date, hours: tuple[time | None, time | None], but_for: UUID | None
) -> Sequence[MeetingRow]:
    """Return the meetings of a day that take place in these hours, but for one to be moved.

    A meeting without an end is taken to last as long as is usual. None if the start is unknown.
    """
    first, last = _reach(*hours)
    return [
        row
        for row in list_meetings_in(session, day, day)
        if row.uid != but_for and row.status in _TAKING_PLACE
        for starts, ends in [_reach(row.starts_at, row.ends_at)]
        if starts < last and first < ends
    ]


def _reach(starts_at: time | None, ends_at: time | None) -> tuple[int, int]:
    """Return the first and the last minute of a meeting in its day; without a start, none."""
    if starts_at is None:
        return 0, 0
    first = starts_at.hour * 60 + starts_at.minute
    return first, ends_at.hour * 60 + ends_at.minute if ends_at else first + USUAL_LENGTH


def _commitments(session: Session, first: date, last: date, today: date) -> Sequence[CommitmentRow]:
    statement = (
        select(Commitment.id)
        .where(~Commitment.is_deleted, is_source_kept(Commitment))
        .where(is_open(), Commitment.due_on >= first, Commitment.due_on <= last)
        .order_by(Commitment.due_on, Commitment.id)
    )
    ids = list(session.scalars(statement))
    rows = list_commitments_by_id(session, ids, today)
    return [rows[record_id] for record_id in ids]
