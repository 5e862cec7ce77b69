"""The main window: shows the gate, or the shell of the open office; remembers its geometry."""

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from outreach_app.i18n import gettext as _
from ui.gate import Gate
from ui.settings import Settings
from ui.widgets.keys import on_keys
from ui.widgets.translated import Retranslating

_FIRST_SIZE = QSize(1366, 696)
_MIN_SIZE = QSize(800, 440)
_FRAME = QSize(16, 48)  # allowance for window decorations, whose size is unknown before mapping


class MainWindow(Retranslating, QMainWindow):
    """The main window.

    Signals: `leave_asked` when the user closes it; `leave` then really closes.
    """

    leave_asked = Signal()

    def __init__(self, gate: Gate, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._stack = QStackedWidget()
        self._shell: QWidget | None = None
        self._beside: QWidget | None = None
        self._may_close = False
        self._has_copied = False
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        self._stack.addWidget(gate)
        self.setCentralWidget(self._stack)
        self._restore_place()
        on_keys(self, "Ctrl+Q", self.close)
        self.retranslate()

    def show_shell(self, shell: QWidget) -> None:
        """Show an open office."""
        self._shell = shell
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)

    def show_beside(self, window: QWidget) -> None:
        """Show a second window of the open office, replacing an earlier one.

        It deletes itself when it is closed.
        """
        self._close_beside()
        self._beside = window
        window.show()

    def drop_shell(self) -> None:
        """Show the gate again; delete the shell and all its pages, and what was copied of them."""
        self._forget_copied()
        self._close_beside()
        if self._shell is not None:
            self._stack.removeWidget(self._shell)
            self._shell.deleteLater()
            self._shell = None

    def _follow_clipboard(self) -> None:
        """Remember whether its content was copied here or, while others had the keys, elsewhere."""
        self._has_copied = QGuiApplication.focusWindow() is not None

    def _forget_copied(self) -> None:
        """Empty the clipboard, and what keeps selected words where there is such a thing.

        On X11 a middle click pastes what was last selected; macOS shares what is searched for.
        """
        clipboard = QGuiApplication.clipboard()
        if self._has_copied:
            clipboard.clear()
            self._has_copied = False
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        if clipboard.ownsFindBuffer():
            clipboard.clear(QClipboard.Mode.FindBuffer)

    def bring_forward(self) -> None:
        """Raise the window above others, at a second start of the program."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Community-outreach register"))

    def leave(self) -> None:
        """Close the window; nothing is left to save."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = self.saveGeometry().toBase64().data()
        self._settings.geometry = bytes(geometry).decode("ascii")
        self._settings.save()
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.leave_asked.emit()

    def _close_beside(self) -> None:
        if self._beside is not None and isValid(self._beside):
            self._beside.close()
        self._beside = None

    def _restore_place(self) -> None:
        """Restore the saved geometry, or the default one, within the available screen."""
        stored = QByteArray.fromBase64(self._settings.geometry.encode("ascii"))
        free = self.screen().availableGeometry()
        room = free.size() - _FRAME
        if not self.restoreGeometry(stored):
            self.resize(_FIRST_SIZE.boundedTo(room))
            self.move(free.topLeft())
        self.setMinimumSize(_MIN_SIZE.boundedTo(room))
