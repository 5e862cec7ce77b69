"""The base class of the settings screens that change a secret."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from outreach_app import vault
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from ui.context import AppContext
from ui.errors import message_of
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note, section_title
from ui.widgets.layouts import column_in, row_of
from ui.widgets.line_field import LineField
from ui.widgets.page_header import MARGIN
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Text, Translated

T = TypeVar("T")
_WIDTH = 560


class SecretScreen(Translated):
    """Asks for the user's secret before acting. Signal: `closed`."""

    closed = Signal()

    def __init__(self, context: AppContext, title: Text, advice: Text) -> None:
        super().__init__()
        self._context = context
        self._is_busy = False
        self.secret = LineField(
            lambda: _("Current passphrase, or the recovery code"), is_required=True, is_secret=True
        )
        self.back = Button(lambda: _("Back"))
        self._problem = Label(tone="late")
        self._progress = ProgressLine(can_stop=False)
        self._title = section_title(title)
        self._advice = note(advice)
        self.back.clicked.connect(self.closed)

    def begin(self) -> None:
        """Reset the screen, with empty fields."""
        self.secret.line.clear()
        self.secret.say("")
        self._problem.hide()
        self.secret.line.setFocus()

    def go_on(self) -> None:
        """Run the primary action."""
        raise NotImplementedError

    def retranslate(self) -> None:
        self._problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        else:
            self.go_on()

    def _with_secret(self, what: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do the work once the secret that is typed is found to open the account."""
        if self._is_busy:
            return
        self._is_busy = True
        self._problem.hide()
        self._progress.begin(what)
        office, secret = self._context.office, self.secret.line.text()

        def run(_progress: Progress) -> T:
            vault.unlock(office.folder, secret, office.account.uid)
            return work()

        def end(result: T) -> None:
            self._end()
            done(result)

        self._context.tasks.start(self, run, done=end, failed=self._fail)

    def _end(self) -> None:
        self._is_busy = False
        self._progress.end()

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, OutreachError) and error.code == "wrong_passphrase":
            self.secret.say(error.message)
            self.secret.line.selectAll()
            self.secret.line.setFocus()
        else:
            self._problem.setText(message_of(error))
            self._problem.show()

    def _lay_out(self, *parts: QWidget, buttons: tuple[QWidget, ...]) -> None:
        form = QWidget()
        form.setMaximumWidth(_WIDTH)
        column = column_in(form, 8)
        self._problem.setWordWrap(True)
        for part in (self._title, self._advice, self._problem, *parts, self._progress):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(row_of(*buttons, spacing=16))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        row.addWidget(form, 1)
        row.addStretch(0)
