"""The days of a month or a week as a table of seven columns, Monday first."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from outreach_app import i18n
from outreach_app.queries.agenda import AgendaDay
from outreach_app.rules.dates import date_words
from outreach_app.rules.working_days import Holiday
from ui.settings import Settings

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Cell:
    """One day as it is painted; days of adjacent months are `is_outside`."""

    day: date
    content: AgendaDay
    holiday: Holiday | None
    is_outside: bool
    is_today: bool


class GridModel(QAbstractTableModel):
    """The days of whole weeks around a day."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._first = date.min
        self._weeks = 6
        self._month: int | None = None
        self._is_short = False
        self._today = date.min
        self._days: Mapping[date, AgendaDay] = {}

    def shorten_names(self, *, is_short: bool) -> None:
        """Head the columns with short names of days, where the whole ones have no room."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)

    def day_name(self, weekday: int, *, is_short: bool) -> str:
        """Return the name of a day of the week, counted from Monday as 0."""
        form = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
        name = QLocale(i18n.screen().locale).standaloneDayName(weekday + 1, form)
        return name[:1].upper() + name[1:]

    @property
    def first(self) -> date:
        """The first day shown."""
        return self._first

    @property
    def last(self) -> date:
        """The last day shown."""
        return self._first + timedelta(days=7 * self._weeks - 1)

    def period_words(self, day: date, *, is_month: bool) -> str:
        """Return the name of the month of a day, or the first and the last day of the week."""
        words = f"{date_words(self.first)} – {date_words(self.last)}"
        if is_month:
            words = format_date(day, "LLLL y", locale=i18n.screen().locale)
        return words[:1].upper() + words[1:]

    def show(self, around: date, today: date, *, is_month: bool) -> None:
        """Show the month or the week of a day, without its content."""
        self.beginResetModel()
        start = around.replace(day=1) if is_month else around
        self._first = start - timedelta(days=start.weekday())
        self._weeks = _weeks_of(start) if is_month else 1
        self._month = around.month if is_month else None
        self._today = today
        self._days = {}
        self.endResetModel()

    def fill(self, days: Mapping[date, AgendaDay]) -> None:
        """Show the content of the days."""
        self._days = days
        last = self.index(self._weeks - 1, 6)
        self.dataChanged.emit(self.index(0, 0), last)

    def day(self, index: Index) -> date:
        """Return the day of a cell."""
        return self._first + timedelta(days=7 * index.row() + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day that is shown."""
        week, weekday = divmod((day - self._first).days, 7)
        return self.index(week, weekday)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._weeks

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == CELL_ROLE:
            content = self._days.get(day, AgendaDay())
            is_outside = self._month is not None and day.month != self._month
            holiday = self._settings.working_days.holiday_on(day)
            return Cell(day, content, holiday, is_outside, day == self._today)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return date_words(day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.day_name(section, is_short=self._is_short)
        return None


def _weeks_of(first: date) -> int:
    """Count the weeks that a month touches, from its first day."""
    days = monthrange(first.year, first.month)[1]
    return -(-(first.weekday() + days) // 7)
