"""The columns of due records, and of elimination lists."""

from outreach_app.clock import moment_words
from outreach_app.field_words import ELIMINATION_WORDS, KEPT_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.records_past_term import DueRow
from outreach_app.queries.retention import EliminationRow, EliminationState
from outreach_app.rules.dates import date_text
from outreach_app.rules.retention import Kept
from ui.settings import Settings
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.words import code_words, word_of


def what_words(row: DueRow) -> str:
    """Return the kind of a record that is kept for a term, and its number."""
    parts = [word_of(KEPT_WORDS, row.kind)]
    # A document's number begins with the mark of its kind.
    if row.code and row.kind is not Kept.ISSUE:
        parts.append(code_words(row.code))
    if row.number:
        parts.append(isolate(row.number))
    return " · ".join(parts)


DUE_COLUMNS: tuple[Column[DueRow], ...] = (
    Column(lambda: _("Past its retention period"), what_words, sort_key="record"),
    Column(
        lambda: _("Counted from"),
        lambda row: isolate(date_text(row.day)),
        width=144,
        sort_key="day",
        by=lambda row: row.day,
    ),
    Column(
        lambda: _("Due since"),
        lambda row: isolate(date_text(row.due_on)),
        width=144,
        sort_key="due",
        by=lambda row: row.due_on,
    ),
)


def _name(row: EliminationRow) -> str:
    made = moment_words(row.proposed_at)
    return f"{isolate(row.number)} · {made}" if row.number else made


_ICONS = {
    EliminationState.ISSUED: Icon("archive", "info"),
    EliminationState.ARCHIVED: Icon("warning-circle", "warn"),
    EliminationState.DESTROYED: Icon("check-circle", "ok"),
}


def _state_icon(row: EliminationRow) -> Icon:
    return _ICONS.get(row.state, Icon("article"))


LIST_COLUMNS: tuple[Column[EliminationRow], ...] = (
    Column(
        lambda: _("Elimination list"),
        _name,
        least=232,
        sort_key="made",
        by=lambda row: row.proposed_at,
    ),
    Column(
        lambda: _("State"),
        lambda row: word_of(ELIMINATION_WORDS, row.state),
        icon=_state_icon,
        width=304,
        sort_key="state",
    ),
    Column(
        lambda: _("Items"),
        lambda row: isolate(str(row.items)),
        width=112,
        sort_key="items",
        by=lambda row: row.items,
    ),
    Column(
        lambda: _("Records"),
        lambda row: isolate(str(row.records)),
        width=152,
        sort_key="records",
        by=lambda row: row.records,
    ),
)


def due_table(empty: EmptyState, settings: Settings) -> Table[DueRow]:
    """Return the table of what is past its term."""
    model = RowsModel(DUE_COLUMNS)
    return Table("due", lambda: _("Past its retention period"), model, empty, settings)


def lists_table(empty: EmptyState, settings: Settings) -> Table[EliminationRow]:
    """Return the table of elimination lists."""
    model = RowsModel(LIST_COLUMNS)
    return Table("eliminations", lambda: _("Elimination lists"), model, empty, settings)
