"""The painting of a help topic in the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.fonts import font
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex


class TopicDelegate(PaintedDelegate):
    """One line of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = PaintedRow(painter, option)
        row.draw_ground()
        weight = QFont.Weight.DemiBold if row.is_chosen else QFont.Weight.Normal
        tone = "seltext" if row.is_chosen else "text"
        words = option.rect.adjusted(16, 0, -8, 0)
        row.draw_text(words, str(index.data()), font(14, weight), tone)
