"""The size of a dialog over its window."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_ROOM = 24  # px that a window keeps around what stands over it


def resize_over(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size in px, or what its window leaves: never a button off the screen."""
    size, under = QSize(width, height), dialog.parentWidget()
    if under is not None and under.window().isVisible():
        size = size.boundedTo(under.window().size() - QSize(_ROOM, _ROOM))
    dialog.resize(size)
