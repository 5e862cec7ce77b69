"""The painting of a list line: number if any, words, day at the trailing end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.fonts import font, scaled
from ui.summaries.lines import SubjectLine
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_NUMBER, _DAY = 72, 96


class LineDelegate(PaintedDelegate):
    """Draws the SubjectLine kept under Qt.UserRole."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 36)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: SubjectLine = index.data(Qt.ItemDataRole.UserRole)
        row = PaintedRow(painter, option)
        row.draw_ground()
        area = option.rect.adjusted(12, 0, -8, 0)
        width, ends = scaled(_NUMBER) + 8 if line.number else 0, scaled(_DAY)
        number = QRect(area.left(), area.top(), width, area.height())
        title = QRect(area.left() + width, area.top(), area.width() - width - ends - 8, 36)
        day = QRect(area.right() - ends, area.top(), ends, area.height())
        tone = "seltext" if row.is_chosen else "text"
        row.draw_text(number, line.number, font(14), "muted")
        row.draw_text(title, line.title, font(14, QFont.Weight.Medium), tone)
        row.draw_text(day, line.day, font(14), "muted", is_trailing=True)
