"""How a found record is drawn: icon and title, what it is at the end, its words below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.i18n import gettext as _
from outreach_app.queries.found_rows import FoundRow
from ui.fonts import font
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_HEIGHT = 52
_GAP = 8
_ICONS = {
    "meeting": "chats",
    "point": "chat-centered-text",
    "partner": "handshake",
    "person": "user",
    "office": "buildings",
    "rumour": "megaphone-simple",
    "publication": "newspaper",
}


def kind_name(kind: str) -> str:
    """Return the word for a noun that can be found."""
    return {
        "meeting": _("Meeting"),
        "point": _("Point"),
        "partner": _("Partner"),
        "person": _("Person"),
        "office": _("Precinct"),
        "rumour": _("Rumour"),
        "publication": _("Publication"),
    }.get(kind, kind)


class FoundDelegate(PaintedDelegate):
    """Draws the FoundRow kept under Qt.UserRole."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: FoundRow = index.data(Qt.ItemDataRole.UserRole)
        painted = PaintedRow(painter, option)
        painted.draw_ground()
        area = option.rect.adjusted(16, 4, -16, -4)
        painted.draw_icon(QRect(area.left(), area.top() + 4, 16, 16), _ICONS[row.kind])
        kind_words = kind_name(row.kind)
        width = QFontMetrics(font(12)).horizontalAdvance(kind_words) + 1
        title = QRect(area.left() + 28, area.top(), area.width() - 28 - width - _GAP, 24)
        kind = QRect(area.right() - width, area.top(), width, 24)
        words = QRect(area.left() + 28, area.top() + 22, area.width() - 28, 20)
        tone = "seltext" if painted.is_chosen else "text"
        painted.draw_text(title, row.title, font(14, QFont.Weight.Medium), tone)
        painted.draw_text(kind, kind_words, font(12), "muted", is_trailing=True)
        painted.draw_text(words, row.snippet, font(12), "muted")
