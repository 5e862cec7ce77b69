"""The keys of the page of partners."""

from outreach_app.i18n import gettext as _
from ui.widgets.shortcuts import Shortcut

SHORTCUTS = (
    Shortcut("Ctrl+N", lambda: _("Add a partner")),
    Shortcut("F2", lambda: _("Edit the partner that is shown")),
    Shortcut("F4", lambda: _("Show the history of the partner")),
    Shortcut("Del", lambda: _("Delete the selection")),
    Shortcut("Ctrl+C", lambda: _("Copy as rows")),
    Shortcut("Alt+↑ ↓", lambda: _("The partner above or below in the list")),
    Shortcut("Ctrl+S", lambda: _("Save the form")),
    Shortcut("Esc", lambda: _("Leave the form; what was typed is kept")),
)
