"""How a cell is painted: words, an icon before them, the selection with its bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
)

from ui.fonts import font
from ui.style import colour
from ui.tables.columns import Icon
from ui.tables.rows_model import ICON_ROLE
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36
_PADDING = 8
_EDGE = 24  # of the first cell
_ICON = 16
_GAP = 6


class RowDelegate(PaintedDelegate):
    """Row selection is painted `sel`; the palette's own highlight is for text in fields."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        row, rect, is_first = PaintedRow(painter, option), option.rect, index.column() == 0
        if is_first:
            row.draw_ground()
        elif row.is_chosen:
            painter.fillRect(rect, colour("sel"))
        icon: Icon | None = index.data(ICON_ROLE)
        if icon is not None:
            top = rect.center().y() - _ICON // 2
            square = QRect(rect.x() + _start(index), top, _ICON, _ICON)
            row.draw_icon(square, icon.name, icon.tone)
        tone = icon.tone if icon else "text"
        if is_first:
            tone = "seltext" if row.is_chosen else "text"
        start = _start(index) + (_ICON + _GAP if icon is not None else 0)
        weight = QFont.Weight.Medium if is_first else QFont.Weight.Normal
        place = rect.adjusted(start, 0, -_PADDING, 0)
        row.draw_text(place, index.data() or "", font(14, weight), tone)


def _start(index: Index) -> int:
    return _EDGE if index.column() == 0 else _PADDING
