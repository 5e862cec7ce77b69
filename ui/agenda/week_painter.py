"""The painting of a week by the hour: days, due items, hours, meetings, and the current time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babel.dates import format_date
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.queries.agenda import AgendaDay
from outreach_app.rules.working_days import FRIDAY, FRIDAY_PRAYER, WorkingDays
from ui.agenda.week_places import STEP, Block, hour_of, minutes_of
from ui.fonts import font, scaled
from ui.icons import paint_icon
from ui.moments import hours_words
from ui.record_lines import meeting_title
from ui.style import colour
from ui.widgets.wrapped import draw_words
from ui.words import own_words, status_icon, time_text

_HOURS, _HEAD, _DUE = 72, 36, 28  # px: column of the hours, names of the days, due items
_GAP, _BAR, _PAD, _ICON = 3, 4, 6, 14
_LEAST = 24  # px: one line of words
WEEK, WORKDAYS = 7, 5
_SEMIBOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class WeekShape:
    """Where days and hours are on a widget; rectangles come mirrored as the screen runs."""

    area: QRect
    direction: Qt.LayoutDirection
    first: date
    hours: range
    days: int

    @property
    def top(self) -> int:
        """The y of the first hour, below the names of the days and the due items."""
        return scaled(_HEAD) + scaled(_DUE)

    def column(self, day: date, *, top: int, height: int) -> QRect:
        """Return a part of a day's column."""
        place = (day - self.first).days
        room = self.area.width() - scaled(_HOURS)
        left = scaled(_HOURS) + room * place // self.days
        right = scaled(_HOURS) + room * (place + 1) // self.days
        return self._mirrored(QRect(left, top, right - left, height))

    def margin(self, top: int, height: int) -> QRect:
        """Return a part of the column of the hours."""
        return self._mirrored(QRect(0, top, scaled(_HOURS), height))

    def y_of(self, minutes: int) -> int:
        """Return the y of a minute of the day."""
        since = minutes - self.hours.start * 60
        return self.top + since * (self.area.height() - self.top) // (len(self.hours) * 60)

    def rect_of(self, block: Block) -> QRect:
        """Return the rectangle of a meeting, beside those that overlap it; it shows its hour."""
        top = self.y_of(block.start)
        bottom = max(self.y_of(block.end), top + scaled(_LEAST))
        column = self.column(block.day, top=top, height=bottom - top).adjusted(_GAP, 0, -_GAP, -1)
        width = column.width() // block.lanes
        lane = QRect(column.left() + width * block.lane, top, width, column.height())
        return QStyle.visualRect(self.direction, column, lane)

    def day_at(self, place: QPoint) -> date:
        """Return the day under a point; the nearest one beside the grid."""
        inside = self._mirrored(QRect(place, place)).left() - scaled(_HOURS)
        room = max(self.area.width() - scaled(_HOURS), 1)
        return self.first + timedelta(days=min(max(inside * self.days // room, 0), self.days - 1))

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


class WeekPainter:
    """Draws one week on a painter."""

    def __init__(
        self, painter: QPainter, shape: WeekShape, working: WorkingDays, now: datetime
    ) -> None:
        self._painter = painter
        self._shape = shape
        self._working = working
        self._now = now
        self._week = [shape.first + timedelta(days=place) for place in range(shape.days)]
        is_left = shape.direction == Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        self._side = side | Qt.AlignmentFlag.AlignAbsolute

    def draw(
        self,
        days: Mapping[date, AgendaDay],
        blocks: Sequence[Block],
        chosen: date,
        current: Block | None,
        ghost: Block | None,
    ) -> None:
        """Draw the week with its meetings; a ghost shows where one would be moved."""
        self._painter.fillRect(self._shape.area, colour("base"))
        for day in self._week:
            self._draw_day(day, is_chosen=day == chosen)
            self._draw_due(day, days.get(day, AgendaDay()))
        self._draw_hours()
        for block in blocks:
            is_left_behind = ghost is not None and block.row.uid == ghost.row.uid
            self._draw_block(block, is_current=block == current, is_faint=is_left_behind)
        if ghost is not None:
            self._draw_block(ghost, is_current=True, is_faint=False)
        self._draw_now()

    def _draw_day(self, day: date, *, is_chosen: bool) -> None:
        shape, height = self._shape, self._shape.area.height()
        for start, end in self._off(day):
            top = max(shape.y_of(start), shape.top)
            self._fill(shape.column(day, top=top, height=shape.y_of(end) - top), "win")
        head = shape.column(day, top=0, height=scaled(_HEAD))
        if is_chosen:
            self._fill(head, "sel")
        is_today = day == self._now.date()
        weight = _SEMIBOLD if is_today or is_chosen else QFont.Weight.Normal
        room = head.adjusted(_PAD, 0, -_PAD, 0)
        pixels, form = self._head_form(room.width())
        words, tone = _day_words(day, form), "accent" if is_today else "text"
        self._write(room, words, font(pixels, weight), tone)
        edge = shape.column(day, top=0, height=height)
        is_left = shape.direction == Qt.LayoutDirection.LeftToRight
        line = edge.left() if is_left else edge.right()
        self._painter.fillRect(line, 0, 1, height, colour("line"))

    def _head_form(self, width: int) -> tuple[int, str]:
        """Return the largest letters, and the longest names, in which every day fits."""
        # Days have no short names in Arabic: there the letters are smaller.
        forms = ((14, "EEEE"), (14, "EEE"), (12, "EEE"))
        for pixels, form in forms:
            metrics = QFontMetrics(font(pixels, _SEMIBOLD))
            names = (_day_words(day, form) for day in self._week)
            if all(metrics.horizontalAdvance(name) < width for name in names):
                return pixels, form
        return forms[-1]

    def _off(self, day: date) -> list[tuple[int, int]]:
        """Return the minutes of a day when nothing is proposed."""
        first, last = self._shape.hours.start * 60, self._shape.hours.stop * 60
        hours = self._working.hours_on(day)
        if hours is None:
            return [(first, last)]
        opens, closes = map(minutes_of, hours)
        off = [(first, opens), (closes, last)]
        if day.weekday() == FRIDAY:
            off.append((minutes_of(FRIDAY_PRAYER[0]), min(minutes_of(FRIDAY_PRAYER[1]), closes)))
        return [(start, end) for start, end in off if start < end]

    def _draw_due(self, day: date, content: AgendaDay) -> None:
        """Draw due items and meetings without an hour: the first, and how many more."""
        row = self._shape.column(day, top=scaled(_HEAD), height=scaled(_DUE))
        timeless = [
            (status_icon(it.status)[1], meeting_title(it))
            for it in content.meetings
            if it.starts_at is None
        ]
        due = [
            ("late" if it.is_overdue else "muted", own_words(it.text, it.translation, it.language))
            for it in content.commitments
        ]
        lines = [*timeless, *due]
        if not lines:
            return
        tone, words = lines[0]
        chip = row.adjusted(_GAP, 3, -_GAP, -3)
        self._fill(chip, "hover")
        more = isolate(f"+{len(lines) - 1}") if len(lines) > 1 else ""
        room = chip.adjusted(_PAD, 0, -_PAD, 0)
        if more:
            width = QFontMetrics(font(12)).horizontalAdvance(more) + _PAD
            end = QStyle.visualRect(
                self._shape.direction, room, QRect(room.right() - width, room.top(), width, 24)
            )
            self._write(end, more, font(12), "muted")
            room = QStyle.visualRect(
                self._shape.direction,
                room,
                QRect(room.left(), room.top(), room.width() - width, room.height()),
            )
        self._write(room, words, font(12), tone)

    def _draw_hours(self) -> None:
        shape = self._shape
        width = shape.area.width()
        for y in (scaled(_HEAD), shape.top):
            self._painter.fillRect(0, y, width, 1, colour("line"))
        due = shape.margin(scaled(_HEAD), scaled(_DUE)).adjusted(_PAD, 0, -_PAD, 0)
        self._write(due, _("All day"), font(12), "muted")
        for hour in shape.hours:
            y = shape.y_of(hour * 60)
            self._painter.fillRect(0, y, width, 1, colour("line"))
            place = shape.margin(y, scaled(20)).adjusted(_PAD, 0, -_PAD, 0)
            self._write(place, isolate(f"{hour:02}:00"), font(12), "muted")

    def _draw_block(self, block: Block, *, is_current: bool, is_faint: bool) -> None:
        rect = self._shape.rect_of(block)
        self._painter.save()
        self._painter.setOpacity(0.4 if is_faint else 1.0)
        self._painter.setClipRect(rect)
        tone = "sel" if block.row.is_to_come else "hover"
        self._fill(rect, tone)
        bar = QStyle.visualRect(
            self._shape.direction, rect, QRect(rect.left(), rect.top(), _BAR, rect.height())
        )
        self._fill(bar, "accent" if block.row.is_to_come else "border")
        inside = rect.adjusted(_BAR + _PAD, 2, -_BAR - _PAD, -2)
        self._draw_words(block, inside)
        self._painter.restore()
        if is_current:
            self._painter.setPen(QPen(colour("accent"), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_words(self, block: Block, inside: QRect) -> None:
        """Draw the hours, an overlap mark, and full lines of the subject."""
        face = font(12, _SEMIBOLD)
        line = QFontMetrics(face).height()
        starts = time_text(hour_of(block.start))
        hours = hours_words(hour_of(block.start), hour_of(block.end))
        is_narrow = QFontMetrics(face).horizontalAdvance(hours) + _ICON > inside.width()
        room = QRect(inside.left(), inside.top(), inside.width(), line)
        needed = QFontMetrics(face).horizontalAdvance(starts) + _ICON
        if block.is_crowded and needed <= room.width():
            end = QRect(room.right() - _ICON + 1, room.top() + 2, _ICON, _ICON)
            icon = QStyle.visualRect(self._shape.direction, room, end)
            paint_icon(self._painter, icon, "warning", "warn")
        self._write(room, isolate(starts) if is_narrow else hours, face, "text")
        words = meeting_title(block.row)
        lines = (inside.height() - line) // line
        beside = QRect(room.left() + needed, room.top(), room.width() - needed, line)
        if lines <= 0 and is_narrow and not block.is_crowded and beside.width() > _ICON:
            beside = QStyle.visualRect(self._shape.direction, room, beside)
            self._write(beside, words, font(12), "text")
        if lines > 0:
            below = QRect(inside.left(), inside.top() + line, inside.width(), lines * line)
            self._painter.setFont(font(12))
            self._painter.setPen(colour("text"))
            draw_words(self._painter, below, words, self._side, self._shape.direction)

    def _draw_now(self) -> None:
        day, minutes = self._now.date(), minutes_of(self._now.time())
        hours = self._shape.hours
        if day not in self._week or not hours.start * 60 <= minutes < hours.stop * 60:
            return
        line = self._shape.column(day, top=self._shape.y_of(minutes), height=2)
        self._fill(line, "accent")

    def _write(self, rect: QRect, words: str, face: QFont, tone: str) -> None:
        self._painter.setFont(face)
        self._painter.setPen(colour(tone))
        shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        flags = self._side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(rect, flags, shown)

    def _fill(self, rect: QRect, tone: str) -> None:
        self._painter.fillRect(rect, colour(tone))


def _day_words(day: date, form: str) -> str:
    """Return a day's name, whole or short, with its number."""
    name = format_date(day, form, locale=screen().locale)
    return f"{name[:1].upper()}{name[1:]} {isolate(str(day.day))}"
