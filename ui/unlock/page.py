"""The unlock screen: passphrase or recovery code, or a backup where nothing opens."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.i18n import ScreenLanguage, isolate
from outreach_app.i18n import gettext as _
from outreach_app.paths import SERVER_FILE, default_store, has_register
from ui import languages
from ui.errors import message_of
from ui.files import Files
from ui.fonts import fix_width
from ui.settings import Settings
from ui.tasks import Tasks
from ui.unlock.account_choice import AccountChoice
from ui.unlock.opening import Answer, open_register
from ui.unlock.question import OpeningQuestion
from ui.unlock.restore_choice import RestoreChoice
from ui.unlock.sample_note import SampleNote
from ui.widgets.buttons import FlatButton, primary_button
from ui.widgets.centred import add_centred
from ui.widgets.help_topic import help_button
from ui.widgets.labels import KeyCap, Label, note, page_title
from ui.widgets.language_buttons import LanguageButtons
from ui.widgets.layouts import column_in, row_of
from ui.widgets.progress_line import ProgressLine
from ui.widgets.secret_line import SecretLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from outreach_app.startup import OpenOffice

_RESTORABLE = {
    *("damaged_store", "altered_store", "damaged_key_file", "earlier_version"),
    *("no_store", "older_store"),
}
_NOTHING = Answer()
_WIDTH = 480


class UnlockPage(Translated, Surface):
    """Emits `opened` with the OpenOffice; wrong passphrases cost a wait that grows.

    `create_asked` carries the path of the folder in which a register is to be made, `help_asked`
    that of the one which headquarters is to help open, `reach_asked` that of one whose server is
    to be reached otherwise.
    """

    opened = Signal(object)
    create_asked = Signal(str)
    help_asked = Signal(str)
    reach_asked = Signal(str)

    def __init__(self, settings: Settings, tasks: Tasks, files: Files | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._tasks = tasks
        self.folder = Path()
        self._is_busy = False
        self._is_sample = False
        self._is_unread = False
        self._seconds = 0
        # Precise, or a wait ends here before it ends for the core.
        self._clock = QTimer(self, interval=1000, timerType=Qt.TimerType.PreciseTimer)
        self.languages = LanguageButtons()
        self.help = help_button()
        self.folder_label = note()
        self.account = AccountChoice(tasks)
        self.secret = SecretLine()
        self.wait = note(self._wait_words, tone="warn")
        self._code_note = note(lambda: _("The recovery code also opens it."))
        self.question = OpeningQuestion(tasks)
        self.ask = FlatButton(lambda: _("Both are lost: ask headquarters"), "buildings")
        self.reach = FlatButton(lambda: _("Access to the server has changed"), "hard-drives")
        self.backup = RestoreChoice(files or Files())
        self.message = Label()
        self.progress = ProgressLine(can_stop=False)
        self.open = primary_button(self._open_words, "lock-simple")
        self.new_register = FlatButton(lambda: _("Create a register"), "plus")
        self.sample = SampleNote()
        self._asked = QWidget()  # what opens a register, if there is one or a backup is chosen
        self._build()
        self._connect()
        self.retranslate()
        self._enable()

    def show_folder(self, folder: Path) -> None:
        """Show which store is to be opened, or offer a backup if there is no store."""
        self.folder = folder
        self.folder_label.setText(isolate(str(folder)))
        is_missing = not has_register(folder)
        self._is_unread = not is_missing
        self.update()
        self._asked.setHidden(is_missing)
        self.backup.setVisible(is_missing)
        self.backup.show_missing(is_missing=is_missing)
        # Only a store that was open here is known from outside: nothing of it can be read.
        is_known = self._settings.folder == str(folder)
        self._is_sample = self._settings.is_sample and is_known
        is_headquarters = self._settings.is_headquarters and is_known
        self.sample.tell(is_sample=self._is_sample)
        self._code_note.setVisible(not self._is_sample)
        self.ask.setVisible(not (is_missing or self._is_sample or is_headquarters))
        self.reach.setVisible((folder / SERVER_FILE).exists())
        self.new_register.setVisible(is_missing or self._is_sample)
        if is_missing:
            message = _("There is no register in {folder}. Restore a backup.")
            self._say(message.format(folder=isolate(str(folder))), "late" if is_known else "info")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the accounts once the page is painted: what reads them brings cryptography."""
        super().paintEvent(event)
        if self._is_unread:
            self._is_unread = False
            ask = partial(self.account.ask, self.folder, self._settings.account)
            QTimer.singleShot(0, self, ask)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begin()

    def retranslate(self) -> None:
        self.secret.setAccessibleName(_("Passphrase or recovery code"))

    def say(self, notice: str) -> None:
        """Show why the screen is shown, e.g. a lock after inactivity."""
        self._say(notice, "info")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        ways = (self.ask, self.reach, self.question.confirm)
        if focused is self.question.secret:
            self.question.confirm.click()
        elif focused in ways or isinstance(focused, QPushButton):
            focused.click()
        else:
            self.unlock()

    def unlock(self, answer: Answer = _NOTHING) -> None:
        """Open the store, or restore the chosen backup and open it."""
        secret = self.secret.text()
        if not secret or self._is_busy or self._seconds:
            return
        self._is_busy = True
        self.message.hide()
        if answer == _NOTHING:
            self.question.leave()
        self._enable()
        file = self.backup.file
        self.progress.begin(_("Opening the register") if file is None else _("Restoring"))
        work = partial(open_register, self.folder, file, secret, self.account.account(), answer)
        self._tasks.start(self, work, done=self._hand_over, failed=self._fail)

    def offer_restore(self) -> None:
        """Show the way back from a backup."""
        self.backup.show()
        self.backup.choose.setFocus()

    def restore_from(self, file: Path) -> None:
        """Prepare to restore a backup in place of the register; the user can still cancel."""
        self.backup.show()
        self.backup.take(file)

    def _say(self, message: str, tone: str) -> None:
        self.message.set_tone(tone)
        self.message.setText(message)
        self.message.show()

    def _hand_over(self, office: "OpenOffice") -> None:
        self._end()
        self.backup.take(None)
        self.secret.clear()
        self.question.leave()
        self.opened.emit(office)

    def _fail(self, error: Exception) -> None:
        self._end()
        code = error.code if isinstance(error, OutreachError) else ""
        if isinstance(error, OutreachError) and "seconds" in error.details:
            self._wait_for(error.details["seconds"])
            self.secret.selectAll()
        self._say(message_of(error), "late")
        self._enable()
        self.secret.setFocus()
        may_confirm = isinstance(error, OutreachError) and bool(error.details.get("may_confirm"))
        self.question.ask(self.folder, code, may_confirm=may_confirm)
        if code in _RESTORABLE:
            self.offer_restore()
        self.backup.setHidden(self.backup.isHidden() or self.question.wants_second)

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self._enable()

    def _wait_for(self, seconds: object) -> None:
        self._seconds = seconds if isinstance(seconds, int) else 0
        if self._seconds:
            self._clock.start()

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds == 0:
            self._clock.stop()
        self._enable()

    def _enable(self) -> None:
        """Keep the field open while a delay runs: the person types, only opening waits."""
        self.open.setEnabled(not self._is_busy and not self._seconds)
        for button in (self.backup, self.ask, self.reach):
            button.setEnabled(not self._is_busy)
        self.secret.setReadOnly(self._is_busy)
        self.question.setEnabled(not self._is_busy and not self._seconds)
        self.wait.retranslate()
        self.wait.setVisible(self._seconds > 0)

    def _show_backup(self) -> None:
        is_chosen = self.backup.file is not None
        self.account.set_asked(is_asked=not is_chosen)
        self._asked.setVisible(is_chosen or has_register(self.folder))
        self.message.hide()
        self.open.retranslate()
        self._begin()

    def _begin(self) -> None:
        """Give the keyboard to what is asked first: a backup where there is nothing to open."""
        has_secret = self._asked.isVisibleTo(self)
        (self.secret if has_secret else self.backup.choose).setFocus()

    def _open_words(self) -> str:
        return _("Open the register") if self.backup.file is None else _("Restore and open")

    def _wait_words(self) -> str:
        return _("Next attempt in {seconds} s").format(seconds=isolate(str(self._seconds)))

    def _connect(self) -> None:
        self.open.clicked.connect(lambda: self.unlock(_NOTHING))
        self.question.answered.connect(lambda: self.unlock(self.question.answer()))
        self.backup.changed.connect(self._show_backup)
        self._clock.timeout.connect(self._tick)
        self.new_register.clicked.connect(self._ask_to_create)
        self.account.headquarters_met.connect(self.ask.hide)  # nobody is above it
        self.ask.clicked.connect(lambda: self.help_asked.emit(str(self.folder)))
        self.reach.clicked.connect(lambda: self.reach_asked.emit(str(self.folder)))
        self.languages.chosen.connect(self._switch_language)

    def _ask_to_create(self) -> None:
        # After the sample was tried, the real register is created in the default folder.
        folder = default_store() if self._is_sample else self.folder
        self.create_asked.emit(str(folder))

    def _switch_language(self, language: ScreenLanguage) -> None:
        self._settings.language = language
        self._settings.save()
        languages.switch(self._settings.language)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 24)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.help)
        top.addWidget(self.languages)
        outer.addLayout(top)
        form = QWidget()
        fix_width(form, _WIDTH)
        add_centred(outer, form)
        self._build_form(QVBoxLayout(form))

    def _build_form(self, layout: QVBoxLayout) -> None:
        layout.setSpacing(8)
        self.message.setWordWrap(True)
        title = page_title(lambda: _("Open the register"))
        for widget in (title, self.folder_label, self.message, self.sample):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._asked)
        asked = column_in(self._asked, 8)
        asked.addWidget(self.account)
        asked.addWidget(Label(lambda: _("Passphrase"), pixels=12, tone="muted"))
        for part in (self.secret, self.secret.keyboard, self._code_note, self.wait):
            asked.addWidget(part)
        asked.addLayout(row_of(self.open, KeyCap("Enter"), spacing=16))
        layout.addWidget(self.question)
        layout.addWidget(self.progress)
        layout.addSpacing(8)
        for way in (self.ask, self.reach):
            layout.addWidget(way, alignment=Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.backup)
        layout.addWidget(self.new_register, alignment=Qt.AlignmentFlag.AlignLeading)
