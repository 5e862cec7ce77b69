"""The keys of the page of meetings for the help: those of the list, then of the editor."""

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.meetings.note_entry import NOTE_KEYS
from ui.meetings.points_choice import PROMISE_KEYS
from ui.translations.shortcuts import TRANSLATING
from ui.widgets.shortcuts import DETAILS, Shortcut

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("Ctrl+N", lambda: _("Log a session"), Right.RECORD),
    Shortcut("F2", lambda: _("Edit the meeting"), Right.RECORD),
    DETAILS,
    Shortcut("F4", lambda: _("Show its history")),
    Shortcut("F6", lambda: _("Record that its rectifications were reported"), Right.RECORD),
    Shortcut(
        "F7",
        lambda: _("Record that it was held, plan it again, or answer headquarters"),
        Right.RECORD,
    ),
    Shortcut("F8", lambda: _("Postpone it, with the reason"), Right.RECORD),
    Shortcut("F9", lambda: _("Cancel it, with the reason"), Right.RECORD),
    Shortcut("Ctrl+M", lambda: _("Move it to another day"), Right.RECORD),
    Shortcut("Ctrl+R", lambda: _("Repeat it"), Right.RECORD),
    Shortcut("Shift+F10", lambda: _("Open the menu of the meeting")),
    Shortcut("Ctrl+C", lambda: _("Copy the row, for a sheet or a letter"), Right.ISSUE),
    Shortcut("Del", lambda: _("Delete the meeting"), Right.REMOVE),
    Shortcut(
        "Enter",
        lambda: _("In a session: go to the next cell, after a reaction to the next point"),
        Right.RECORD,
    ),
    Shortcut(
        "Esc",
        lambda: _("In a session: restore the value of the cell, leave the cell, leave the page"),
        Right.RECORD,
    ),
    Shortcut("Alt+D", lambda: _("In a session: list the other drafts"), Right.RECORD),
    Shortcut(
        "F3",
        lambda: _("In a session: show the earlier commitments in a narrow window"),
        Right.RECORD,
    ),
    Shortcut("F6", lambda: _("In a session: go to the next section"), Right.RECORD),
    Shortcut("Ctrl+D", lambda: _("In a session: fill in as last time"), Right.RECORD),
    Shortcut(NOTE_KEYS, lambda: _("In a session: read the note that was copied"), Right.RECORD),
    Shortcut(
        "Ctrl+B", lambda: _("In a session: who raised the point, one after the other"), Right.RECORD
    ),
    Shortcut(PROMISE_KEYS, lambda: _("In a session: promise something on the point"), Right.RECORD),
    Shortcut(
        "Alt+1…9",
        lambda: _("In a session: close an earlier commitment, or open it again"),
        Right.RECORD,
    ),
    Shortcut("Alt+↓", lambda: _("In a date: open the calendar")),
    Shortcut("Ctrl+Z", lambda: _("In a session: undo the last change of the points"), Right.RECORD),
    Shortcut(
        "Shift+↑ ↓",
        lambda: _("In a session: choose several points, then their topic"),
        Right.RECORD,
    ),
    Shortcut("Ctrl+Del", lambda: _("In a session: remove the point"), Right.RECORD),
    Shortcut("Ctrl+↑ Ctrl+↓", lambda: _("In a session: move the point"), Right.RECORD),
    Shortcut("Ctrl+S", lambda: _("In a session: save"), Right.RECORD),
    Shortcut("Ctrl+Enter", lambda: _("In a session: save and summarise"), Right.RECORD),
    *TRANSLATING,
)
