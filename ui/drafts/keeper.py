"""The autosave of a form: what is typed becomes a draft every few seconds."""

from contextlib import suppress
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from outreach_app import clock
from outreach_app.errors import StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from outreach_app.services.drafts import discard_draft, draft_key, save_draft
from ui.changes import Topic
from ui.context import AppContext
from ui.drafts.left_drafts import list_left

DraftT = TypeVar("DraftT")

INTERVAL = 2000  # milliseconds of typing that a crash can lose


class DraftKeeper(QObject, Generic[DraftT]):
    """Autosaves one form. Signals: `due` when a change must be saved; the form calls `keep`.

    `refused` carries the message if a draft could only be held in memory, `accepted` follows
    once it has been saved after all.
    """

    due = Signal()
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, context: AppContext, kind: type[DraftT], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._form = ""
        self._key = ""
        self._has_kept = False
        self._timer = QTimer(self, singleShot=True, interval=INTERVAL)
        self._timer.timeout.connect(self.due)
        self._is_refused = False
        context.changes.closing.connect(self._hurry)
        context.held.kept.connect(self._accept)

    @property
    def is_due(self) -> bool:
        """Whether something typed has not been saved yet."""
        return self._timer.isActive()

    @property
    def key(self) -> str:
        """Return the key of the current draft."""
        return self._key

    @property
    def has_kept(self) -> bool:
        """Whether the current draft has been saved."""
        return self._has_kept

    @property
    def is_in_sight(self) -> bool:
        """Whether the form that it saves is shown."""
        form = self.parent()
        return isinstance(form, QWidget) and form.isVisible()

    def begin(self, form: str) -> None:
        """Start a new draft of a form."""
        self._form = form
        self._key = draft_key(form)
        self._has_kept = False
        self._timer.stop()

    def resume(self, row: DraftRow[DraftT]) -> None:
        """Continue an existing draft; its form need not have been begun."""
        self._form = row.key.rpartition("/")[0]
        self._key = row.key
        self._has_kept = True
        self._timer.stop()

    def others(self) -> list[DraftRow[DraftT]]:
        """Return the other drafts of the form, newest first."""
        rows = list_left(self._context, self._form, self._kind)
        return [row for row in rows if row.key != self._key]

    def changed(self) -> None:
        """Schedule a save, unless one is already scheduled."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, draft: DraftT) -> datetime | None:
        """Save a draft; return the moment, or None if it could only be held in memory."""
        self._timer.stop()
        self._has_kept = True
        return self.put_back(self._key, draft)

    def put_back(self, key: str, draft: DraftT) -> datetime | None:
        """Save a draft under a given key; return the same as `keep`."""
        moment, database = clock.now(), self._context.office.database
        try:
            with database.write(is_for_others=False) as session:
                save_draft(session, key, draft, moment)
        except StoreFailed as error:
            self._context.held.hold(database, key, draft, moment)
            self._refuse(error)
            return None
        self._context.held.forget(database, key)
        self._context.changes.tell({Topic.DRAFT})
        self._accept()
        return moment

    def discard(self) -> None:
        """Delete the current draft. If the deletion fails, it stays in the list."""
        self._timer.stop()
        self._has_kept = False
        database = self._context.office.database
        self._context.held.forget(database, self._key)
        with suppress(StoreFailed), database.write(is_for_others=False) as session:
            discard_draft(session, self._key)
        self._context.changes.tell({Topic.DRAFT})

    def _refuse(self, error: StoreFailed) -> None:
        self._is_refused = True
        words = _(
            "{reason} What is typed here is held in memory, and saved as soon as the register "
            "accepts it: leave the program open."
        )
        self.refused.emit(words.format(reason=error.message))

    def _accept(self) -> None:
        if self._is_refused:
            self._is_refused = False
            self.accepted.emit()

    def _hurry(self) -> None:
        """Emit `due` at once if a save is pending, because the register is closing."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()
