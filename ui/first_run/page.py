"""The first run, step by step, until an office is open."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from outreach_app.i18n import ScreenLanguage
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.rules.names import shown_name
from outreach_app.startup import NewStore, OpenOffice
from ui import languages
from ui.busy_work import BusyWork
from ui.errors import message_of
from ui.files import Files
from ui.first_run.creating import ask_server, create, open_confirmed, open_sample
from ui.first_run.office import OfficeStep
from ui.first_run.passphrase import PassphraseStep
from ui.first_run.preview import LetterheadPreview
from ui.first_run.rail import StepsRail
from ui.first_run.recovery import RecoveryStep
from ui.first_run.server import ServerStep
from ui.first_run.start import StartStep
from ui.first_run.steps import Steps
from ui.fonts import scaled
from ui.settings import Settings
from ui.tasks import Tasks
from ui.vault.printing import ask_for_printer
from ui.vault.recovery_code import AskForPrinter
from ui.widgets.buttons import Button, primary_button
from ui.widgets.fitting import Fitting
from ui.widgets.labels import KeyCap, Label, page_title
from ui.widgets.layouts import row_in, row_of
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

T = TypeVar("T")
_FORM_WIDTH, _ROOM_FOR_PREVIEW = 560, 900  # px; the preview stands beside steps and form
_ROLE = "role"  # of the office, beside the texts that its step keeps


class FirstRunPage(Fitting, Translated):
    """Emits `opened` with the OpenOffice of a new or a sample store.

    `backup_asked` carries the path of the folder into which a backup is to be restored,
    `unlock_asked` of one that reaches a register on a server from now on, and what to say of it.
    """

    opened = Signal(object)
    backup_asked = Signal(str)
    unlock_asked = Signal(str, str)

    def __init__(
        self,
        settings: Settings,
        tasks: Tasks,
        ask: AskForPrinter = ask_for_printer,
        files: Files | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._folder = Path()
        self._filled_in: Mapping[str, str] = {}
        self.start = StartStep()
        self.office = OfficeStep()
        self.server = ServerStep(files or Files())
        self.passphrase = PassphraseStep()
        self.recovery = RecoveryStep(ask)
        self._steps = Steps(self.start, self.server, self.office, self.passphrase, self.recovery)
        self.rail = StepsRail([step.title for step in self._steps.all])
        self._title = page_title()
        self._advice = Label(tone="muted")
        self.problem = Label(tone="late")
        self.progress = ProgressLine()
        self.next = primary_button(self._next_words)
        self.back = Button(lambda: _("Back"))
        self._preview = LetterheadPreview()
        self.sheets = self._preview.sheets
        self._work = BusyWork(
            self, tasks, self.progress, set_enabled=self._enable, failed=self._fail
        )
        self._build()
        self._connect()
        self._preview_letterheads()
        self._show(0)

    def show_folder(self, folder: Path) -> None:
        """Show the folder of the store; the sample goes into a subfolder."""
        self._folder = folder
        self.start.show_folder(folder)

    def fill(self, preset: Mapping[str, str]) -> None:
        """Fill in what an administrator preset, and over it what was typed here before."""
        self.office.fill(preset)
        self._filled_in = self.office.typed()
        if begun := self._settings.begun_office:
            self.start.begin_again(begun.get(_ROLE, ""))
            self.office.show_role(self.start.role())
            self.office.fill(begun)
            self.retranslate()

    def retranslate(self) -> None:
        step = self._steps.step
        self._title.setText(step.title())
        self._advice.setText(step.advice())
        self._preview.name_sheets()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Run the primary action."""
        step = self._steps.step
        if self._work.is_running or not step.check():
            return
        if step is self.start and self.start.sample.isChecked():
            self._open_sample()
        elif step is self.start and self.start.backup.isChecked():
            self.backup_asked.emit(str(self._folder))
        elif step is self.server:
            self._reach()
        elif step is self.passphrase:
            self._create()
        elif step is self.recovery:
            self._open()
        else:
            if step is self.start:
                self.office.show_role(self.start.role())
                self.server.is_there = self.start.on_server.isChecked()
            self._show(self._steps.beside(1))

    def _open_sample(self) -> None:
        self._begin(_("Preparing the sample"), partial(open_sample, self._folder), self._hand_over)

    def _reach(self) -> None:
        """Ask the server for its register, or whether one may be made there."""
        if (address := self.server.form.address()) is not None:
            work = partial(ask_server, self._folder, address, self.server.is_there)
            self._begin(_("Asking the server"), work, self._reached)

    def _reached(self, _nothing: None) -> None:
        if self.server.is_there:
            self.server.form.forget()
            words = _("The server accepts this computer. Type the passphrase of an account.")
            self.unlock_asked.emit(str(self._folder), words)
        else:
            self._show(self._steps.beside(1))

    def _create(self) -> None:
        draft, passphrase = self.office.draft(), self.passphrase.passphrase()
        server = self.server.form.address() if self.start.asks_server() else None

        def work(progress: Progress) -> NewStore:
            return create(self._folder, passphrase, draft, progress, server)

        self._begin(_("Creating the register"), work, self._show_codes)

    def _open(self) -> None:
        folder, passphrase = self._folder, self.passphrase.passphrase()

        def work(_progress: Progress) -> OpenOffice:
            return open_confirmed(folder, passphrase)

        self._begin(_("Opening the register"), work, self._hand_over)

    def _begin(self, what: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self.problem.hide()
        self._work.start(what, work, done)

    def _enable(self, is_free: bool) -> None:
        for widget in (self.next, self.back, self._steps):
            widget.setEnabled(is_free)

    def _fail(self, error: Exception) -> None:
        self.problem.setText(message_of(error))
        self.problem.show()

    def _show_codes(self, store: NewStore) -> None:
        name = shown_name(self.office.draft())
        self.recovery.show_code(store.recovery_code, name, store.recovery_key or "")
        self._show(self._steps.all.index(self.recovery))

    def _keep_typed(self) -> None:
        """Keep what names the office, for who leaves before the register is created."""
        typed = self.office.typed()
        if typed == self._filled_in:
            return
        self._filled_in = typed
        self._settings.begun_office = typed and typed | {_ROLE: self.start.role()}
        self._settings.save()

    def _hand_over(self, office: OpenOffice) -> None:
        self._settings.begun_office = {}
        self._settings.save()
        self.passphrase.forget()
        self.server.form.forget()
        self.opened.emit(office)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the keyboard to the step that is shown."""
        self._steps.step.begin()

    def _show(self, place: int) -> None:
        self._steps.setCurrentIndex(place)
        step = self._steps.step
        self.rail.show_step(place, self._steps.path())
        self.rail.promise.setHidden(self.start.asks_server())
        self.fit()
        # A created store cannot be named again here: its settings page changes it.
        self.back.setVisible(step in (self.server, self.office, self.passphrase))
        self.problem.hide()
        self.retranslate()
        self.next.retranslate()
        step.begin()

    def fit(self) -> None:
        """Show the letterheads beside the step that names the office, where both have room."""
        has_room = self.width() >= scaled(_ROOM_FOR_PREVIEW)
        self._preview.setVisible(self._steps.step is self.office and has_room)

    def _next_words(self) -> str:
        step = self._steps.step
        if step is self.start and self.start.sample.isChecked():
            return _("Open the sample")
        if step is self.start and self.start.backup.isChecked():
            return _("Choose the backup")
        if step is self.server and self.server.is_there:
            return _("Connect")
        if step is self.passphrase:
            return _("Create the register")
        return _("Open the register") if step is self.recovery else _("Next step")

    def _preview_letterheads(self) -> None:
        for language, sheet in self.sheets.items():
            sheet.show_letterhead(self.office.letterhead(language))

    def _connect(self) -> None:
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(lambda: self._show(self._steps.beside(-1)))
        self.start.changed.connect(self._take_start)
        self.office.previewed.connect(self._preview_letterheads)
        self.office.previewed.connect(self._keep_typed)
        self.rail.languages.chosen.connect(self._switch_language)

    def _take_start(self) -> None:
        self.next.retranslate()
        self.rail.show_step(0, self._steps.path())

    def _switch_language(self, language: ScreenLanguage) -> None:
        self._settings.language = language
        self._settings.save()
        languages.switch(self._settings.language)

    def _build(self) -> None:
        layout = row_in(self)
        layout.addWidget(self.rail)
        layout.addWidget(self._form(), 1)
        layout.addWidget(self._preview, 1)

    def _form(self) -> QWidget:
        ground = Surface()
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(0, 0, 0, 0)
        form = QWidget()
        form.setMaximumWidth(scaled(_FORM_WIDTH))
        outer.addWidget(form, 1)
        outer.addStretch(0)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        self._advice.setWordWrap(True)
        self.problem.setWordWrap(True)
        for widget in (self._title, self._advice, self.problem):
            layout.addWidget(widget)
        layout.addWidget(self._steps, 1)
        layout.addWidget(self.progress)
        layout.addLayout(self._foot())
        return ground

    def _foot(self) -> QHBoxLayout:
        return row_of(self.next, KeyCap("Enter"), self.back, spacing=16)
