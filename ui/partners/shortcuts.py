"""The keys of the page of partners."""

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.widgets.shortcuts import Shortcut

SHORTCUTS = (
    Shortcut("Ctrl+N", lambda: _("Add a partner"), Right.RECORD),
    Shortcut("F2", lambda: _("Edit the partner that is shown"), Right.NAMES),
    Shortcut("F4", lambda: _("Show the history of the partner")),
    Shortcut("Del", lambda: _("Delete the selection"), Right.REMOVE),
    Shortcut("Ctrl+C", lambda: _("Copy as rows"), Right.NAMES_OUT),
    Shortcut("Alt+↑ ↓", lambda: _("The partner above or below in the list")),
    Shortcut("Ctrl+S", lambda: _("Save the form"), Right.RECORD),
    Shortcut("Esc", lambda: _("Leave the form; what was typed is kept"), Right.RECORD),
)
