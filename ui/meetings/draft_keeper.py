"""Keeps what is typed in the session editor every few seconds, and finds it after a crash."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.services.drafts import discard_draft, find_draft, save_draft
from ui.context import AppContext
from ui.meetings.session_sheet import SessionSheet

_INTERVAL = 3000  # milliseconds between two savings


class DraftKeeper(QObject):
    """Emits `due` when a change has waited long enough; the editor then calls `keep`."""

    due = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._key = "meeting"
        self._timer = QTimer(self, singleShot=True, interval=_INTERVAL)
        self._timer.timeout.connect(self.due)

    def begin(self, uid: UUID | None) -> tuple[SessionSheet, datetime] | None:
        """Keep drafts of that meeting, or of a new one; the draft that was left, and when."""
        self._key = f"meeting:{uid}" if uid else "meeting"
        self._timer.stop()
        return self._context.read(lambda session: find_draft(session, self._key, SessionSheet))

    def changed(self) -> None:
        """Something was typed: what is typed meanwhile is kept with it."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, sheet: SessionSheet) -> datetime:
        """Keep a sheet, quietly, and say when that was."""
        moment = clock.now()
        with self._context.office.database.write(Actor.CHIEF) as session:
            save_draft(session, self._key, sheet, moment)
        return moment

    def discard(self) -> None:
        """Throw the draft away."""
        self._timer.stop()
        with self._context.office.database.write(Actor.CHIEF) as session:
            discard_draft(session, self._key)
