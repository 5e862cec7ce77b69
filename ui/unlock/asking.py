"""A forgotten passphrase: headquarters is asked, and its answer lets a new one be chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.exchange.stations.recovery import (
    ANSWER_SUFFIX,
    REQUEST_SUFFIX,
    ask_headquarters,
    find_request,
    open_answer,
    recover,
    request_fingerprint,
    write_request,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice, open_office
from ui.errors import message_of
from ui.files import Files, file_kind
from ui.tasks import Tasks
from ui.vault.passphrase_fields import PassphraseFields
from ui.widgets.buttons import Button, primary_button
from ui.widgets.centred import add_centred
from ui.widgets.labels import Label, note, page_title, small_title
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_WIDTH = 640


class AskingPage(Translated, Surface):
    """Shows the step that is next: the request, the wait for its answer, the new passphrase.

    Emits `opened` with the OpenOffice, `given_up` where the person goes back.
    """

    opened = Signal(object)
    given_up = Signal()

    def __init__(self, folder: Path, tasks: Tasks, files: Files) -> None:
        super().__init__()
        self._folder = folder
        self._tasks = tasks
        self._files = files
        self._answer: Path | None = None
        self._is_busy = False
        self.message = Label()
        self.progress = ProgressLine(can_stop=False)
        self.write = primary_button(lambda: _("Write the request"), "floppy-disk")
        self.write_again = Button(lambda: _("Write it again"), "floppy-disk")
        self.fingerprint = Label(pixels=18)
        self.choose = primary_button(lambda: _("Choose the answer"), "folder-open")
        self.fields = PassphraseFields(
            lambda: _("New passphrase"), lambda: _("New passphrase again")
        )
        self.open = primary_button(lambda: _("Open the register"), "lock-simple")
        self.back = Button(lambda: _("Back"))
        self._steps: tuple[tuple[QWidget, ...], ...] = (
            (Label(_before), self.write),
            (
                small_title(lambda: _("Fingerprint of the request")),
                self.fingerprint,
                Label(_meanwhile),
                self.choose,
                self.write_again,
            ),
            (
                Label(lambda: _("Headquarters answered. Choose a new passphrase.")),
                self.fields,
                self.open,
            ),
        )
        self._build()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        # Clear the message: it is in the previous language.
        self.message.hide()
        self.fingerprint.setAccessibleName(_("Fingerprint of the request"))
        self._show_step()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_step()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_busy:
            self.given_up.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        elif self._answer is not None:
            self._recover()

    def _write_request(self) -> None:
        request = ask_headquarters(self._folder)
        # Named by the first digits, to distinguish several files.
        name = f"{request_fingerprint(request)[:5]}{REQUEST_SUFFIX}"
        kinds = file_kind(_("Requests to headquarters"), REQUEST_SUFFIX)
        path = self._files.ask_new_file(self, _("Write the request"), name, kinds)
        if path is not None:
            write_request(request, path)
            self._show_step()
            self._say(_("Written: {file}").format(file=isolate(str(path))), "ok")

    def _choose_answer(self) -> None:
        kinds = file_kind(_("Answers of headquarters"), ANSWER_SUFFIX)
        path = self._files.ask_file(self, _("Choose the answer"), kinds)
        if path is not None:
            self._try(partial(self._take, path))

    def _take(self, path: Path) -> None:
        open_answer(self._folder, path)
        self._answer = path
        self._show_step()

    def _recover(self) -> None:
        if self._answer is None or self._is_busy or not self.fields.check():
            return
        self._is_busy = True
        self.message.hide()
        self._enable()
        self.progress.begin(_("Opening the register"))
        work = partial(_open, self._folder, self._answer, self.fields.passphrase())
        self._tasks.start(self, work, done=self._hand_over, failed=self._fail)

    def _hand_over(self, office: OpenOffice) -> None:
        self._end()
        self.fields.forget()
        self.opened.emit(office)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._say(message_of(error), "late")

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self._enable()

    def _enable(self) -> None:
        for button in (self.open, self.back):
            button.setEnabled(not self._is_busy)

    def _try(self, action: Callable[[], None]) -> None:
        self.message.hide()
        try:
            action()
        except OutreachError as error:
            self._say(error.message, "late")

    def _say(self, message: str, tone: str) -> None:
        self.message.set_tone(tone)
        self.message.setText(message)
        self.message.show()

    def _show_step(self) -> None:
        """Show what belongs to the next step, and put the keyboard there."""
        request = find_request(self._folder)
        if request is not None:
            self.fingerprint.setText(isolate(request_fingerprint(request)))
        place = 0 if request is None else 1 if self._answer is None else 2
        starts: tuple[QWidget, ...] = (self.write, self.choose, self.fields.first.line)
        for number, widgets in enumerate(self._steps):
            for widget in widgets:
                widget.setVisible(number == place)
        starts[place].setFocus()

    def _connect(self) -> None:
        for button in (self.write, self.write_again):
            button.clicked.connect(lambda: self._try(self._write_request))
        self.choose.clicked.connect(self._choose_answer)
        self.open.clicked.connect(self._recover)
        self.back.clicked.connect(self.given_up)

    def _build(self) -> None:
        form = QWidget()
        form.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 24)
        add_centred(outer, form)
        column, foot = QVBoxLayout(form), QHBoxLayout()
        column.setSpacing(8)
        foot.setSpacing(8)
        column.addWidget(page_title(lambda: _("Ask headquarters")))
        folder = note()
        folder.setText(isolate(str(self._folder)))
        column.addWidget(folder)
        column.addWidget(self.message)
        column.addSpacing(8)
        self.message.setWordWrap(True)
        for widget in (widget for widgets in self._steps for widget in widgets):
            if isinstance(widget, Button):
                foot.addWidget(widget)
                continue
            if isinstance(widget, Label):
                widget.setWordWrap(True)
            column.addWidget(widget)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addSpacing(8)
        column.addLayout(foot)
        column.addWidget(self.progress)


def _before() -> str:
    return _(
        "If neither the passphrase nor the recovery code can be found, headquarters can let you "
        "choose a new passphrase; nothing in the register is lost. Write a request to a USB stick "
        "or a folder: it contains no data of the register."
    )


def _meanwhile() -> str:
    return _(
        "Send the file to headquarters, call it, and read these digits aloud. It sends a file "
        "back: choose it here, today or another day."
    )


def _open(folder: Path, answer: Path, passphrase: str, _progress: Progress) -> OpenOffice:
    recover(folder, answer, passphrase)
    return open_office(folder, passphrase)
