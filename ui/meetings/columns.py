"""The columns of the list of meetings."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from ui.tables.columns import Column, Icon
from ui.words import code_words, date_words, either, status_icon, status_words


def title_of(row: MeetingRow) -> str:
    """Return what people call a meeting: its subject, or else its kind."""
    return either(row.subject) or code_words(row.kind)


MEETING_COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column(lambda: _("Subject"), title_of),
    Column(lambda: _("Date"), lambda row: date_words(row.held_on), width=112),
    Column(lambda: _("Kind"), lambda row: code_words(row.kind), width=168),
    Column(lambda: _("Number"), lambda row: f"\u2066{row.number}\u2069", width=96),
    Column(
        lambda: _("Status"),
        lambda row: status_words(row.status),
        icon=lambda row: Icon(*status_icon(row.status)),
        width=120,
    ),
)
