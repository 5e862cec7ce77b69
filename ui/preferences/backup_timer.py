"""The half-hourly backup of the open register, skipped if nothing was written."""

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.progress import Progress
from ui.context import AppContext
from ui.errors import message_of

MINUTES = 30


class BackupTimer(QObject):
    """Quiet where it succeeds; `failed` carries what a person must read."""

    made = Signal()
    failed = Signal(str)

    def __init__(self, context: AppContext, parent: QObject, minutes: float = MINUTES) -> None:
        super().__init__(parent)
        self._context = context
        self._is_busy = False
        self._timer = QTimer(self, interval=round(minutes * 60_000))
        self._timer.timeout.connect(self.back_up_if_changed)
        self._timer.start()

    def back_up_if_changed(self) -> None:
        """Start a backup in a task, unless one is on its way or nothing was written."""
        office = self._context.office
        if self._is_busy or not office.has_changed:
            return
        self._is_busy = True

        def work(_progress: Progress) -> None:
            office.back_up()

        self._context.tasks.start(self, work, done=self._end, failed=self._fail)

    def _end(self, _nothing: None) -> None:
        self._is_busy = False
        self.made.emit()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(message_of(error))
