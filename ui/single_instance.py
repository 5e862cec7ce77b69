"""One window per store and person: a second start raises the first, and hands it its files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, QThread, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# Milliseconds to wait for the other window to answer, and how often it is asked.
_PATIENCE, _TIMES = 300, 10


class SingleInstance(QObject):
    """The lock and the local socket of the first window.

    Signals: `asked`, in the first window, carries the files of a second start.

    A lock decides which instance is first; the socket is loaded after the first paint.
    """

    asked = Signal(list)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        user = f"{Path.home()}\n{folder.resolve()}".encode()
        digest = QCryptographicHash.hash(user, QCryptographicHash.Algorithm.Sha256).toHex()
        self._name = f"outreach-{bytes(digest.data()).decode()[:16]}"
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only that of a process that is gone
        self._server: QLocalServer | None = None

    def claim(self, files: Sequence[Path] = ()) -> bool:
        """Return whether this is the first; if not, the first has been handed these files."""
        if self._lock.tryLock(0):
            QTimer.singleShot(0, self, self._listen)
            return True
        return not self._hand_over(files)

    def _hand_over(self, files: Sequence[Path]) -> bool:
        """Hand the files to the first window; return whether there was one to take them."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        for _time in range(_TIMES):  # it may have been started just now
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE):
                socket.write("\0".join(map(str, files)).encode())
                socket.disconnectFromServer()
                if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
                    socket.waitForDisconnected(_PATIENCE)
                return True
            QThread.msleep(_PATIENCE)
        return False

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        # A crash leaves a name that nobody answers.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def _answer(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket.state() is socket.LocalSocketState.ConnectedState:
            socket.waitForDisconnected(_PATIENCE)
        names = bytes(socket.readAll().data()).decode().split("\0")
        socket.deleteLater()
        self.asked.emit([Path(name) for name in names if name])
