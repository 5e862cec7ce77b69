"""The list of meetings as a window pages it: ordered ids under filters, rows by id."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.search import FoundKind

MOST_FOUND = 1000


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """What the list is narrowed to; None and "" narrow nothing. Both days are included."""

    text: str = ""
    status: str | None = None
    kind: str | None = None
    category: str | None = None
    first_day: date | None = None
    last_day: date | None = None


def list_meeting_ids(session: Session, wanted: MeetingFilter) -> list[int]:
    """The local ids of the meetings, the newest first, or the best first where text is sought."""
    statement = _narrowed(select(Meeting.id).where(~Meeting.is_deleted), wanted)
    if not wanted.text.strip():
        ordered = statement.order_by(Meeting.held_on.desc(), Meeting.id.desc())
        return list(session.scalars(ordered))
    found = [
        hit.record_id
        for hit in search.find(session, wanted.text, MOST_FOUND)
        if hit.kind is FoundKind.MEETING
    ]
    allowed = set(session.scalars(statement.where(Meeting.id.in_(found))))
    return [record_id for record_id in found if record_id in allowed]


def _narrowed(statement: Select[int], wanted: MeetingFilter) -> Select[int]:
    if wanted.status is not None:
        statement = statement.where(Meeting.status == wanted.status)
    if wanted.kind is not None:
        statement = statement.where(Meeting.kind == wanted.kind)
    if wanted.first_day is not None:
        statement = statement.where(Meeting.held_on >= wanted.first_day)
    if wanted.last_day is not None:
        statement = statement.where(Meeting.held_on <= wanted.last_day)
    if wanted.category is not None:
        present = (
            select(Attendance.meeting_id)
            .join(Attendance.partner)
            .where(Partner.category == wanted.category, ~Attendance.is_deleted)
        )
        statement = statement.where(Meeting.id.in_(present))
    return statement
