"""Says when nobody has touched the program for a while, or the computer slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


_BEAT = 10.0  # seconds between two looks at the clock on the wall
_SLEPT = 60.0  # seconds that pass between two looks only where the computer slept


class IdleLock(QObject):
    """Emits `idle` once, `minutes` after the last input; `start` it when an office opens.

    The minutes are asked for at each input: they are a setting. `slept` is emitted instead where
    the computer was suspended meanwhile: no timer runs then, but the clock on the wall goes on.
    """

    idle = Signal()
    slept = Signal()

    def __init__(self, minutes: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._lock)
        self._beat = QTimer(self, interval=round(_BEAT * 1000))
        self._beat.timeout.connect(self.look)
        self._looked_at = time.time()

    def start(self) -> None:
        """Watch every input of the program from now on."""
        _application().installEventFilter(self)
        self._looked_at = time.time()
        self._beat.start()
        self._wait()

    def stop(self) -> None:
        """Watch no more."""
        _application().removeEventFilter(self)
        self._timer.stop()
        self._beat.stop()

    def look(self) -> None:
        """Compare the clock on the wall with that of the last look."""
        now = time.time()
        has_slept = now - self._looked_at > _SLEPT
        self._looked_at = now
        if has_slept:
            self.stop()
            self.slept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._wait()
        return False

    def _wait(self) -> None:
        self._timer.start(round(self._minutes() * 60_000))

    def _lock(self) -> None:
        self.stop()
        self.idle.emit()


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("an idle lock needs an application")
    return application
