"""What the year came to, in a handover file: a line for each number."""

from dataclasses import fields

from outreach_app.i18n import Language
from outreach_app.summaries.handovers.plan import YearCounts
from outreach_app.summaries.handovers.words import Labels
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.nouns import MEETING_ACTION_OR_CALL
from outreach_app.summaries.prose.numbers import digits

# They have no line of their own.
_BESIDE = {"first", "participants_noted", "women_noted"}


def year_lines(year: YearCounts, labels: Labels, page: Language) -> tuple[tuple[str, Text], ...]:
    """Return what the year came to, as labels over numbers."""
    names = [each.name for each in fields(year) if each.name not in _BESIDE]
    named = zip(labels.year, names, strict=True)
    return tuple((label, _number(year, name, labels, page)) for label, name in named)


def _number(year: YearCounts, name: str, labels: Labels, page: Language) -> Text:
    """Return a number of the year: the least, if some of its meetings did not count it."""
    fact, number = f"year.{name}", getattr(year, name)
    noted = getattr(year, f"{name}_noted", year.meetings)
    if number is None:
        return text(labels.not_noted)
    said = Span(digits(number, page), fact)
    if noted == year.meetings:
        return text(said)
    least, counted, of_all, end = labels.partly_noted if number else labels.none_noted
    some = Span(count(MEETING_ACTION_OR_CALL, noted, Case.GENITIVE, page), f"{fact}_noted")
    every = Span(digits(year.meetings, page), "year.meetings")
    return text(least, said, counted, some, of_all, every, end)
