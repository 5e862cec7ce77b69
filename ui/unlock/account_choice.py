"""The choice of the account to unlock; hidden if there is only one."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from outreach_app.actors import Role, account_words
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.paths import SERVER_FILE
from outreach_app.progress import Progress
from ui.tasks import Tasks
from ui.widgets.labels import Label
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from outreach_app.vault import AccountLabel


class AccountChoice(Translated):
    """Reads the accounts of a store from its key file, once the window is painted.

    Emits `headquarters_met` if they are those of headquarters, which has an administrator.
    """

    headquarters_met = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._accounts: Sequence[AccountLabel] = ()
        self._is_asked = True
        self.box = QComboBox()
        self.box.setFixedHeight(32)
        layout = column_in(self, 8)
        layout.addWidget(Label(lambda: _("Account"), pixels=12, tone="muted"))
        layout.addWidget(self.box)
        self.hide()
        self.retranslate()

    def ask(self, folder: Path, last: str = "") -> None:
        """Offer the accounts that open the store in this folder, chosen the one that did `last`."""
        self._show("", ())
        # An unreadable key file is reported when the store is opened.
        self._tasks.start(
            self,
            partial(_read_accounts, folder),
            done=partial(self._show, last),
            failed=lambda _error: None,
        )

    def account(self) -> UUID | None:
        """Return the account chosen; None if there is one only, or none is asked for."""
        is_chosen = self._is_asked and len(self._accounts) > 1
        return self._accounts[self.box.currentIndex()].uid if is_chosen else None

    def set_asked(self, *, is_asked: bool) -> None:
        """Ask for the account or not: in a backup the passphrase finds it."""
        self._is_asked = is_asked
        self._show_if_needed()

    def retranslate(self) -> None:
        chosen = max(self.box.currentIndex(), 0)
        self.box.setAccessibleName(_("Account"))
        self.box.clear()
        self.box.addItems([account_words(it.role, it.number) for it in self._accounts])
        self.box.setCurrentIndex(chosen)

    def _show(self, last: str, accounts: "Sequence[AccountLabel]") -> None:
        self._accounts = accounts
        self.retranslate()
        uids = [str(it.uid) for it in accounts]
        self.box.setCurrentIndex(uids.index(last) if last in uids else 0)
        self._show_if_needed()
        if any(it.role is Role.ADMINISTRATOR for it in accounts):
            self.headquarters_met.emit()

    def _show_if_needed(self) -> None:
        self.setVisible(self._is_asked and len(self._accounts) > 1)


def _read_accounts(folder: Path, _progress: Progress) -> "Sequence[AccountLabel]":
    from outreach_app.vault import list_accounts  # noqa: PLC0415  brings cryptography

    if (folder / SERVER_FILE).exists():
        from outreach_app.server_key_file import take  # noqa: PLC0415  brings SQLAlchemy

        with suppress(OutreachError):  # a server that does not answer is reported on opening
            take(folder)
    return list_accounts(folder)
