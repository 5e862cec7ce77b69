"""The painting of one meeting in a week: its hours, an overlap mark, and whole words."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from outreach_app.i18n import isolate
from ui.agenda.week_places import Block, hour_of
from ui.agenda.week_shape import GAP, WeekShape
from ui.fonts import font, scaled
from ui.icons import paint_icon
from ui.moments import hours_words
from ui.record_lines import meeting_title
from ui.style import colour
from ui.widgets.wrapped import draw_words, whole_lines
from ui.words import time_text

_BAR, _PAD, _ICON = 4, 6, 14
_TIGHT, _EDGE = 2, 1  # px beside the words where there is little room
_LANE = 112  # px of a meeting beside another, if there is room
_SEMIBOLD = QFont.Weight.DemiBold


def day_widths(lanes: Sequence[int], least: int, width: int) -> list[int]:
    """Return the least width of each day: its lanes show their words, or at least their hours.

    `least` is that of a day without meetings at one hour.
    """
    for lane in range(scaled(_LANE), _hour_width() - 1, -1):
        needs = [max(least, number * lane + 2 * GAP) for number in lanes]
        if sum(needs) <= width:
            return needs
    return needs


def block_words(block: Block) -> str:
    """Return all that a block may have no room for: its hours and its subject."""
    return f"{hours_words(hour_of(block.start), hour_of(block.end))}\n{meeting_title(block.row)}"


class BlockPainter:
    """Draws meetings on the grid of a week."""

    def __init__(self, painter: QPainter, shape: WeekShape) -> None:
        self._painter = painter
        self._shape = shape

    def draw(self, block: Block, opacity: float, *, is_current: bool) -> None:
        """Draw a block; the current one has an outline."""
        rect, direction = self._shape.rect_of(block), self._shape.direction
        self._painter.save()
        self._painter.setOpacity(opacity)
        self._painter.setClipRect(rect)
        self._painter.fillRect(rect, colour("sel" if block.row.is_to_come else "hover"))
        bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
        tone = "accent" if block.row.is_to_come else "border"
        self._painter.fillRect(QStyle.visualRect(direction, rect, bar), colour(tone))
        beside = _TIGHT if rect.width() < scaled(_LANE) else _PAD
        inside = rect.adjusted(_BAR + beside, 1, _EDGE - beside, 0)
        self._draw_words(block, QStyle.visualRect(direction, rect, inside))
        self._painter.restore()
        if is_current:
            self._painter.setPen(QPen(colour("accent"), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_words(self, block: Block, inside: QRect) -> None:
        face = font(12, _SEMIBOLD)
        metrics = QFontMetrics(face)
        line = metrics.height()
        starts, hours = isolate(time_text(hour_of(block.start))), _hours(block)
        has_mark = block.is_crowded and metrics.horizontalAdvance(starts) + _ICON <= inside.width()
        room = inside.width() - (_ICON if has_mark else 0)
        lines = (inside.height() - line) // line
        is_whole = metrics.horizontalAdvance(hours) <= room and (lines > 0 or block.is_crowded)
        head = QRect(inside.left(), inside.top(), inside.width(), line)
        self._write(head, hours if is_whole else starts, face)
        if has_mark:
            self._mark(head)
        if lines <= 0 and not block.is_crowded:
            taken = metrics.horizontalAdvance(starts) + _PAD
            beside = QRect(head.left() + taken, head.top(), head.width() - taken, line)
            self._write_lines(QStyle.visualRect(self._shape.direction, head, beside), block, 1)
        elif lines > 0:
            below = QRect(inside.left(), inside.top() + line, inside.width(), lines * line)
            self._write_lines(below, block, lines)

    def _mark(self, head: QRect) -> None:
        """Mark a meeting that overlaps another, at the end of its hours."""
        end = QRect(head.right() - _ICON + 1, head.top() + 2, _ICON, _ICON)
        icon = QStyle.visualRect(self._shape.direction, head, end)
        paint_icon(self._painter, icon, "warning", "warn")

    def _write_lines(self, room: QRect, block: Block, count: int) -> None:
        """Write whole words of the subject, each line by itself."""
        face = font(12)
        metrics = QFontMetrics(face)
        height = room.height() // count
        for place, words in enumerate(
            whole_lines(meeting_title(block.row), metrics, room.width(), count)
        ):
            line = QRect(room.left(), room.top() + place * height, room.width(), height)
            self._write(line, isolate(words), face)

    def _write(self, room: QRect, words: str, face: QFont) -> None:
        self._painter.setFont(face)
        self._painter.setPen(colour("text"))
        is_left = self._shape.direction == Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        draw_words(self._painter, room, words, side, self._shape.direction, is_wrapped=False)


def _hour_width() -> int:
    hour = QFontMetrics(font(12, _SEMIBOLD)).horizontalAdvance(isolate("00:00"))
    return hour + _BAR + _TIGHT + _EDGE + 1


def _hours(block: Block) -> str:
    return hours_words(hour_of(block.start), hour_of(block.end))
