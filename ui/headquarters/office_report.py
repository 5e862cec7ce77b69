"""The export of precincts: one per line, with what it sent and what to do."""

from collections.abc import Sequence
from datetime import date

from outreach_app import clock
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.offices import OfficeRow, WeekState
from ui.headquarters.words import fact_words, name_words, place_words, week_words
from ui.tables.columns import Column

REPORT_COLUMNS: tuple[Column[OfficeRow], ...] = (
    Column(lambda: _("Precinct"), lambda row: name_words(row.name)),
    Column(lambda: _("Number of the precinct"), lambda row: row.number or ""),
    Column(lambda: _("Territory"), place_words),
    Column(lambda: _("City"), lambda row: name_words(row.city)),
    Column(lambda: _("This week"), lambda row: week_words(row.weeks[-1])),
    Column(
        lambda: _("Last file"),
        lambda row: moment_words(row.last_sent) if row.last_sent else "",
    ),
    Column(
        lambda: _("Missing changes"),
        lambda row: " · ".join(isolate(f"{part.first}–{part.last}") for part in row.missing),
    ),
    Column(lambda: _("What to do"), lambda row: " ".join(fact_words(row))),
)


def is_to_be_reminded(row: OfficeRow, weeks: Sequence[date]) -> bool:
    """Return whether changes are missing, or the last due week has not arrived."""
    return bool(row.missing) or awaited_week(row, weeks) is not None


def awaited_week(row: OfficeRow, weeks: Sequence[date]) -> date | None:
    """Return the Monday of the last due week if nothing arrived since it began."""
    due = [
        (week, state)
        for week, state in zip(weeks, row.weeks, strict=True)
        if state is not WeekState.AWAITED
    ]
    week, state = due[-1]
    is_overdue = row.last_sent is None or clock.local(row.last_sent).date() < week
    return week if is_overdue and state is not WeekState.NOT_ENROLLED else None
