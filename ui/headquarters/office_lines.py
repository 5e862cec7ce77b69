"""The lines of the calendar of weeks: a heading for each district, then its precincts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.offices import OfficeRow, WeekState
from ui.headquarters.words import WEEK_ICONS, name_words, place_words, week_words
from ui.tables.columns import Column, Icon
from ui.words import number_words

WEEKS = 8
WEEK_WIDTH = 80


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A precinct with its number, or the heading of a district where `office` is None, with how
    many of it sent.
    """

    title: str
    note: str
    office: OfficeRow | None


def lines_of(offices: Sequence[OfficeRow]) -> list[OfficeLine]:
    """The precincts under the headings of their districts; they come in that order."""
    lines: list[OfficeLine] = []
    for place, group in groupby(offices, key=place_words):
        rows = list(group)
        sent = sum(row.weeks[-1] is WeekState.SENT for row in rows)
        received = _("received this week: {count}").format(count=isolate(f"{sent}/{len(rows)}"))
        lines.append(OfficeLine(place, received, None))
        lines += [OfficeLine(name_words(row.name), number_words(row.number), row) for row in rows]
    return lines


def office_columns(weeks: Callable[[], Sequence[date]]) -> tuple[Column[OfficeLine], ...]:
    """The precinct, then one column for each week, under its Monday."""
    first: Column[OfficeLine] = Column(
        lambda: _("Precinct"), lambda line: f"{line.title} {line.note}".strip()
    )
    return (first, *(_week_column(weeks, number) for number in range(WEEKS)))


def _week_column(weeks: Callable[[], Sequence[date]], number: int) -> Column[OfficeLine]:
    def words(line: OfficeLine) -> str:
        return week_words(line.office.weeks[number]) if line.office else ""

    def mark(line: OfficeLine) -> Icon | None:
        known = WEEK_ICONS.get(line.office.weeks[number]) if line.office else None
        return Icon(*known) if known else None

    return Column(lambda: isolate(f"{weeks()[number]:%d/%m}"), words, icon=mark, width=WEEK_WIDTH)
