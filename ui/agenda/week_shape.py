"""Where the days, hours and meetings of a week are on a widget."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyle

from ui.agenda.week_places import STEP, Block, hour_of
from ui.fonts import scaled

HOURS, HEAD, DUE = 72, 36, 28  # px: column of the hours, names of the days, due items
GAP = 3  # px beside a meeting
_LEAST = 24  # px: one line of words


@dataclass(frozen=True, slots=True)
class WeekShape:
    """Where days and hours are on a widget; rectangles come mirrored as the screen runs.

    `edges` are where the columns of the days begin, from the leading side, and the last one ends.
    """

    area: QRect
    direction: Qt.LayoutDirection
    first: date
    hours: range
    edges: Sequence[int]

    @property
    def days(self) -> int:
        """How many days are shown."""
        return len(self.edges) - 1

    @property
    def top(self) -> int:
        """The y of the first hour, below the names of the days and the due items."""
        return scaled(HEAD) + scaled(DUE)

    def column(self, day: date, *, top: int, height: int) -> QRect:
        """Return a part of a day's column."""
        place = min(max((day - self.first).days, 0), self.days - 1)
        left, right = (scaled(HOURS) + edge for edge in self.edges[place : place + 2])
        return self._mirrored(QRect(left, top, right - left, height))

    def margin(self, top: int, height: int) -> QRect:
        """Return a part of the column of the hours."""
        return self._mirrored(QRect(0, top, scaled(HOURS), height))

    def y_of(self, minutes: int) -> int:
        """Return the y of a minute of the day."""
        since = minutes - self.hours.start * 60
        return self.top + since * (self.area.height() - self.top) // (len(self.hours) * 60)

    def rect_of(self, block: Block) -> QRect:
        """Return the rectangle of a meeting, beside those that overlap it; it shows its hour."""
        top = self.y_of(block.start)
        bottom = max(self.y_of(block.end), top + scaled(_LEAST))
        column = self.column(block.day, top=top, height=bottom - top).adjusted(GAP, 0, -GAP, -1)
        width = column.width() // block.lanes
        lane = QRect(column.left() + width * block.lane, top, width, column.height())
        return QStyle.visualRect(self.direction, column, lane)

    def day_at(self, place: QPoint) -> date:
        """Return the day under a point; the nearest one beside the grid."""
        inside = self._mirrored(QRect(place, place)).left() - scaled(HOURS)
        days = bisect_right(self.edges, inside) - 1
        return self.first + timedelta(days=min(max(days, 0), self.days - 1))

    def is_in_hours(self, place: QPoint) -> bool:
        """Return whether a point is in the area of the hours."""
        return place.y() >= self.top

    def hour_at(self, place: QPoint) -> time:
        """Return the time under a point, rounded down to a multiple of `STEP` minutes."""
        minutes = self.hours.start * 60 + self.minutes_between(QPoint(0, self.top), place)
        return hour_of(minutes // STEP * STEP)

    def minutes_between(self, start: QPoint, end: QPoint) -> int:
        """Return how many minutes lie between two points."""
        room = max(self.area.height() - self.top, 1)
        return (end.y() - start.y()) * len(self.hours) * 60 // room

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.area, rect)
