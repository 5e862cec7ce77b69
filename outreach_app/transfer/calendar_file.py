"""Meetings as an iCalendar file (RFC 5545), for other programs' calendars."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from outreach_app.atomic_files import write_whole
from outreach_app.clock import CASABLANCA
from outreach_app.i18n import Language
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.vocabulary import label

_PRODUCT = "-//Outreach//Meetings//AR-FR"
_STATUSES: dict[str, str] = {
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.CONFIRMED: "CONFIRMED",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.POSTPONED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
}
# The length shown for a meeting without an end.
_USUAL = timedelta(hours=1)


def write_calendar(
    path: Path,
    meetings: Sequence[MeetingRow],
    language: Language,
    written: datetime,
    reminder: timedelta = timedelta(),
) -> None:
    """Write the meetings, whole or not at all; `reminder` is the time before future ones.

    The same meeting keeps its UID, so that a second file updates it in the other program. The file
    itself lists Morocco's clock changes: few programs know that they depend on Ramadan. Raises
    WriteFailed.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-caldesc", Circulation.INTERNAL.words(language))
    for meeting in meetings:
        event = _event(meeting, language, written)
        if reminder and meeting.is_to_come and meeting.starts_at is not None:
            event.add_component(_alarm(reminder, str(event["summary"])))
        calendar.add_component(event)
    if meetings:
        days = sorted(meeting.held_on for meeting in meetings)
        years = date(days[0].year - 1, 1, 1), date(days[-1].year + 2, 1, 1)
        calendar.add_missing_timezones(*years)
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
        start = datetime.combine(meeting.held_on, meeting.starts_at, CASABLANCA)
        event.add("dtstart", start)
        if meeting.ends_at is None:
            event.add("dtend", start + _USUAL)
        else:
            event.add("dtend", datetime.combine(meeting.held_on, meeting.ends_at, CASABLANCA))
    if place := _either(meeting.place.ar, meeting.place.fr, language):
        event.add("location", place)
    event.add("categories", [label(meeting.kind, language)])
    if status := _STATUSES.get(meeting.status):
        event.add("status", status)
    return event


def _alarm(reminder: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -reminder)
    return alarm


def _either(arabic: str | None, french: str | None, language: Language) -> str:
    own, other = (arabic, french) if language is Language.ARABIC else (french, arabic)
    return own or other or ""
