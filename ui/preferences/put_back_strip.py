"""What is asked before a backup takes the place of the register."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import backup
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.preferences.backup_rows import BackupRow
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, small_title
from ui.widgets.surfaces import Surface
from ui.words import moment_words


class PutBackStrip(Surface):
    """Hidden until it asks. `confirmed` carries the file; Cancel emits `given_up`."""

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self._row: BackupRow | None = None
        self.title, self.words = small_title(), Label()
        self.confirm = Button(lambda: _("Close the register and put it in place"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self.confirm.clicked.connect(self._confirm)
        self.give_up.clicked.connect(self.end)

    def ask(self, row: BackupRow, records_now: int) -> None:
        """Ask about a backup; the register has so many records now."""
        self._row = row
        moment = moment_words(backup.moment_of(row.file))
        self.title.setText(_("The backup of {moment}").format(moment=moment))
        words = _(
            "It takes the place of the register, and opens with the passphrase of that day. Nothing"
            " is lost: the register as it is now is backed up first, and kept aside whole."
        )
        if row.records is not None and records_now > row.records >= 0:
            since = _("Recorded since that backup, and not in it: {number}.")
            words += " " + since.format(number=isolate(str(records_now - row.records)))
        self.words.setText(words)
        self.show()
        self.give_up.setFocus()

    def keep_to(self, row: BackupRow) -> None:
        """Hide where another backup is chosen than the one it asks about."""
        if self._row is None or row.file != self._row.file:
            self.hide()

    def _confirm(self) -> None:
        if self._row is not None:
            self.hide()
            self.confirmed.emit(self._row.file)

    def end(self) -> None:
        """Ask no more."""
        self.hide()
        self.given_up.emit()

    def _build(self) -> None:
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.confirm)
        foot.addWidget(self.give_up)
        foot.addStretch(1)
        column.addLayout(foot)
        self.hide()
