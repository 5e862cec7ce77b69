"""A rumour recorded from a point: its lines in the situation after the meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from outreach_app.queries.rumours import RumourRow
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.quoting import language_of
from outreach_app.summaries.session.plan import News, SituationFacts


def lines_of(
    number: int, row: RumourRow | None, given_on: date | None = None
) -> Iterator[SituationFacts]:
    """Yield that a rumour was recorded from a point, what its verification found, and its end.

    What was found may have been carried back on another day than the point was answered.
    """
    if row is None:
        return
    found_on = row.finding.found_on if row.finding and row.result else None
    line = SituationFacts(number, News.RUMOUR, found_on or row.heard_on, point=number)
    is_begun = (row.finding is not None and row.result is None) or None
    told = replace(line, summary=row.number or None, is_begun=is_begun)
    out = row.rectification
    told = replace(told, rectified_on=out.published_on if found_on and out else None)
    told = replace(told, is_over=row.is_closed or None)
    yield replace(told, code=row.result if found_on else None)
    if row.back_on is not None and row.back_on != given_on:
        back = SituationFacts(number, News.TOLD, row.back_on, point=number)
        yield replace(back, words=typed(row.back_to), code=row.back_channel)
    if row.closed_on is not None:
        closed = SituationFacts(number, News.RUMOUR_CLOSED, row.closed_on, point=number)
        yield replace(closed, words=typed(row.closed_reason))


def typed(words: str | None) -> Words | None:
    """Return words as they were typed, in the language that their script shows."""
    return Words(words, language_of(words)) if words else None
