"""The month that opens under a date's field, to choose a day in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from ui.icons import icon
from ui.style import colour, colours
from ui.widgets.tips import tip

_SIZE = (384, 264)
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """Built at each opening, so in the current language; Esc or a click outside closes it.

    `chosen` carries the date: Enter or a click on a day.
    """

    chosen = Signal(object)

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        # The field it hangs from runs left to right in both languages; a calendar does not.
        self.setLayoutDirection(self._direction())
        self.setAccessibleName(_("Calendar"))
        self.calendar = QCalendarWidget()
        self._build(shown)
        # A click emits `clicked`, Enter only `activated`.
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)

    def open_under(self, field: QWidget) -> None:
        """Show it at the leading edge of a field, under it, or above it where there is no room."""
        size = self.sizeHint()
        below = field.mapToGlobal(QPoint(0, field.height() + 2))
        x, y = below.x(), below.y()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x += field.width() - size.width()
        room = field.screen().availableGeometry()
        if y + size.height() > room.bottom():
            y -= field.height() + size.height() + 4
        x = min(max(x, room.left()), room.right() - size.width())
        self.move(x, max(y, room.top()))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self, shown: date) -> None:
        calendar = self.calendar
        # The country gives the months' names, and digits that are Latin in Arabic too.
        calendar.setLocale(QLocale(i18n.screen().locale))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(_("Calendar"))
        calendar.setFixedSize(*_SIZE)
        self._flatten()
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colour("text"))
        head.setForeground(colour("muted"))
        calendar.setHeaderTextFormat(head)
        for day in _WEEKEND:  # Qt's own red is the colour of what is late
            calendar.setWeekdayTextFormat(day, plain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        self.setFocusProxy(calendar)

    def _flatten(self) -> None:
        """Give its head the ground of a page, and arrows that are mirrored with the language."""
        c = colours()
        self.calendar.setStyleSheet(
            f"#qt_calendar_navigationbar{{background:{c.base}}}"
            f"QToolButton{{color:{c.text};border:0;padding:4px 8px;font-weight:600}}"
            f"QToolButton:hover{{background:{c.hover}}}"
            "QToolButton::menu-indicator{image:none}"
            f"QAbstractItemView{{background:{c.base};selection-background-color:{c.accent};"
            f"selection-color:{c.atext}}}"
            f"QAbstractItemView::item:selected{{background:{c.accent}}}"
        )
        month = self.calendar.findChild(QTableView)
        if month is not None:
            # Qt's own least is the widest letter of the font: an Arabic ligature as wide as a word.
            month.horizontalHeader().setMinimumSectionSize(24)
        for name, picture, words in (
            ("qt_calendar_prevmonth", "caret-left", _("Previous month")),
            ("qt_calendar_nextmonth", "caret-right", _("Next month")),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(picture, "text"))
                button.setToolTip(tip(words))
                button.setAccessibleName(words)

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))

    @staticmethod
    def _direction() -> Qt.LayoutDirection:
        is_mirrored = i18n.current().is_right_to_left
        return Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight


def open_calendar(under: QWidget, day: date, choose: Callable[[date], None]) -> None:
    """Open the calendar under a field, on a day; `choose` takes the one that is chosen."""
    popup = CalendarPopup(day, under)
    popup.chosen.connect(choose)
    popup.open_under(under)
