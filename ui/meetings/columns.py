"""The columns of the list of meetings, and those of its export."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.meeting_lists import MeetingOrder
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.dates import date_words
from ui.record_lines import all_partners_words, kept_words, meeting_title
from ui.tables.columns import Column, Icon
from ui.words import (
    apart,
    code_words,
    partners_words,
    review_words,
    status_icon,
    status_words,
    time_text,
)

SUBJECT: Column[MeetingRow] = Column(
    lambda: _("Subject"), meeting_title, MeetingOrder.SUBJECT, least=212
)
DAY: Column[MeetingRow] = Column(
    lambda: _("Date"),
    lambda row: date_words(row.held_on),
    MeetingOrder.DAY,
    width=96,
    firm=96,
    usual="falling",
)
NUMBER: Column[MeetingRow] = Column(
    lambda: _("Number"),
    lambda row: isolate(row.number),
    MeetingOrder.NUMBER,
    width=96,
    leaves=1,
)
STATUS: Column[MeetingRow] = Column(
    lambda: _("Status"),
    lambda row: status_words(row.status),
    MeetingOrder.STATUS,
    icon=lambda row: Icon(*status_icon(row.status)),
    width=120,
)

# The outcome comes before the number, which only a wide window shows. Partners never leave: a
# meeting is known by whom it was with.
MEETING_COLUMNS: tuple[Column[MeetingRow], ...] = (
    SUBJECT,
    Column(
        lambda: _("Partners"),
        lambda row: partners_words(row.partners),
        width=112,
        copied=lambda row: all_partners_words(row.partners),
    ),
    DAY,
    Column(
        lambda: _("Kind"),
        lambda row: code_words(row.kind),
        MeetingOrder.KIND,
        width=140,
        leaves=2,
    ),
    NUMBER,
    Column(lambda: _("Points"), lambda row: _if_held(row, str(row.points)), width=52, leaves=4),
    Column(
        lambda: _("Commitments"),
        lambda row: _if_held(
            row, kept_words(row.kept, row.commitments) if row.commitments else "–"
        ),
        width=92,
        leaves=3,
    ),
    STATUS,
)

# At headquarters a held meeting shows the state of its review, others their status.
STANDING: Column[MeetingRow] = Column(
    lambda: _("Status"),
    lambda row: review_words(row.review) if row.review else status_words(row.status),
    MeetingOrder.REVIEW,
    icon=lambda row: Icon(*status_icon(row.review or row.status)),
    width=140,
    firm=116,
)

# Columns of the export only: the list on the screen has no room for them.
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
    Column(lambda: _("Organisations present"), lambda row: _number(row.bodies)),
)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _if_held(row: MeetingRow, words: str) -> str:
    """Return the outcome of a held meeting."""
    return apart(words) if row.is_held else ""
