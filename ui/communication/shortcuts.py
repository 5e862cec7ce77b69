"""The keys of the page of communication, as F1 lists them."""

from outreach_app.i18n import gettext as _
from ui.widgets.shortcuts import Shortcut

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("F11", lambda: _("New rumour")),
    Shortcut("F12", lambda: _("New remark")),
    Shortcut("F7", lambda: _("Follow what a meeting told as a rumour")),
    Shortcut("Ctrl+N", lambda: _("New publication, awareness action or reading")),
    Shortcut("Ctrl+Tab", lambda: _("Next list")),
    Shortcut("Enter", lambda: _("Change the record")),
    Shortcut("Ctrl+S", lambda: _("Save the form")),
    Shortcut("Esc", lambda: _("Leave the form; what was typed is kept")),
)
