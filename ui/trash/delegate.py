"""The painting of a deleted record: icon, title, what tells it from others, kind, deletion."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.queries.trash import DeletedRow
from ui.fonts import font, scaled
from ui.trash.names import deletion_of, facts_of, noun_of, title_of
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_ICON, _NOUN, _DELETION, _GAP = 28, 120, 176, 16
_ICONS = {
    "meeting": "chats",
    "partner": "handshake",
    "person": "user",
    "name": "user",
    "rumour": "megaphone-simple",
    "publication": "newspaper",
    "remark": "chat-circle-text",
}


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
        tone = "seltext" if row.is_chosen else "text"
        noun, deletion = scaled(_NOUN), scaled(_DELETION)
        words = area.width() - _ICON - noun - deletion
        place = area.left() + _ICON
        for width, said, weight, tint in (
            (words * 5 // 9, title_of(record), QFont.Weight.Medium, tone),
            (words * 4 // 9, facts_of(record), QFont.Weight.Normal, "muted"),
            (noun, noun_of(record), QFont.Weight.Normal, "muted"),
            (deletion, deletion_of(record), QFont.Weight.Normal, "muted"),
        ):
            cell = QRect(place, area.top(), width - _GAP, area.height())
            row.draw_text(cell, said, font(14, weight), tint)
            place += width
