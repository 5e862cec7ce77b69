"""Drafts that the register could not store, held in memory until it can."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.database import Database
from outreach_app.database.address import ServerAddress
from outreach_app.errors import StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import DraftRow, form_of_draft, is_draft_of
from outreach_app.services.drafts import save_draft

DraftT = TypeVar("DraftT")
_Desk = tuple[Path | ServerAddress, UUID | None]

INTERVAL = 10_000  # milliseconds between two retries


class HeldDrafts(QObject):
    """One for the whole program, so that drafts survive a lock.

    Signals: `kept` when every held draft has been saved.
    """

    kept = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[tuple[_Desk, str], tuple[object, datetime]] = {}
        self._database: Database | None = None
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.try_again)

    def loss_words(self) -> str:
        """Return the warning before the program is left with drafts that are only held."""
        return _(
            "What you typed is held only in memory, because it could not be saved in the "
            "register. Free some space on its disk, or copy your text elsewhere, then leave; if "
            "you leave again now, it is lost."
        )

    def attend(self, database: Database) -> None:
        """Start retrying to save the held drafts of the register that was opened."""
        self._database = database
        self.try_again()

    def rest(self) -> None:
        """Stop retrying until a register is opened."""
        self._timer.stop()
        self._database = None

    def hold(self, database: Database, key: str, draft: object, moment: datetime) -> None:
        """Hold a draft that this register could not store, replacing its earlier version."""
        self._held[_desk(database), key] = draft, moment
        self._database = database
        self._timer.start()

    def list_of(
        self, database: Database, form: str, kind: type[DraftT], *, with_records: bool
    ) -> list[DraftRow[DraftT]]:
        """Return the held drafts of the open account for one form of this register."""
        return [
            DraftRow(key, draft, moment)
            for (desk, key), (draft, moment) in self._held.items()
            if desk == _desk(database)
            and is_draft_of(key, form, with_records=with_records)
            and isinstance(draft, kind)
        ]

    def forms_of(self, database: Database) -> frozenset[str]:
        """Return the forms of the held drafts of the open account."""
        own = (key for desk, key in self._held if desk == _desk(database))
        return frozenset(map(form_of_draft, own))

    def forget(self, database: Database, key: str) -> None:
        """Drop a held draft that was saved or discarded."""
        self._held.pop((_desk(database), key), None)

    def try_again(self) -> bool:
        """Save the held drafts of the open account and register; return whether none is left."""
        database = self._database
        if database is None:
            return not self._held
        mine = {each: held for each, held in self._held.items() if each[0] == _desk(database)}
        try:
            for (desk, key), (draft, moment) in mine.items():
                with database.write(is_for_others=False) as session:
                    save_draft(session, key, draft, moment)
                del self._held[desk, key]
        except StoreFailed:
            self._timer.start()
            return False
        self._timer.stop()
        if mine:
            self.kept.emit()
        return True


def _desk(database: Database) -> _Desk:
    """Return the key of the open account in the open register."""
    return database.place, database.account
