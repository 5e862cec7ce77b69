"""The size of a dialog over its window."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_ROOM = 24  # px that a window keeps around a dialog


def resize_over(dialog: QDialog, width: int, height: int) -> None:
    """Resize a dialog to a size in px, limited by its window, so that buttons stay visible."""
    size, under = QSize(width, height), dialog.parentWidget()
    if under is not None and under.window().isVisible():
        size = size.boundedTo(under.window().size() - QSize(_ROOM, _ROOM))
    dialog.resize(size)
