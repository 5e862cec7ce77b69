"""The idle timer: detects inactivity, a left session and a suspended computer."""

import ctypes
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from outreach_app.i18n import isolate, ngettext
from ui.unlock.session_lock import SessionLock

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


_BEAT = 10.0  # seconds between two looks at the clocks
_SLEPT = 60.0  # seconds by which the clock on the wall runs ahead only where the computer slept


def idle_words(minutes: int) -> str:
    """Return why an idle register was locked."""
    words = ngettext(
        "The register was locked after {n} minute without use.",
        "The register was locked after {n} minutes without use.",
        minutes,
    )
    return words.format(n=isolate(str(minutes)))


class IdleLock(QObject):
    """Emits `idle` once, `minutes` after the last input; `start` it when an office opens.

    The minutes are asked for at each input: they are a setting. `left` is emitted instead where the
    session was locked or another one is shown, and where the computer was suspended meanwhile: no
    timer runs then, but the clock on the wall goes on. A program that was kept waiting looks late
    too, and stays open: the computer was awake as long.
    """

    idle = Signal()
    left = Signal()

    def __init__(self, minutes: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._lock)
        self._beat = QTimer(self, interval=round(_BEAT * 1000))
        self._beat.timeout.connect(self.look)
        self._slept_before = _time_asleep()
        self.session = SessionLock(self)
        self.session.left.connect(self._leave)

    def start(self) -> None:
        """Watch every input of the program, and the session, from now on."""
        self.session.start()
        _application().installEventFilter(self)
        self._slept_before = _time_asleep()
        self._beat.start()
        self._wait()

    def stop(self) -> None:
        """Watch no more."""
        _application().removeEventFilter(self)
        self._timer.stop()
        self._beat.stop()

    def look(self) -> None:
        """Ask whether the computer slept since the last look."""
        slept = _time_asleep()
        has_slept = slept - self._slept_before > _SLEPT
        self._slept_before = slept
        if has_slept:
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._wait()
        return False

    def _wait(self) -> None:
        self._timer.start(round(self._minutes() * 60_000))

    def _leave(self) -> None:
        if self._beat.isActive():
            self.stop()
            self.left.emit()

    def _lock(self) -> None:
        self.stop()
        self.idle.emit()


def _time_asleep() -> float:
    """Return the seconds by which the clock on the wall is ahead of the time awake."""
    return time.time() - time_awake()


def time_awake() -> float:
    """Return a number of seconds that grows while the computer is awake, and not while it sleeps.

    So does the monotonic clock of Linux and macOS; that of Windows counts the sleep.
    """
    if sys.platform == "win32":
        ticks = ctypes.c_ulonglong()  # of 100 nanoseconds
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000
    return time.monotonic()


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("an idle lock needs an application")
    return application
