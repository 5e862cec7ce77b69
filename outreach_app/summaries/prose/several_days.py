"""The days of a meeting of several days: its first and its last one, by one rule everywhere."""

from datetime import date
from typing import Protocol

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.periods import (
    arabic_days,
    arabic_first,
    french_days,
    french_first,
)

_FROM_TO = {Language.ARABIC: ("من ", " إلى "), Language.FRENCH: ("Du ", " au ")}


class Held(Protocol):
    """A meeting with the days that were noted."""

    @property
    def held_on(self) -> date: ...
    @property
    def last_on(self) -> date | None: ...


def last_of(meeting: Held) -> date | None:
    """Return the last day of a meeting of several days; None of one that took a day."""
    is_longer = meeting.last_on is not None and meeting.last_on > meeting.held_on
    return meeting.last_on if is_longer else None


def count_days(first: date, last: date | None) -> int:
    """Return how many days a meeting lasted; 1 if no last day was noted."""
    return (last - first).days + 1 if last else 1


def days_cell(first: date, last: date | None, path: str, language: Language) -> Text:
    """Return the day of a meeting in a table, or « Du 05/10 au 07/10/2026 » of several.

    A narrow column has the year once, and ends a line before the last day.
    """
    short_date = arabic.short_date if language is Language.ARABIC else french.short_date
    fact, said = f"{path}.held_on", short_date(first)
    if last is None:
        return text(Span(said, fact))
    if first.year == last.year:
        said = said.replace(f"/{first.year}", "")
    since, until = _FROM_TO[language]
    return text(since, Span(said, fact), until, Span(short_date(last), f"{path}.last_on"))


def from_to(first: date, last: date, facts: tuple[str, str], language: Language) -> Text:
    """Return « du 20 au 22 octobre 2026 », the first day without what it shares with the last."""
    days, (begun, ended) = Period(first, last), facts
    if language is Language.ARABIC:
        end = Span(arabic.full_date(last), ended)
        return text("من ", Span(arabic_first(days), begun), " إلى غاية ", end)
    end = Span(french.full_date(last), ended)
    return text("du ", Span(french_first(days), begun), " au ", end)


def on_days(meeting: Held, fact: str, language: Language, *, of_it: bool = False) -> Text:
    """Return « le lundi 5 octobre 2026 », « du 5 au 7 octobre 2026 », in a sentence.

    `of_it` is after a noun: « la rencontre du lundi 5 octobre 2026 ».
    """
    is_arabic = language is Language.ARABIC
    if (last := last_of(meeting)) is None:
        day = (arabic if is_arabic else french).weekday_date(meeting.held_on)
        lead = "يوم " if is_arabic else "du " if of_it else "le "
        return text(lead, Span(day, fact))
    days = Period(meeting.held_on, last)
    return text(Span((arabic_days if is_arabic else french_days)(days), fact))
