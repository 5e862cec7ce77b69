"""The first run, step by step, until an office is open."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outreach_app import clock, i18n
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.startup import NewStore, OpenOffice
from ui import languages
from ui.errors import message_of
from ui.first_run.creating import create, open_confirmed, open_sample
from ui.first_run.office import OfficeStep
from ui.first_run.passphrase import PassphraseStep
from ui.first_run.rail import StepsRail
from ui.first_run.recovery import RecoveryStep
from ui.first_run.start import StartStep
from ui.first_run.step import FirstRunStep
from ui.fonts import scaled
from ui.settings import Settings
from ui.tasks import Tasks
from ui.vault.printing import ask_for_printer
from ui.vault.recovery_code import AskForPrinter
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import KeyCap, Label, page_title, small_title
from ui.widgets.letterhead import LetterheadSheet
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_FORM_WIDTH = 560


class FirstRunPage(Translated):
    """Emits `opened` with the OpenOffice of a new or a sample store.

    `unlock_asked` carries the path of the folder into which a backup is to be restored.
    """

    opened = Signal(object)
    unlock_asked = Signal(str)

    def __init__(
        self, settings: Settings, tasks: Tasks, ask: AskForPrinter = ask_for_printer
    ) -> None:
        super().__init__()
        self._settings = settings
        self._tasks = tasks
        self._folder = Path()
        self._work: Progress | None = None
        self.start, self.office = StartStep(), OfficeStep()
        self.passphrase, self.recovery = PassphraseStep(), RecoveryStep(ask)
        self._steps: list[FirstRunStep] = [self.start, self.office, self.passphrase, self.recovery]
        self.rail = StepsRail([step.title for step in self._steps])
        today = clock.local(clock.now()).date()
        self.sheets = {language: LetterheadSheet(language, today) for language in Language}
        self._title, self._advice = page_title(), Label(tone="muted")
        self._stack = QStackedWidget()
        self.problem, self.progress = Label(tone="late"), ProgressLine()
        self.next = primary_button(self._next_words)
        self.back = Button(lambda: _("Back"))
        self._preview = Surface("paper")
        self._build()
        self._connect()
        self._preview_letterheads()
        self._show(0)

    def show_folder(self, folder: Path) -> None:
        """Say where the store is to be; the sample goes into a folder under it."""
        self._folder = folder
        self.start.show_folder(folder)

    def retranslate(self) -> None:
        step = self._steps[self._stack.currentIndex()]
        self._title.setText(step.title())
        self._advice.setText(step.advice())
        self.sheets[Language.ARABIC].setAccessibleName(_("Letterhead in Arabic"))
        self.sheets[Language.FRENCH].setAccessibleName(_("Letterhead in French"))

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
        """Do what the primary button says."""
        step = self._steps[self._stack.currentIndex()]
        if self._work is not None or not step.check():
            return
        if step is self.start and self.start.sample.isChecked():
            self._open_sample()
        elif step is self.start and self.start.backup.isChecked():
            self.unlock_asked.emit(str(self._folder))
        elif step is self.passphrase:
            self._create()
        elif step is self.recovery:
            self._open()
        else:
            if step is self.start:
                self.office.show_role(self.start.role())
            self._show(self._stack.currentIndex() + 1)

    def _go_back(self) -> None:
        self._show(self._stack.currentIndex() - 1)

    def _open_sample(self) -> None:
        self._begin(_("Preparing the sample"))
        self._work = self._tasks.start(
            self,
            partial(open_sample, self._folder),
            done=self._hand_over,
            failed=self._fail,
            progressed=self.progress.advance,
            cancelled=self._end,
        )

    def _create(self) -> None:
        draft, passphrase = self.office.draft(), self.passphrase.passphrase()
        self._begin(_("Creating the encrypted register"))
        self._work = self._tasks.start(
            self,
            lambda progress: create(self._folder, passphrase, draft, progress),
            done=self._show_codes,
            failed=self._fail,
            progressed=self.progress.advance,
            cancelled=self._end,
        )

    def _open(self) -> None:
        passphrase = self.passphrase.passphrase()
        self._begin(_("Opening the register"))
        self._work = self._tasks.start(
            self,
            lambda _progress: open_confirmed(self._folder, passphrase),
            done=self._hand_over,
            failed=self._fail,
        )

    def _begin(self, what: str) -> None:
        self.problem.hide()
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self._stack.setEnabled(False)
        self.progress.begin(what)

    def _end(self) -> None:
        self._work = None
        self.progress.end()
        self.next.setEnabled(True)
        self.back.setEnabled(True)
        self._stack.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.problem.setText(message_of(error))
        self.problem.show()

    def _show_codes(self, store: NewStore) -> None:
        self._end()
        draft = self.office.draft()
        is_arabic = i18n.current() is Language.ARABIC
        name = draft.name_ar if is_arabic else draft.name_fr
        self.recovery.show_code(store.recovery_code, name, store.recovery_key or "")
        self._show(self._steps.index(self.recovery))

    def _hand_over(self, office: OpenOffice) -> None:
        self._end()
        self.passphrase.forget()
        self.opened.emit(office)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the keyboard to the step that is shown."""
        self._steps[self._stack.currentIndex()].begin()

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        step = self._steps[place]
        self.rail.show_step(place)
        self._preview.setVisible(step is self.office)
        # A created store cannot be named again here: its settings page changes it.
        self.back.setVisible(step is self.office or step is self.passphrase)
        self.problem.hide()
        self.retranslate()
        self.next.retranslate()
        step.begin()

    def _next_words(self) -> str:
        step = self._steps[self._stack.currentIndex()]
        if step is self.start and self.start.sample.isChecked():
            return _("Open the sample")
        if step is self.start and self.start.backup.isChecked():
            return _("Choose the backup")
        if step is self.passphrase:
            return _("Create the register")
        return _("Open the register") if step is self.recovery else _("Next step")

    def _preview_letterheads(self) -> None:
        for language, sheet in self.sheets.items():
            sheet.show_letterhead(self.office.letterhead(language))

    def _connect(self) -> None:
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self._go_back)
        self.start.changed.connect(self.next.retranslate)
        self.office.previewed.connect(self._preview_letterheads)
        self.progress.stopped.connect(self._cancel)
        self.rail.language.clicked.connect(self._switch_language)

    def _switch_language(self) -> None:
        self._settings.language = self._settings.language.next
        self._settings.save()
        languages.switch(self._settings.language)

    def _build(self) -> None:
        for step in self._steps:
            area = QScrollArea(widgetResizable=True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with what is in it
            area.setWidget(step)
            # It gives both a ground of its own, which is not the page's.
            step.setAutoFillBackground(False)
            area.viewport().setAutoFillBackground(False)
            self._stack.addWidget(area)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self._form(), 1)
        layout.addWidget(self._preview, 1)
        self._build_preview()

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
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.progress)
        layout.addLayout(self._foot())
        return ground

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.next)
        foot.addWidget(KeyCap("Enter"))
        foot.addWidget(self.back)
        foot.addStretch(1)
        return foot

    def _build_preview(self) -> None:
        layout = QVBoxLayout(self._preview)
        layout.setContentsMargins(34, 24, 34, 24)
        layout.setSpacing(8)
        layout.addWidget(small_title(lambda: _("Live preview")))
        layout.addWidget(Label(lambda: _("In Arabic"), pixels=12, tone="muted"))
        layout.addWidget(self.sheets[Language.ARABIC], 1)
        layout.addWidget(Label(lambda: _("In French"), pixels=12, tone="muted"))
        layout.addWidget(self.sheets[Language.FRENCH], 1)
