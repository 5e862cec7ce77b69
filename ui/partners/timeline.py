"""The timeline of a partner, grouped by month."""

from itertools import groupby

from babel.dates import format_date
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from outreach_app.i18n import gettext as _
from outreach_app.i18n import screen
from outreach_app.rules.dates import date_words
from ui.fonts import font, scaled
from ui.partners.timeline_entries import TimelineEntry
from ui.widgets.painted_row import PaintedRow
from ui.widgets.tips import tip

_ENTRY_HEIGHT, _MONTH_HEIGHT, _DAY_WIDTH = 52, 32, 88
_STATE_ICON = 22  # with the gap after it


class Timeline(QListWidget):
    """Emits `opened` with the request for what an entry comes from, on Enter or a double click."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._open)

    def show_entries(self, entries: list[TimelineEntry]) -> None:
        """Show the entries, the newest first, grouped by month."""
        self.setAccessibleName(_("What was said with this partner"))
        self.clear()
        for _month, group in groupby(entries, key=lambda entry: (entry.on.year, entry.on.month)):
            of_month = list(group)
            month = QListWidgetItem(
                format_date(of_month[0].on, "LLLL y", locale=screen().locale).capitalize()
            )
            month.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(month)
            for entry in of_month:
                self._add(entry)

    def _add(self, entry: TimelineEntry) -> None:
        item = QListWidgetItem(f"{entry.title}, {entry.about}, {entry.state[0]}")
        item.setData(Qt.ItemDataRole.UserRole, entry)
        item.setToolTip(tip(f"{entry.title}\n{entry.about}"))
        self.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(entry, TimelineEntry):
            self.opened.emit(entry.source)


class _EntryDelegate(QStyledItemDelegate):
    """Draws the TimelineEntry kept under Qt.UserRole; an item without one is a month."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_entry = index.data(Qt.ItemDataRole.UserRole) is not None
        return QSize(0, _ENTRY_HEIGHT if is_entry else _MONTH_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: TimelineEntry | None = index.data(Qt.ItemDataRole.UserRole)
        row = PaintedRow(painter, option)
        if entry is None:
            words = index.data(Qt.ItemDataRole.DisplayRole)
            row.draw_text(option.rect, words, font(12, QFont.Weight.DemiBold), "muted")
            return
        row.draw_ground()
        area = option.rect.adjusted(8, 4, -8, -4)
        state, state_icon, tone = entry.state
        row.draw_icon(QRect(area.left(), area.top() + 4, 16, 16), entry.icon, entry.tone)
        row.draw_line(QRect(area.left() + 8, area.top() + 26, 1, area.height() - 24))
        width, second = area.width() - 36, area.top() + 22
        day_width = scaled(_DAY_WIDTH)
        ends = area.right() - day_width
        title = QRect(area.left() + 36, area.top(), width - day_width - 8, 24)
        day = QRect(ends, area.top(), day_width, 24)
        row.draw_text(title, entry.title, font(14, QFont.Weight.Medium), "text")
        row.draw_text(day, date_words(entry.on), font(14), "text", is_trailing=True)
        wide = min(QFontMetrics(font(12)).horizontalAdvance(state) + 2, width // 2)
        place = QRect(area.right() - wide, second, wide, 20)
        about = QRect(area.left() + 36, second, width - wide - _STATE_ICON - 8, 20)
        row.draw_text(about, entry.about, font(12), "muted")
        row.draw_text(place, state, font(12), tone, is_trailing=True)
        row.draw_icon(QRect(place.left() - _STATE_ICON, second + 2, 16, 16), state_icon, tone)
