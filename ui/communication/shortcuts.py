"""The keys of the page of communication, as F1 lists them."""

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.widgets.shortcuts import Shortcut

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("F11", lambda: _("New rumour"), Right.RECORD),
    Shortcut("F12", lambda: _("New remark"), Right.RECORD),
    Shortcut("F7", lambda: _("Next step: verify, record the result, reply"), Right.RECORD),
    Shortcut("Shift+F7", lambda: _("Follow what a meeting told as a rumour"), Right.RECORD),
    Shortcut("Ctrl+N", lambda: _("New record in the list shown"), Right.RECORD),
    Shortcut("Ctrl+Tab", lambda: _("Next list")),
    Shortcut("Enter", lambda: _("Change the record"), Right.RECORD),
    Shortcut("Ctrl+S", lambda: _("Save the form"), Right.RECORD),
    Shortcut("Esc", lambda: _("Leave the form; what was typed is kept"), Right.RECORD),
)
