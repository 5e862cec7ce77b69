"""The progress of long work, with a button to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from outreach_app.i18n import gettext as _
from ui.flat_fusion.style import PLACE
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

PATIENCE = 500  # milliseconds of work before progress is shown
_STEP, _PAUSE = 4, 80  # per cent, and milliseconds between two steps


class ProgressLine(QWidget):
    """Appears only when work lasts longer than `patience`; `stopped` asks to cancel it.

    While nobody knows how long it takes, a piece of the bar goes to and fro.
    """

    stopped = Signal()

    def __init__(self, *, can_stop: bool = True, patience: int = PATIENCE) -> None:
        super().__init__()
        self._what = Label(tone="muted")
        self._bar = QProgressBar(textVisible=False)
        self._stop = Button(lambda: _("Cancel"))
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._moving = QTimer(self, interval=_PAUSE)
        self._way = 0  # of the piece, there and back
        self._build()
        self._stop.setVisible(can_stop)
        self._patience.timeout.connect(self.show)
        self._moving.timeout.connect(self._move)
        self._stop.clicked.connect(self._ask_to_stop)
        self.hide()

    def begin(self, what: str) -> None:
        """Start showing progress; `what` describes the work."""
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._patience.start()

    def advance(self, done: int, total: int, what: str) -> None:
        """Show how far the work is; `what` replaces the description unless it is empty."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if what:
            self._what.setText(what)

    def end(self) -> None:
        """Stop showing progress, whether the work succeeded or not."""
        self._patience.stop()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        self._moving.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._moving.stop()
        super().hideEvent(event)

    def _move(self) -> None:
        if self._bar.maximum() == 0:
            self._way = (self._way + _STEP) % 200
            self._bar.setProperty(PLACE, min(self._way, 200 - self._way))
            self._bar.update()

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stopped.emit()

    def _build(self) -> None:
        self._what.setWordWrap(True)  # a narrow pane must not grow while it is shown
        self._bar.setFixedHeight(8)
        self._bar.setMinimumWidth(48)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(16)
        layout.addWidget(self._what)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
