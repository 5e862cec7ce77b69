"""The keys of the page of meetings for the help: those of the list, then of the editor."""

from outreach_app.i18n import gettext as _
from ui.meetings.note_entry import NOTE_KEYS
from ui.translations.shortcuts import TRANSLATING
from ui.widgets.shortcuts import DETAILS, Shortcut

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("Ctrl+N", lambda: _("Log a session")),
    Shortcut("F2", lambda: _("Edit the meeting")),
    DETAILS,
    Shortcut("F4", lambda: _("Show its history")),
    Shortcut("F6", lambda: _("Record that its rectifications were reported")),
    Shortcut("F7", lambda: _("Record that it was held, plan it again, or answer headquarters")),
    Shortcut("F8", lambda: _("Postpone it, with the reason")),
    Shortcut("F9", lambda: _("Cancel it, with the reason")),
    Shortcut("Ctrl+M", lambda: _("Move it to another day")),
    Shortcut("Ctrl+R", lambda: _("Repeat it")),
    Shortcut("Shift+F10", lambda: _("Open the menu of the meeting")),
    Shortcut("Ctrl+C", lambda: _("Copy the row, for a sheet or a letter")),
    Shortcut("Del", lambda: _("Delete the meeting")),
    Shortcut(
        "Enter", lambda: _("In a session: go to the next cell, after a reaction to the next point")
    ),
    Shortcut(
        "Esc",
        lambda: _("In a session: restore the value of the cell, leave the cell, leave the page"),
    ),
    Shortcut("Alt+D", lambda: _("In a session: list the other drafts")),
    Shortcut("F3", lambda: _("In a session: show the earlier commitments in a narrow window")),
    Shortcut("F6", lambda: _("In a session: go to the next section")),
    Shortcut("Ctrl+D", lambda: _("In a session: fill in as last time")),
    Shortcut(NOTE_KEYS, lambda: _("In a session: read the note that was copied")),
    Shortcut("Ctrl+B", lambda: _("In a session: who raised the point, one after the other")),
    Shortcut("Alt+1…9", lambda: _("In a session: close an earlier commitment, or open it again")),
    Shortcut("Alt+↓", lambda: _("In a date: open the calendar")),
    Shortcut("Ctrl+Z", lambda: _("In a session: undo the last change of the points")),
    Shortcut("Shift+↑ ↓", lambda: _("In a session: choose several points, then their topic")),
    Shortcut("Ctrl+Del", lambda: _("In a session: remove the point")),
    Shortcut("Ctrl+↑ Ctrl+↓", lambda: _("In a session: move the point")),
    Shortcut("Ctrl+S", lambda: _("In a session: save")),
    Shortcut("Ctrl+Enter", lambda: _("In a session: save and summarise")),
    *TRANSLATING,
)
