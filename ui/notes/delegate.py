"""The painting of a note's row: tick, value or words, and the session's current value."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.fonts import font, scaled
from ui.notes.rows import Group, Row
from ui.notes.rows_model import ROW
from ui.notes.words import under_words, value_words
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_EDGE, _ICON, _GAP = 16, 16, 12
_ONE, _TWO, _TITLE = 32, 48, 36  # heights
TICK_WIDTH = _EDGE + _ICON + _GAP


class RowDelegate(PaintedDelegate):
    """Draws the rows of a RowsModel, and the titles over them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row | None = index.data(ROW)
        if row is None:
            return QSize(0, scaled(_TITLE))
        return QSize(0, scaled(_TWO if under_words(row) else _ONE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(ROW)
        drawn = PaintedRow(painter, option)
        area = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if row is None:
            title = QRect(area.left(), area.top() + scaled(8), area.width(), scaled(_TITLE - 8))
            drawn.draw_text(title, str(index.data()), font(14, QFont.Weight.DemiBold), "text")
            return
        drawn.draw_ground()
        _draw_row(drawn, area, row)


def _draw_row(drawn: PaintedRow, area: QRect, row: Row) -> None:
    line = scaled(22)
    under = under_words(row)
    top = area.top() + (area.height() - (2 * line if under else line)) // 2
    name, tone = _mark(row)
    place = QRect(area.left(), top + (line - _ICON) // 2, _ICON, _ICON)
    if name:
        drawn.draw_icon(place, name, tone)
    left = area.left() + _ICON + _GAP
    words = QRect(left, top, area.right() - left, line)
    tone = "seltext" if drawn.is_chosen else "text"
    is_left_out = row.is_kept or row.group is Group.UNREAD
    drawn.draw_text(words, value_words(row), font(14), "muted" if is_left_out else tone)
    if under:
        is_wrong = bool(row.refusal or row.doubt)
        below = QRect(left, top + line, area.right() - left, line)
        drawn.draw_text(below, under, font(12), "late" if is_wrong else "muted")


def _mark(row: Row) -> tuple[str, str]:
    """Return the icon of a row's tick and its colour; None if it cannot be ticked."""
    if row.group is Group.UNREAD or row.is_kept:
        return "", "muted"
    if row.refusal:
        return "warning-circle", "late"
    return ("check-square-fill", "accent") if row.is_ticked else ("square", "muted")
