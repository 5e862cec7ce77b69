"""The columns of the list of meetings, and those of its file."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.meeting_lists import MeetingOrder
from outreach_app.queries.meetings import MeetingRow
from ui.tables.columns import Column, Icon
from ui.words import (
    code_words,
    date_words,
    either,
    review_words,
    status_icon,
    status_words,
    time_text,
)


def title_of(row: MeetingRow) -> str:
    """Return what people call a meeting: its subject, or else its kind."""
    return either(row.subject) or code_words(row.kind)


MEETING_COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column(lambda: _("Subject"), title_of, MeetingOrder.SUBJECT),
    Column(lambda: _("Date"), lambda row: date_words(row.held_on), MeetingOrder.DAY, width=112),
    Column(lambda: _("Kind"), lambda row: code_words(row.kind), MeetingOrder.KIND, width=168),
    Column(lambda: _("Number"), lambda row: isolate(row.number), MeetingOrder.NUMBER, width=96),
    Column(
        lambda: _("Status"),
        lambda row: status_words(row.status),
        MeetingOrder.STATUS,
        icon=lambda row: Icon(*status_icon(row.status)),
        width=120,
    ),
)

# At headquarters a meeting that was held stands as its review says, another by its status.
STANDING: Column[MeetingRow] = Column(
    lambda: _("Status"),
    lambda row: review_words(row.review) if row.review else status_words(row.status),
    MeetingOrder.REVIEW,
    icon=lambda row: Icon(*status_icon(row.review or row.status)),
    width=144,
)

# What goes out into a file: a list on the screen has no room for it.
EXPORTED_COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column(lambda: _("Number"), lambda row: row.number),
    Column(lambda: _("Date"), lambda row: date_words(row.held_on)),
    Column(lambda: _("Start"), lambda row: time_text(row.starts_at)),
    Column(lambda: _("End"), lambda row: time_text(row.ends_at)),
    Column(lambda: _("Kind"), lambda row: code_words(row.kind)),
    Column(lambda: _("Channel"), lambda row: code_words(row.channel)),
    Column(lambda: _("Status"), lambda row: status_words(row.status)),
    Column(lambda: _("Subject in Arabic"), lambda row: row.subject.ar or ""),
    Column(lambda: _("Subject in French"), lambda row: row.subject.fr or ""),
    Column(lambda: _("Place in Arabic"), lambda row: row.place.ar or ""),
    Column(lambda: _("Place in French"), lambda row: row.place.fr or ""),
    Column(lambda: _("Headcount"), lambda row: _number(row.headcount)),
    Column(lambda: _("Women"), lambda row: _number(row.women)),
    Column(lambda: _("Bodies present"), lambda row: _number(row.bodies)),
)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
