"""How a cell is painted: words, an icon before them, the selection with its bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.fonts import font
from ui.icons import paint_icon
from ui.style import colour
from ui.tables.columns import Icon
from ui.tables.rows_model import ICON_ROLE

ROW_HEIGHT = 36
_BAR = 4
_PADDING = 8
_EDGE = 24  # of the first cell
_ICON = 16
_GAP = 6


class RowDelegate(QStyledItemDelegate):
    """Row selection is painted `sel`; the palette's own highlight is for text in fields."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, is_first = option.rect, index.column() == 0
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, colour("sel"))
            if is_first:
                bar = QRect(rect.x(), rect.y(), _BAR, rect.height())
                painter.fillRect(QStyle.visualRect(option.direction, rect, bar), colour("accent"))
        icon: Icon | None = index.data(ICON_ROLE)
        start = _EDGE if is_first else _PADDING
        if icon is not None:
            self._paint_icon(painter, option, icon, start)
            start += _ICON + _GAP
        painter.setFont(font(14, QFont.Weight.Medium if is_first else QFont.Weight.Normal))
        painter.setPen(colour(_tone(icon, is_first=is_first, is_selected=is_selected)))
        self._paint_words(painter, option, index.data() or "", start)

    def _paint_icon(
        self, painter: QPainter, option: QStyleOptionViewItem, icon: Icon, start: int
    ) -> None:
        rect = option.rect
        square = QRect(rect.x() + start, rect.center().y() - _ICON // 2, _ICON, _ICON)
        paint_icon(painter, QStyle.visualRect(option.direction, rect, square), icon.name, icon.tone)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, words: str, start: int
    ) -> None:
        rect = option.rect
        logical = rect.adjusted(start, 0, -_PADDING, 0)
        place = QStyle.visualRect(option.direction, rect, logical)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        fitting = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, place.width()
        )
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, fitting)


def _tone(icon: Icon | None, *, is_first: bool, is_selected: bool) -> str:
    if is_first:
        return "seltext" if is_selected else "text"
    return icon.tone if icon else "text"
