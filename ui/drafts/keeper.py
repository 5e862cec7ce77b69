"""Keeps what is typed in a form every few seconds, and finds it after a crash."""

from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.services.drafts import discard_draft, find_draft, save_draft
from ui.context import AppContext

DraftT = TypeVar("DraftT")

INTERVAL = 3000  # milliseconds between two savings


class DraftKeeper(QObject, Generic[DraftT]):
    """Emits `due` when a change has waited long enough; the form then calls `keep`."""

    due = Signal()

    def __init__(self, context: AppContext, kind: type[DraftT], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._key = ""
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL)
        self._timer.timeout.connect(self.due)
        context.changes.closing.connect(self._hurry)

    @property
    def is_due(self) -> bool:
        """Whether something that was typed is not kept yet."""
        return self._timer.isActive()

    @property
    def key(self) -> str:
        """What the drafts are kept under now."""
        return self._key

    def begin(self, key: str) -> tuple[DraftT, datetime] | None:
        """Keep drafts under this key; the draft that was left there, and when."""
        self._key = key
        self._timer.stop()
        return self._context.read(lambda session: find_draft(session, key, self._kind))

    def changed(self) -> None:
        """Something was typed: what is typed meanwhile is kept with it."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, draft: DraftT) -> datetime:
        """Keep a draft, quietly, and say when that was."""
        self._timer.stop()
        return self.put_back(self._key, draft)

    def put_back(self, key: str, draft: DraftT) -> datetime:
        """Keep a draft under the key that it was taken from."""
        moment = clock.now()
        with self._context.office.database.write(Actor.CHIEF) as session:
            save_draft(session, key, draft, moment)
        return moment

    def discard(self) -> None:
        """Throw the draft away."""
        self._timer.stop()
        with self._context.office.database.write(Actor.CHIEF) as session:
            discard_draft(session, self._key)

    def _hurry(self) -> None:
        """The register is closing: what waits is due now."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()
