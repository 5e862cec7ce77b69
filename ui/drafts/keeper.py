"""Keep what is typed in a form every few seconds, each time it is begun as a draft of its own."""

from contextlib import suppress
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app import clock
from outreach_app.errors import StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow
from outreach_app.services.drafts import discard_draft, draft_key, save_draft
from ui.changes import Topic
from ui.context import AppContext
from ui.drafts.left_drafts import list_left

DraftT = TypeVar("DraftT")

INTERVAL = 2000  # milliseconds of typing that a crash may lose


class DraftKeeper(QObject, Generic[DraftT]):
    """Emits `due` when a change has waited long enough; the form then calls `keep`.

    `refused` carries the sentence for a draft that is held in memory alone, `accepted` says that it
    is kept after all.
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
        """Whether something that was typed is not kept yet."""
        return self._timer.isActive()

    @property
    def key(self) -> str:
        """Return what the draft is kept under now."""
        return self._key

    @property
    def has_kept(self) -> bool:
        """Whether what is typed now is a draft that comes back."""
        return self._has_kept

    def begin(self, form: str) -> None:
        """Keep what is typed from now on as a new draft of a form."""
        self._form, self._key, self._has_kept = form, draft_key(form), False
        self._timer.stop()

    def resume(self, row: DraftRow[DraftT]) -> None:
        """Keep what is typed from now on in that draft of the form."""
        self._key, self._has_kept = row.key, True
        self._timer.stop()

    def others(self) -> list[DraftRow[DraftT]]:
        """Return the drafts of the form but the one that is typed now, the last one first."""
        rows = list_left(self._context, self._form, self._kind)
        return [row for row in rows if row.key != self._key]

    def changed(self) -> None:
        """Note that something was typed; what is typed meanwhile is kept with it."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, draft: DraftT) -> datetime | None:
        """Keep a draft, quietly; return when that was, None where it is held in memory alone."""
        self._timer.stop()
        self._has_kept = True
        return self.put_back(self._key, draft)

    def put_back(self, key: str, draft: DraftT) -> datetime | None:
        """Keep a draft under the key that it was taken from; None as `keep` returns it."""
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
        """Throw the draft away. One that the register does not let go stays in the list."""
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
            "{reason} What is typed here is held in memory, and kept as soon as the register takes"
            " it: leave the program open."
        )
        self.refused.emit(words.format(reason=error.message))

    def _accept(self) -> None:
        if self._is_refused:
            self._is_refused = False
            self.accepted.emit()

    def _hurry(self) -> None:
        """Have what waits kept now, because the register is closing."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()
