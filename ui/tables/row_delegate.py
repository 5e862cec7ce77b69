"""The painting of a cell: text, icon, and the selection with its bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
)

from ui.fonts import font
from ui.style import colour
from ui.tables.columns import Icon
from ui.tables.row_room import HEADING_HEIGHT, Heading, RowRoom
from ui.tables.rows_model import FILE_ROLE, ICON_ROLE, MARK_ROLE
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_EDGE = 24  # of the first cell
_ICON = 16
_GAP = 6


class RowDelegate(PaintedDelegate):
    """Selected rows are painted with `sel`; the palette's highlight is for text in fields.

    `room` knows which rows have a heading above them.
    """

    def __init__(self, room: RowRoom) -> None:
        super().__init__(room)
        self._room = room

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._room.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        is_first = index.column() == 0
        heading = self._room.heading(index.row())
        if heading is not None:
            # The view has drawn the background of a selected row, including its heading.
            band = QRect(option.rect.topLeft(), QSize(option.rect.width(), HEADING_HEIGHT))
            painter.fillRect(band, colour("base"))
            if is_first:
                _draw_heading(PaintedRow(painter, option), option.rect, heading)
            option = QStyleOptionViewItem(option)
            option.rect.setTop(option.rect.top() + HEADING_HEIGHT)
        row, rect = PaintedRow(painter, option), option.rect
        if is_first:
            row.draw_ground()
        elif row.is_chosen:
            painter.fillRect(rect, colour("sel"))
        rect = QRect(rect.topLeft(), QSize(rect.width(), self._room.row_height))
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
        place = rect.adjusted(start, 0, -_PADDING - _draw_mark(row, rect, index), 0)
        draw = row.draw_file if index.data(FILE_ROLE) else row.draw_lines
        draw(place, index.data() or "", font(14, weight), tone)


def _draw_heading(row: PaintedRow, rect: QRect, heading: Heading) -> None:
    """Draw the name and count of a group above its first row."""
    face, small = font(14, QFont.Weight.DemiBold), font(12)
    width = min(QFontMetrics(face).horizontalAdvance(heading.words) + 2, rect.width() - _EDGE)
    place = QRect(rect.x() + _EDGE, rect.y(), width, HEADING_HEIGHT)
    row.draw_text(place, heading.words, face, heading.tone)
    count = QRect(place.right() + _PADDING, rect.y(), rect.right() - place.right(), HEADING_HEIGHT)
    row.draw_text(count, heading.number, small, "muted")


def _draw_mark(row: PaintedRow, rect: QRect, index: Index) -> int:
    """Draw the mark of a row at the end of its first cell; return the width it takes."""
    mark = index.data(MARK_ROLE)
    if not mark:
        return 0
    face = font(12)
    width = QFontMetrics(face).horizontalAdvance(mark) + 2
    row.draw_text(QRect(rect.right() - _PADDING - width, rect.y(), width, rect.height()),
                  mark, face, "warn")  # fmt: skip
    return width + _GAP


def _start(index: Index) -> int:
    return _EDGE if index.column() == 0 else _PADDING
