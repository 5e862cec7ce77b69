"""The place of a table whose last row must not be cut through its letters."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget


class WholeRows(QWidget):
    """Gives a table the height of whole rows, and leaves the rest empty below it.

    Its current row stays in sight.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._table = table
        table.setParent(self)
        self.setSizePolicy(table.sizePolicy())

    def sizeHint(self) -> QSize:
        return self._table.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._table.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head, row = self._table.horizontalHeader().height(), self._table.rowHeight(0)
        room = max(self.height() - head, 0)
        rows = room // row * row if room >= row > 0 else room
        self._table.setGeometry(0, 0, self.width(), head + rows)
        if self._table.currentIndex().isValid():
            self._table.scrollTo(self._table.currentIndex())
