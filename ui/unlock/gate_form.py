"""The base of the forms shown while no office is open; they return to the unlock screen."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from ui.busy_work import BusyWork
from ui.errors import message_of
from ui.fonts import fix_width
from ui.tasks import Tasks
from ui.widgets.buttons import Button, primary_button
from ui.widgets.centred import add_centred
from ui.widgets.labels import Label, note, page_title
from ui.widgets.layouts import column_in, row_of
from ui.widgets.progress_line import ProgressLine
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

T = TypeVar("T")
_WIDTH = 560


class GateForm(Translated, Surface):
    """Enter continues, Esc goes back. Emits `left` with a message for the unlock screen, or ""."""

    left = Signal(str)

    def __init__(self, tasks: Tasks, title: Text, advice: Text, go_on: Text) -> None:
        super().__init__()
        self.problem = Label(tone="late")
        self.progress = ProgressLine()
        self.next = primary_button(go_on)
        self.back = Button(lambda: _("Back"))
        self._title = page_title(title)
        self._advice = note(advice)
        self._asked = QWidget()
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self._go_back)
        self._work = BusyWork(
            self, tasks, self.progress, set_enabled=self._enable, failed=self._fail
        )

    def go_on(self) -> None:
        """Run the primary action."""
        raise NotImplementedError

    def retranslate(self) -> None:
        # Clear the message: it is in the previous language.
        self.problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        else:
            self.go_on()

    def _do(self, what: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Start the work in a thread, unless one is already running."""
        self.problem.hide()
        self._work.start(what, work, done)

    def _fail(self, error: Exception) -> None:
        self.problem.setText(message_of(error))
        self.problem.show()

    def _enable(self, is_free: bool) -> None:
        for widget in (self._asked, self.next, self.back):
            widget.setEnabled(is_free)

    def _go_back(self) -> None:
        if not self._work.is_running:
            self.left.emit("")

    def _lay_out(self, *parts: QWidget) -> None:
        """Stack the parts between the title and the buttons; a low window scrolls them."""
        asked = column_in(self._asked, 8)
        for part in parts:
            asked.addWidget(part)
        form = QWidget()
        fix_width(form, _WIDTH)
        column = QVBoxLayout(form)
        column.setSpacing(8)
        for label in (self._advice, self.problem):
            label.setWordWrap(True)
        self.problem.hide()
        for widget in (self._title, self._advice, self.problem, self._asked, self.progress):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(row_of(self.next, self.back, spacing=16))
        self._centre(form)

    def _centre(self, form: QWidget) -> None:
        inside = Surface()
        add_centred(QVBoxLayout(inside), form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(inside))
