"""The keys of the agenda for the help."""

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.widgets.shortcuts import DETAILS, Shortcut

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("Page Up", lambda: _("Earlier")),
    Shortcut("Page Down", lambda: _("Later")),
    Shortcut("Ctrl+N", lambda: _("Plan a meeting on this day"), Right.RECORD),
    Shortcut(
        "Ctrl+↑ ↓ ← →", lambda: _("Week: move the meeting by 15 minutes or a day"), Right.RECORD
    ),
    Shortcut("Ctrl+↑ ↓ ← →", lambda: _("Month: move the meeting by a week or a day"), Right.RECORD),
    Shortcut("Shift+↑ ↓", lambda: _("Week: end the meeting earlier or later"), Right.RECORD),
    Shortcut("Ctrl+P", lambda: _("Print the month’s programme"), Right.ISSUE),
    DETAILS,
)
