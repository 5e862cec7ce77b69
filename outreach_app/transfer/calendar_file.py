"""Meetings as an iCalendar file (RFC 5545), for the calendars of other programs."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from outreach_app.clock import CASABLANCA
from outreach_app.i18n import Language
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.vocabulary import label
from outreach_app.whole import write_whole

_PRODUCT = "-//Outreach//Meetings//AR-FR"
_STATUSES: dict[str, str] = {
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.CONFIRMED: "CONFIRMED",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.POSTPONED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}
# A meeting without an end is shown for as long as most last.
_USUAL = timedelta(hours=1)


def write_calendar(
    path: Path, meetings: Sequence[MeetingRow], language: Language, written: datetime
) -> None:
    """Write the meetings, whole or not at all. Raises WriteFailed.

    The same meeting keeps its UID, so that a second file updates it in the other program.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for meeting in meetings:
        calendar.add_component(_event(meeting, language, written))
    write_whole(path, calendar.to_ical())


def _event(meeting: MeetingRow, language: Language, written: datetime) -> Event:
    event = Event()
    event.add("uid", f"{meeting.uid}@outreach")
    event.add("dtstamp", written)
    title = _either(meeting.subject.ar, meeting.subject.fr, language)
    event.add("summary", title or label(meeting.kind, language))
    if meeting.starts_at is None:
        event.add("dtstart", meeting.held_on)
        event.add("dtend", meeting.held_on + timedelta(days=1))
    else:
        # In UTC: few programs know that Morocco's clocks change with Ramadan.
        start = datetime.combine(meeting.held_on, meeting.starts_at, CASABLANCA).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + _USUAL)
    if place := _either(meeting.place.ar, meeting.place.fr, language):
        event.add("location", place)
    event.add("categories", [label(meeting.kind, language)])
    if status := _STATUSES.get(meeting.status):
        event.add("status", status)
    return event


def _either(arabic: str | None, french: str | None, language: Language) -> str:
    own, other = (arabic, french) if language is Language.ARABIC else (french, arabic)
    return own or other or ""
