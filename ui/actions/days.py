"""Reasons not to schedule a meeting then: day off, holiday, Friday prayer, other meetings."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.agenda import count_meetings_on, list_meetings_at
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.working_days import FRIDAY_PRAYER, WorkingDays, meets_friday_prayer
from ui.context import AppContext
from ui.moments import hours_words
from ui.record_lines import meeting_title
from ui.words import apart, time_text


def rest_words(day: date, working: WorkingDays) -> str:
    """Return why the office does not work on a day; "" if it does."""
    holiday = working.holiday_on(day)
    if holiday is not None:
        name = holiday.label(current())
        expected = _("{holiday} (expected: the sighting of the moon decides)")
        return expected.format(holiday=name) if holiday.is_expected else name
    return _("Outside working days") if working.hours_on(day) is None else ""


def prayer_words() -> str:
    """Return the hours of the Friday prayer, in words."""
    return _("Friday prayer: {hours}").format(hours=hours_words(*FRIDAY_PRAYER))


def hours_against(day: date, hours: tuple[time | None, time | None]) -> str:
    """Return the hours of the Friday prayer, in words, if these hours meet them; else ""."""
    return prayer_words() if meets_friday_prayer(day, *hours) else ""


def others_words(number: int) -> str:
    """Return how many other meetings are on a day, in words; "" for none."""
    said = _("Other meetings that day: {number}")
    return said.format(number=isolate(str(number))) if number else ""


def against_words(
    context: AppContext,
    day: date,
    meeting: UUID | None = None,
    hours: tuple[time | None, time | None] = (None, None),
) -> str:
    """Return the reasons not to schedule a meeting on a day at these hours; "" for none."""
    rest, prayer = rest_words(day, context.settings.working_days), hours_against(day, hours)
    others = others_words(count_others(context, [day], meeting).get(day, 0))
    at_once = context.read(lambda session: list_meetings_at(session, day, hours, meeting))
    return " · ".join(filter(None, (rest, prayer, others, _at_once_words(at_once))))


def _at_once_words(rows: Sequence[MeetingRow]) -> str:
    """Name the meetings of the same hours; "" for none."""
    named = [f"{isolate(time_text(row.starts_at))} {apart(meeting_title(row))}" for row in rows]
    said = _("At the same hour: {meetings}")
    return said.format(meetings=" · ".join(named)) if named else ""


def count_others(context: AppContext, days: list[date], meeting: UUID | None) -> dict[date, int]:
    """Count the other meetings of each of these days."""
    return dict(context.read(lambda session: count_meetings_on(session, days, meeting)))
