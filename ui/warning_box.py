"""A warning box, for when no page can show the message."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def warn(window: QWidget, message: str) -> None:
    """Show a non-blocking warning over a window."""
    box = QMessageBox(QMessageBox.Icon.Warning, window.windowTitle(), message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setParent(window, box.windowFlags())
    box.open()
