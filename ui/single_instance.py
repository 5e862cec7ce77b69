"""One window per store and person: a second start raises the first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# Milliseconds to wait for the first window to answer.
_PATIENCE = 300


class SingleInstance(QObject):
    """Emits `asked` in the first window when the program is started again."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(f"{Path.home()}\n{folder.resolve()}".encode()).hexdigest()
        self._name = f"outreach-{digest[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Return whether this is the first; if not, the first has been asked to come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE):
            socket.disconnectFromServer()
            return False
        # A crash leaves a name that nobody answers.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def _answer(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.asked.emit()
