"""A layout that wraps its items, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_SIDEWAYS = Qt.Orientation.Horizontal


class FlowLayout(QLayout):
    """Items in reading order, with height for width.

    A last item that can grow takes the rest of its line.

    Owns its items, as every layout does: `takeAt` gives one back.
    """

    def __init__(
        self, parent: QWidget, *, margin: int, gap: int, line_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._margin = margin
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._items: list[QLayoutItem] = []

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Insert a widget before the item at that index."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width - 2 * self._margin)
        gaps = self._line_gap * (len(lines) - 1)
        return sum(map(self._height, lines)) + gaps + 2 * self._margin

    def sizeHint(self) -> QSize:
        """Return the size with all items in one line."""
        widths = sum(item.sizeHint().width() + self._gap for item in self._items) - self._gap
        return QSize(widths + 2 * self._margin, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """Return a size one line high: heightForWidth returns what more is needed."""
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest + 2 * self._margin, self._height(self._items) + 2 * self._margin)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.adjusted(self._margin, self._margin, -self._margin, -self._margin)
        corner = inner.topLeft()
        for line in self._lines(inner.width()):
            height = self._height(line)
            for item in line:
                left = inner.right() + 1 - corner.x()
                grows = item is self._items[-1] and item.expandingDirections() & _SIDEWAYS
                width = left if grows else min(item.sizeHint().width(), left)
                place = QRect(corner, QSize(width, height))
                item.setGeometry(QStyle.visualRect(self._parent.layoutDirection(), inner, place))
                corner += QPoint(width + self._gap, 0)
            corner = QPoint(inner.x(), corner.y() + height + self._line_gap)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items of each line; an item that is too wide is alone."""
        lines: list[list[QLayoutItem]] = [[]]
        taken = 0
        for item in self._items:
            needed = item.sizeHint().width()
            if lines[-1] and taken + needed > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += needed + self._gap
        return lines

    def _height(self, items: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in items), default=0)


def in_a_row(*widgets: QWidget) -> QWidget:
    """Lay out widgets beside each other, wrapping."""
    row = QWidget()
    flow = FlowLayout(row, margin=0, gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    return row
