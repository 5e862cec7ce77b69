"""Dates and times as people type and read them, and arithmetic in months."""

import re
from calendar import monthrange
from datetime import date, time

from babel.dates import format_date

from outreach_app.i18n import ScreenLanguage, isolate, screen
from outreach_app.rules.text import clean_line

FIRST_YEAR, LAST_YEAR = 1900, 2099
# Replaces a required day that was signed and is impossible; it is in no counted period.
UNKNOWN_DAY = date(FIRST_YEAR, 1, 1)
# What the first day of a month is called. English writes it like the others.
_FIRST = {ScreenLanguage.ARABIC: "فاتح", ScreenLanguage.FRENCH: "1er"}

_PARTED = r"\s?[/.\-\u060d ]\s?"  # U+060D is the Arabic date separator
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})" + _PARTED + r"(?P<month>\d{1,2})" + _PARTED + r"(?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})",
    )
)
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:\s?[:hH.]\s?(?P<minute>\d{2})?|(?P<joined>\d{2}))?")


def parse_date(text: str) -> date | None:
    """Read a date typed day first (05012026, 5/1/26, 5-1-2026) or as ISO (2026-01-05).

    Two-digit years are 2000 to 2099: only receipts have older dates, and their year is typed in
    full. None for a day that does not exist or is outside 1900-2099.
    """
    line = clean_line(text)
    for pattern in _DATES:
        if found := pattern.fullmatch(line):
            return _day(found["year"], found["month"], found["day"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    if not FIRST_YEAR <= full_year <= LAST_YEAR:
        return None
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """Read a time of day: 10:30, 10h30, 10.30, 1030, 930, 10h or 10. None if it is not one."""
    found = _TIME.fullmatch(clean_line(text))
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["joined"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def date_text(day: date) -> str:
    """Return a day as fields hold it: 26/11/2026."""
    return f"{day:%d/%m/%Y}"


def date_words(day: date) -> str:
    """Return a day inside other words, in its own direction; a dash for an unknown one."""
    return isolate(date_text(day)) if day != UNKNOWN_DAY else "—"


def full_day(day: date) -> str:
    """Return a day in words on the screen, with its weekday and year: Mardi 1er décembre 2026."""
    words = format_date(day, "full", locale=screen().locale)
    if day.day == 1:
        words = words.replace(" 1 ", f" {_FIRST.get(screen(), '1')} ")
    return words[:1].upper() + words[1:]


def add_months(day: date, months: int) -> date:
    """Return the same day some months later or earlier; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])
