"""The painting of a week by the hour: days, due items, hours, meetings, and the current time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from babel.dates import format_date
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.queries.agenda import AgendaDay
from outreach_app.rules.working_days import FRIDAY, FRIDAY_PRAYER, WorkingDays
from ui.agenda.block_painter import BlockPainter
from ui.agenda.week_places import PROPOSED, Block, minutes_of
from ui.agenda.week_shape import DUE, GAP, HEAD, WeekShape
from ui.fonts import font, scaled
from ui.record_lines import meeting_title
from ui.style import colour
from ui.words import own_words, status_icon

_PAD = 6
# Letters and names of days, from the longest; Arabic shortens them in the last form alone.
_FORMS = ((14, "EEEE"), (14, "EEE"), (12, "EEE"), (12, "EEEEEE"))
_FAINT, _SEEN_THROUGH = 0.4, 0.75  # of a block left behind, and of one dragged over others
_SEMIBOLD = QFont.Weight.DemiBold


def head_width(days: Iterable[date]) -> int:
    """Return the width in which each of these days shows its shortest name."""
    pixels, form = _FORMS[-1]
    metrics = QFontMetrics(font(pixels, _SEMIBOLD))
    return max(metrics.horizontalAdvance(_day_words(day, form)) for day in days) + 2 * _PAD + 1


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
        painter = BlockPainter(self._painter, self._shape)
        for block in blocks:
            is_left_behind = ghost is not None and block.row.uid == ghost.row.uid
            is_current = block == current or block.row.uid == PROPOSED
            painter.draw(block, _FAINT if is_left_behind else 1, is_current=is_current)
        if ghost is not None:
            painter.draw(ghost, _SEEN_THROUGH, is_current=True)
        self._draw_now()

    def _draw_day(self, day: date, *, is_chosen: bool) -> None:
        shape, height = self._shape, self._shape.area.height()
        for start, end in self._off(day):
            top = max(shape.y_of(start), shape.top)
            self._fill(shape.column(day, top=top, height=shape.y_of(end) - top), "win")
        head = shape.column(day, top=0, height=scaled(HEAD))
        if is_chosen:
            self._fill(head, "sel")
        is_today = day == self._now.date()
        weight = _SEMIBOLD if is_today or is_chosen else QFont.Weight.Normal
        room = head.adjusted(_PAD, 0, -_PAD, 0)
        pixels, form = self._head_form()
        words, tone = _day_words(day, form), "accent" if is_today else "text"
        self._write(room, words, font(pixels, weight), tone)
        edge = shape.column(day, top=0, height=height)
        is_left = shape.direction == Qt.LayoutDirection.LeftToRight
        line = edge.left() if is_left else edge.right()
        self._painter.fillRect(line, 0, 1, height, colour("line"))

    def _head_form(self) -> tuple[int, str]:
        """Return the largest letters, and the longest names, in which every day fits."""
        edges = self._shape.edges
        rooms = [end - start - 2 * _PAD for start, end in pairwise(edges)]
        for pixels, form in _FORMS:
            metrics = QFontMetrics(font(pixels, _SEMIBOLD))
            names = (_day_words(day, form) for day in self._week)
            widths = map(metrics.horizontalAdvance, names)
            if all(width < room for width, room in zip(widths, rooms, strict=True)):
                return pixels, form
        return _FORMS[-1]

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
        row = self._shape.column(day, top=scaled(HEAD), height=scaled(DUE))
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
        chip = row.adjusted(GAP, 3, -GAP, -3)
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
        for y in (scaled(HEAD), shape.top):
            self._painter.fillRect(0, y, width, 1, colour("line"))
        due = shape.margin(scaled(HEAD), scaled(DUE)).adjusted(_PAD, 0, -_PAD, 0)
        self._write(due, _("All day"), font(12), "muted")
        for hour in shape.hours:
            y = shape.y_of(hour * 60)
            self._painter.fillRect(0, y, width, 1, colour("line"))
            place = shape.margin(y, scaled(20)).adjusted(_PAD, 0, -_PAD, 0)
            self._write(place, isolate(f"{hour:02}:00"), font(12), "muted")

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
