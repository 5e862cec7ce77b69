"""The painting of a deleted record: icon, title, kind."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.queries.trash import DeletedRow
from ui.fonts import font
from ui.trash.names import noun_of, title_of
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_ICONS = {"meeting": "chats", "partner": "handshake", "person": "user"}


class DeletedDelegate(PaintedDelegate):
    """Draws the DeletedRow kept under Qt.UserRole."""

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
        record: DeletedRow = index.data(Qt.ItemDataRole.UserRole)
        row = PaintedRow(painter, option)
        row.draw_ground()
        area = option.rect.adjusted(24, 0, -24, 0)
        row.draw_icon(QRect(area.left(), area.top() + 10, 16, 16), _ICONS[record.entity])
        title = QRect(area.left() + 28, area.top(), min(area.width() - 160, 560), area.height())
        noun = QRect(title.right() + 16, area.top(), 104, area.height())
        tone = "seltext" if row.is_chosen else "text"
        row.draw_text(title, title_of(record), font(14, QFont.Weight.Medium), tone)
        row.draw_text(noun, noun_of(record), font(14), "muted")
