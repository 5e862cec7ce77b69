"""The painting of a pair in the list: both names, and why they are possible duplicates."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from outreach_app.i18n import gettext as _
from outreach_app.queries.duplicates import DuplicateRow, MergedRow
from ui.duplicates.words import name_words, reason_words
from ui.fonts import font
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

HEIGHT = 84
_ICONS = {"partner": "handshake", "person": "user"}


class PairDelegate(PaintedDelegate):
    """Draws the DuplicateRow or the MergedRow kept under Qt.UserRole."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pair: DuplicateRow | MergedRow = index.data(Qt.ItemDataRole.UserRole)
        row = PaintedRow(painter, option)
        row.draw_ground()
        area = option.rect.adjusted(24, 8, -16, -8)
        row.draw_icon(QRect(area.left(), area.top() + 4, 16, 16), _ICONS[pair.entity])
        tone = "seltext" if row.is_chosen else "text"
        medium = font(14, QFont.Weight.Medium)
        for number, name in enumerate(names_of(pair)):
            line = QRect(area.left() + 28, area.top() + number * 24, area.width() - 28, 24)
            row.draw_text(line, name, medium, tone)
        foot = QRect(area.left() + 28, area.top() + 48, area.width() - 28, 20)
        row.draw_text(foot, foot_of(pair), font(12), "muted")
        below = QRect(option.rect.left() + 24, option.rect.bottom(), option.rect.width() - 24, 1)
        row.draw_line(below)


def names_of(pair: DuplicateRow | MergedRow) -> tuple[str, str]:
    """Return the two names, the one that stays last where one was merged."""
    if isinstance(pair, MergedRow):
        return name_words(pair.name), name_words(pair.into)
    return name_words(pair.first_name), name_words(pair.second_name)


def foot_of(pair: DuplicateRow | MergedRow) -> str:
    """Return why they may be the same, and the partners of people; "" for a merged pair."""
    if isinstance(pair, MergedRow):
        return _("The first is part of the second")
    reasons = reason_words(pair.reasons)
    return f"{reasons} · {name_words(pair.partner)}" if pair.partner else reasons
