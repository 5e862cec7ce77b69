"""Says when the person leaves the session of the computer: it is locked, or another one is shown.

Windows notifies a registered window (WTS), Linux uses the system's D-Bus (logind). On macOS,
and where neither answers, the register locks when it is left alone, as ever.
"""

import ctypes
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QObject, Signal, Slot

from ui.style import the_application

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtGui import QWindow

_LOGIND = "org.freedesktop.login1"
_SESSION = f"{_LOGIND}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_PATIENCE = 1000  # milliseconds that logind has to answer
# Of Windows: the message, and its events: console or remote session gone, logoff, lock.
_SESSION_CHANGE = 0x02B1
_LEFT = {0x2, 0x4, 0x6, 0x7}


class SessionLock(QObject):
    """Emits `left` each time the session is left, once it was started."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None
        self._path = ""
        self._is_away = False
        self._filter = _WindowsMessages(self)
        self._window: QWindow | None = None

    def start(self) -> None:
        """Subscribe to the system's notifications. Idempotent."""
        if sys.platform == "win32" and self._window is None:
            from PySide6.QtGui import QWindow  # noqa: PLC0415  not for the first paint

            self._window = QWindow()  # is never shown: the messages go to it
            handle = ctypes.c_void_p(self._window.winId())
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, 0)
            the_application().installNativeEventFilter(self._filter)
        elif sys.platform == "linux" and self._bus is None:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  not for the first paint

            self.listen(QDBusConnection.systemBus())

    def listen(self, bus: "QDBusConnection") -> None:
        """Follow the own session of the logind on this bus, if there is one."""
        from PySide6.QtDBus import QDBusObjectPath  # noqa: PLC0415  see start

        self._bus = bus
        session = os.environ.get("XDG_SESSION_ID", "auto")
        path = self._ask("/org/freedesktop/login1", f"{_LOGIND}.Manager", "GetSession", session)
        if not isinstance(path, QDBusObjectPath):
            return
        self._path = path.path()
        slots = (
            (_PROPERTIES, "PropertiesChanged", SLOT("look()")),
            (_SESSION, "Lock", SLOT("leave()")),
        )
        for interface, signal, slot in slots:
            # Its stub asks for bytes, which it refuses.
            bus.connect(_LOGIND, self._path, interface, signal, self, slot)  # type: ignore[call-overload]

    @Slot()
    def look(self) -> None:
        """Ask logind whether the session is shown and unlocked."""
        is_shown, is_locked = self._property("Active"), self._property("LockedHint")
        was_away, self._is_away = self._is_away, is_shown is False or is_locked is True
        if self._is_away and not was_away:
            self.left.emit()

    @Slot()
    def leave(self) -> None:
        """Take it that the session is left."""
        self.left.emit()

    def _property(self, name: str) -> object:
        from PySide6.QtDBus import QDBusVariant  # noqa: PLC0415  see start

        answer = self._ask(self._path, _PROPERTIES, "Get", _SESSION, name)
        return answer.variant() if isinstance(answer, QDBusVariant) else None

    def _ask(self, path: str, interface: str, method: str, *given: str) -> object:
        from PySide6.QtDBus import QDBus, QDBusMessage  # noqa: PLC0415  see start

        if self._bus is None:
            return None
        call = QDBusMessage.createMethodCall(_LOGIND, path, interface, method)
        call.setArguments(list(given))
        reply: QDBusMessage = self._bus.call(call, QDBus.CallMode.Block, _PATIENCE)
        is_answer = reply.type() is QDBusMessage.MessageType.ReplyMessage
        return reply.arguments()[0] if is_answer and reply.arguments() else None


class _WindowsMessages(QAbstractNativeEventFilter):
    """Finds among the messages of Windows those that the session was left."""

    def __init__(self, lock: SessionLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, _kind: object, message: int) -> object:
        from ctypes import wintypes  # noqa: PLC0415  see start

        posted = wintypes.MSG.from_address(int(message))
        if posted.message == _SESSION_CHANGE and posted.wParam in _LEFT:
            self._lock.leave()
        return False, 0
