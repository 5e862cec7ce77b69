"""The list of meetings as a window pages it: ordered ids under filters, rows by id."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.search import FoundKind
from outreach_app.survivors import survivors

MOST_FOUND = 1000


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """What the list is narrowed to; None and "" narrow nothing. Both days are included.

    `offices` are local ids, for headquarters.
    """

    text: str = ""
    status: str | None = None
    kind: str | None = None
    category: str | None = None
    channel: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    offices: frozenset[int] | None = None


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


def find_meeting_id(session: Session, uid: UUID) -> int | None:
    """The local id of a meeting that is not deleted, to find its place in a list of ids."""
    return session.scalar(select(Meeting.id).where(Meeting.uid == uid, ~Meeting.is_deleted))


def _narrowed(statement: Select[int], wanted: MeetingFilter) -> Select[int]:
    if wanted.status is not None:
        statement = statement.where(Meeting.status == wanted.status)
    if wanted.kind is not None:
        statement = statement.where(Meeting.kind == wanted.kind)
    if wanted.channel is not None:
        statement = statement.where(Meeting.channel == wanted.channel)
    if wanted.offices is not None:
        statement = statement.where(Meeting.office_id.in_(wanted.offices))
    if wanted.first_day is not None:
        statement = statement.where(Meeting.held_on >= wanted.first_day)
    if wanted.last_day is not None:
        statement = statement.where(Meeting.held_on <= wanted.last_day)
    if wanted.category is not None:
        merged = survivors(Partner)
        met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
        present = (
            select(Attendance.meeting_id)
            .outerjoin(merged, merged.c.id == Attendance.partner_id)
            .join(Partner, Partner.id == met)
            .where(Partner.category == wanted.category, ~Attendance.is_deleted)
        )
        statement = statement.where(Meeting.id.in_(present))
    return statement
