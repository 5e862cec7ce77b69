"""The lines of the calendar of weeks: a heading for each district, then its precincts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.offices import OfficeRow, WeekState
from ui.fonts import scaled
from ui.headquarters.words import WEEK_ICONS, name_words, place_words, week_words
from ui.tables.columns import Column, Icon
from ui.words import number_words

WEEKS = 8  # at most: with larger text the smallest window fits fewer
_WEEK_WIDTH, _NAME_WIDTH = 80, 156
_ROOM = 822  # beside the figures, at the largest text size


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A precinct with its number, or, if `office` is None, the heading of a district with how
    many of it sent.
    """

    title: str
    note: str
    office: OfficeRow | None


def lines_of(offices: Sequence[OfficeRow]) -> list[OfficeLine]:
    """Return the precincts under the headings of their districts; they are given in that order."""
    lines: list[OfficeLine] = []
    for place, group in groupby(offices, key=place_words):
        rows = list(group)
        sent = sum(row.weeks[-1] is WeekState.SENT for row in rows)
        received = _("received this week: {count}").format(count=isolate(f"{sent}/{len(rows)}"))
        lines.append(OfficeLine(place, received, None))
        lines += [OfficeLine(name_words(row.name), number_words(row.number), row) for row in rows]
    return lines


def weeks_shown() -> int:
    """Return how many weeks fit beside the names of precincts, at the current text size."""
    return min(WEEKS, (_ROOM - scaled(_NAME_WIDTH)) // scaled(_WEEK_WIDTH))


def office_columns(weeks: Callable[[], Sequence[date]]) -> tuple[Column[OfficeLine], ...]:
    """Return the precinct’s column, then one for each week, under its Monday."""
    first: Column[OfficeLine] = Column(
        lambda: _("Precinct"), lambda line: f"{line.title} {line.note}".strip()
    )
    return (first, *(_week_column(weeks, number) for number in range(WEEKS)))


def _week_column(weeks: Callable[[], Sequence[date]], number: int) -> Column[OfficeLine]:
    """Return a week’s column; it is empty if fewer weeks are shown."""

    def title() -> str:
        return isolate(f"{weeks()[number]:%d/%m}") if number < len(weeks()) else ""

    def state(line: OfficeLine) -> WeekState | None:
        states = line.office.weeks if line.office else ()
        return states[number] if number < len(states) else None

    def words(line: OfficeLine) -> str:
        shown = state(line)
        return "" if shown is None else week_words(shown)

    def mark(line: OfficeLine) -> Icon | None:
        shown = state(line)
        known = WEEK_ICONS.get(shown) if shown else None
        return Icon(*known) if known else None

    return Column(title, words, icon=mark, width=_WEEK_WIDTH)
