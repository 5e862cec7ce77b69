"""Numbers of sessions: a held meeting keeps its number, the year of it, and stays held."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.journal import current_device
from outreach_app.models import Issue, Meeting
from outreach_app.queries.meetings import find_last_number, meeting_number
from outreach_app.rules.statuses import MeetingStatus


def check_numbered(meeting: Meeting, status: str, held_on: date) -> list[Problem]:
    """Check that a held meeting stays held, and a numbered one in the year of its number."""
    found = []
    if meeting.status == MeetingStatus.HELD and status != MeetingStatus.HELD:
        message = _(
            "The meeting was held, as session {number}: it can no longer be planned, postponed or "
            "cancelled. If it did not take place, delete it, and tell those who have its summary."
        )
        message = message.format(number=isolate(meeting_number(meeting)))
        found.append(Problem("status", "was_held", message))
    if meeting.number_year not in (None, held_on.year):
        message = _("The meeting is numbered in another year: its date must stay in that year.")
        found.append(Problem("held_on", "numbered_year", message))
    return found


def require_numbered(meeting: Meeting, status: str, held_on: date) -> None:
    """Check what the number of a meeting binds. Raises InvalidDraft."""
    found = check_numbered(meeting, status, held_on)
    if found:
        raise InvalidDraft(found[0].message, found)


def require_unissued(session: Session, meeting: Meeting) -> None:
    """Check that no summary bears the number of a meeting that is not held. Raises InvalidDraft."""
    if meeting.status == MeetingStatus.HELD:
        return
    issued = select(Issue.id).where(Issue.meeting_id == meeting.id, ~Issue.is_deleted)
    if session.scalar(issued.limit(1)) is not None:
        message = _(
            "A summary of the session was issued: it can no longer be planned. If it did not take "
            "place, delete it, and tell those who have its summary."
        )
        raise InvalidDraft(message, [Problem("status", "was_held", message)])


def number_if_held(session: Session, meeting: Meeting) -> None:
    """Give a held meeting its permanent number, per office, year and station."""
    if meeting.status == MeetingStatus.HELD and meeting.number_sequence is None:
        station, year = current_device(session).letter, meeting.held_on.year
        last = find_last_number(session, meeting.office_id, year, station)
        meeting.number_year, meeting.number_station = year, station
        meeting.number_sequence = last + 1
