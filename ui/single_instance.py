"""One window per store and person: a second start raises the first, and hands it its files."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# Milliseconds to wait for the other window to answer.
_PATIENCE = 300


class SingleInstance(QObject):
    """Emits `asked` in the first window once the program is started again, with its files."""

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(f"{Path.home()}\n{folder.resolve()}".encode()).hexdigest()
        self._name = f"outreach-{digest[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, files: Sequence[Path] = ()) -> bool:
        """Return whether this is the first; if not, the first has been handed these files."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE):
            socket.write("\0".join(map(str, files)).encode())
            socket.disconnectFromServer()
            if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
                socket.waitForDisconnected(_PATIENCE)
            return False
        # A crash leaves a name that nobody answers.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            socket.waitForDisconnected(_PATIENCE)
        names = bytes(socket.readAll().data()).decode().split("\0")
        socket.deleteLater()
        self.asked.emit([Path(name) for name in names if name])
