"""Stacked pages sized by the current one only."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem, QStackedLayout, QWidget


class Stack(QWidget):
    """Has the size of the current page: a larger hidden one does not make it scroll."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = ShownLayout(self)

    def addWidget(self, page: QWidget) -> None:
        self._pages.addWidget(page)

    def currentWidget(self) -> QWidget | None:
        return self._pages.currentWidget()

    def setCurrentWidget(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)


class ShownLayout(QStackedLayout):
    """Uses the size of the current page, while Qt's layout uses all of them."""

    def __init__(self, stack: QWidget) -> None:
        super().__init__(stack)
        self.currentChanged.connect(lambda _place: self.invalidate())

    def minimumSize(self) -> QSize:
        shown = self._item()
        return QSize(0, 0) if shown is None else shown.minimumSize()

    def hasHeightForWidth(self) -> bool:
        shown = self._item()
        return shown is not None and shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the minimum: a page that prefers more must not scroll."""
        shown = self._item()
        return -1 if shown is None else shown.minimumHeightForWidth(width)

    def _item(self) -> QLayoutItem | None:
        return self.itemAt(self.currentIndex()) if self.currentIndex() >= 0 else None
