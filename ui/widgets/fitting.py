"""Widgets whose layout depends on their width and on the size of text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.fonts import scaled

_ROOM_FOR_TWO = 936  # what a window of 1040 leaves the cards


def stack_if_narrow(columns: QBoxLayout, width: int) -> bool:
    """Lay columns of cards out below each other in a small window; return whether it is one."""
    is_narrow = width < scaled(_ROOM_FOR_TWO)
    direction = QBoxLayout.Direction
    columns.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
    return is_narrow


# A mixin for any kind of widget: at run time it must not derive from QWidget.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Fitting(_Widget):
    """A mixin placed before a widget class that fits its parts to its width and size of text."""

    def fit(self) -> None:
        """Choose the layout for the present width."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
