"""Rectified rumours that a meeting should explain at its opening."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Meeting, Partner, Point, Rumour
from outreach_app.queries.hand_outs import list_meetings_to_come
from outreach_app.queries.records import get_own_office
from outreach_app.queries.rumours import RumourFilter, RumourRow, list_rumours_by_id, select_rumours
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus, RumourState
from outreach_app.survivors import survivor_ids

_WHERE_TOLD: Final = (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED, MeetingStatus.HELD)


def count_rumours_to_tell(session: Session, period: Period) -> int:
    """Count the rumours to explain at the planned meetings of a period."""
    planned = list_meetings_to_come(session, period)
    return len({row.uid for each in planned for row in list_rumours_to_tell(session, each)})


def list_rumours_to_tell(session: Session, meeting: Meeting) -> list[RumourRow]:
    """Return the rumours to explain to those invited to a meeting, first heard first.

    Each was rectified by the day of the meeting and not carried back yet, and an organisation that
    was present when it was told is invited; a rumour that no partner told is for everybody.
    """
    if meeting.status not in _WHERE_TOLD:
        return []
    own = frozenset({OfficeId(get_own_office(session).id)})
    wanted = RumourFilter(state=RumourState.CORRECTED, offices=own)
    rows = list_rumours_by_id(session, session.scalars(select_rumours(session, wanted)))
    ends = survivor_ids(session, Partner)
    invited = {
        ends.get(row.partner_id, row.partner_id)
        for row in meeting.attendances
        if not row.is_deleted
    }
    tellers = _tellers(session, list(rows), ends)
    due = [
        row
        for place, row in rows.items()
        if _is_out_by(row, meeting) and (place not in tellers or tellers[place] & invited)
    ]
    return sorted(due, key=lambda row: (row.heard_on, row.uid))


def _is_out_by(row: RumourRow, meeting: Meeting) -> bool:
    rectification = row.rectification
    return rectification is not None and rectification.published_on <= meeting.held_on


def _tellers(
    session: Session, rumours: list[int], ends: Mapping[int, int]
) -> dict[int | None, set[int]]:
    """Return the partners present when each rumour was told, by local ids."""
    statement = (
        select(Point.rumour_id, Attendance.partner_id)
        .join(Attendance, Attendance.meeting_id == Point.meeting_id)
        .where(Point.rumour_id.in_(rumours), ~Point.is_deleted)
        .where(Attendance.is_present, ~Attendance.is_deleted)
    )
    found: dict[int | None, set[int]] = defaultdict(set)
    for rumour, partner in session.execute(statement):
        found[rumour].add(ends.get(partner, partner))
    return found


def list_points_telling(session: Session, rumour: Rumour) -> Sequence[Point]:
    """Return the points of meetings that told a rumour."""
    statement = select(Point).where(Point.rumour_id == rumour.id, ~Point.is_deleted)
    return session.scalars(statement.order_by(Point.id)).all()
