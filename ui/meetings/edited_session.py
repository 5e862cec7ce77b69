"""A session in the editor, compared with its meeting as the store holds it now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from ui.context import AppContext
from ui.drafts.differences import Difference
from ui.drafts.session_sheet import SessionSheet
from ui.meetings import session_sheets
from ui.meetings.session_differences import list_session_differences


class _Editor(Protocol):
    def typed(self) -> SessionSheet:
        """Return what is on the screen."""
        ...

    def show_typed(self, sheet: SessionSheet) -> None:
        """Show a sheet."""
        ...


class EditedSession:
    """What an editor has to settle if its meeting was changed meanwhile."""

    def __init__(self, context: AppContext, editor: _Editor) -> None:
        self._context = context
        self.typed, self.show_typed = editor.typed, editor.show_typed

    def recorded(self) -> SessionSheet | None:
        """Return the meeting as it is stored now; None for a new session. Raises NotFound."""
        typed = self.typed()
        uid = typed.uid
        if uid is None:
            return None
        return self._context.read(lambda store: session_sheets.read_under(store, uid, typed))

    def rebased(self, typed: SessionSheet, recorded: SessionSheet) -> SessionSheet:
        """Return what was typed, as a change of the stored meeting."""
        return replace(typed, meeting=recorded.meeting)

    def differences(self, typed: SessionSheet, recorded: SessionSheet) -> Sequence[Difference]:
        """Return what saving would change."""
        return list(list_session_differences(typed, recorded))
