"""A warning over a window that has no page to say it on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def warn(window: QWidget, message: str) -> None:
    """Show a warning over a window, which waits for nothing."""
    box = QMessageBox(QMessageBox.Icon.Warning, window.windowTitle(), message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setParent(window, box.windowFlags())
    box.open()
