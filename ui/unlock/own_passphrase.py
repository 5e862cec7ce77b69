"""The first opening of an account: its user replaces the given passphrase by their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import accounts
from outreach_app.errors import InvalidDraft
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from ui.errors import message_of
from ui.tasks import Tasks
from ui.vault.passphrase_fields import PassphraseFields
from ui.widgets.buttons import primary_button
from ui.widgets.centred import add_centred
from ui.widgets.labels import Label, note, page_title
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_WIDTH = 480


class OwnPassphrasePage(Translated, Surface):
    """Emits `chosen` once the account has a passphrase that only its holder knows."""

    chosen = Signal()

    def __init__(self, office: OpenOffice, tasks: Tasks) -> None:
        super().__init__()
        self._office = office
        self._tasks = tasks
        self._is_busy = False
        self.message = Label(tone="late")
        self.progress = ProgressLine(can_stop=False)
        self.fields = PassphraseFields(
            lambda: _("New passphrase"), lambda: _("New passphrase again")
        )
        self.choose = primary_button(lambda: _("Continue with this passphrase"), "lock-simple")
        self.choose.clicked.connect(self._choose)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        # Clear the message: it is in the previous language.
        self.message.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.fields.first.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._is_busy or not self.fields.check():
            return
        self._is_busy = True
        self.message.hide()
        self.progress.begin(_("Changing the passphrase"))
        office, passphrase = self._office, self.fields.passphrase()

        def work(_progress: Progress) -> None:
            accounts.change_own_passphrase(office.database, office.folder, passphrase)

        self._tasks.start(self, work, done=self._end, failed=self._fail)

    def _end(self, _nothing: None) -> None:
        self.progress.begin(_("Opening the register"))  # which takes its time, and the page stays
        self.fields.forget()
        self.chosen.emit()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.progress.end()
        if isinstance(error, InvalidDraft):
            self.fields.first.say(error.message)
        else:
            self.message.setText(message_of(error))
            self.message.show()
        self.fields.first.line.setFocus()

    def _build(self) -> None:
        form = QWidget()
        form.setFixedWidth(_WIDTH)
        add_centred(QVBoxLayout(self), form)
        column, foot = QVBoxLayout(form), QHBoxLayout()
        column.setSpacing(8)
        self.message.setWordWrap(True)
        column.addWidget(page_title(lambda: _("Choose your passphrase")))
        column.addWidget(note(_advice))
        column.addWidget(self.message)
        column.addWidget(self.fields)
        foot.addWidget(self.choose)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self.progress)


def _advice() -> str:
    return _(
        "The first passphrase is for the first opening only. Nobody else knows the one that is "
        "chosen now: the administrator of the accounts can give another, but cannot read it."
    )
