"""The list of meetings as a window pages it: ordered ids under filters, rows by id."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.rules.ids import OfficeId
from outreach_app.search.index import find_meetings
from outreach_app.search.terms import Facet
from outreach_app.survivors import survivors

# Of meetings found by words: where this many are listed, there may be older ones.
MOST_FOUND = 20_000


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """What the list is narrowed to; None and "" narrow nothing. Both days are included.

    `offices` are local ids, for headquarters. Each field but `text` and the days is a facet of the
    search index too.
    """

    text: str = ""
    status: str | None = None
    kind: str | None = None
    category: str | None = None
    channel: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    offices: frozenset[OfficeId] | None = None


def list_meeting_ids(session: Session, wanted: MeetingFilter) -> list[int]:
    """Return the local ids of the meetings, newest first; of found ones the newest MOST_FOUND."""
    if wanted.text.strip():
        return find_meetings(
            session,
            wanted.text,
            MOST_FOUND,
            filters=_facets(wanted),
            first_day=wanted.first_day or date.min,
            last_day=wanted.last_day or date.max,
        )
    statement = _narrowed(select(Meeting.id).where(~Meeting.is_deleted), wanted)
    return list(session.scalars(statement.order_by(Meeting.held_on.desc(), Meeting.id.desc())))


def find_meeting_id(session: Session, uid: UUID) -> int | None:
    """Return the local id of a meeting, to find its place in a list; None if it is deleted."""
    return session.scalar(select(Meeting.id).where(Meeting.uid == uid, ~Meeting.is_deleted))


def _facets(wanted: MeetingFilter) -> dict[Facet, Collection[str | int]]:
    """Return the filters as the search index has them: words and filters are asked at once."""
    values = {
        Facet.STATUS: wanted.status,
        Facet.KIND: wanted.kind,
        Facet.CATEGORY: wanted.category,
        Facet.CHANNEL: wanted.channel,
    }
    facets: dict[Facet, Collection[str | int]] = {
        facet: (value,) for facet, value in values.items() if value is not None
    }
    return facets if wanted.offices is None else facets | {Facet.OFFICE: wanted.offices}


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
