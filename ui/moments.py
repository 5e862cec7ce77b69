"""Days with their hours, in words: the day, then the hour, as the language of the screen is read.

Each part is isolated by itself: isolated together, they would run from left to right in Arabic.
"""

from datetime import date, time

from outreach_app.i18n import isolate
from outreach_app.rules.dates import date_words
from ui.words import time_text


def when_words(day: date, at: time | None) -> str:
    """Return a day, and its hour if known; the day is read first in every language."""
    return f"{date_words(day)} · {isolate(time_text(at))}" if at else date_words(day)


def hours_words(first: time, last: time) -> str:
    """Return hours from one to another; the first is read first in every language."""
    return f"{isolate(time_text(first))}–{isolate(time_text(last))}"
