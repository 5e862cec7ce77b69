"""The painting of a day: its number, the holiday, and its first entries."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.working_days import Holiday
from ui.agenda.grid_model import CELL_ROLE, Cell
from ui.fonts import font, scaled
from ui.record_lines import meeting_title
from ui.style import colour
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.words import own_words, status_icon, time_text

_LINE = 20
_HEAD = 28
_BESIDE = 42  # px of a day used by its number and the edges
_SEMIBOLD = QFont.Weight.DemiBold


class DayDelegate(PaintedDelegate):
    """Draws a day of the grid; today’s number has the accent colour."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell: Cell = index.data(CELL_ROLE)
        rect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colour("sel" if is_chosen else "win" if _is_off(cell) else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour("line"))
        option.state &= ~QStyle.StateFlag.State_Selected
        row = PaintedRow(painter, option)
        self._draw_head(row, rect, cell)
        self._draw_lines(row, rect, cell)

    def _draw_head(self, row: PaintedRow, rect: QRect, cell: Cell) -> None:
        number = QRect(rect.x() + 8, rect.y() + 4, 28, 22)
        tone = "accent" if cell.is_today else "muted" if cell.is_outside else "text"
        weight = _SEMIBOLD if cell.is_today else QFont.Weight.Normal
        row.draw_text(number, str(cell.day.day), font(14, weight), tone)
        if cell.holiday is not None and _has_room_beside(cell.holiday, rect):
            place = QRect(rect.x() + 36, rect.y() + 4, rect.width() - _BESIDE, 22)
            row.draw_text(place, cell.holiday.label(i18n.current()), font(12), "info")

    def _draw_lines(self, row: PaintedRow, rect: QRect, cell: Cell) -> None:
        lines, left = lay_out_lines(rect, cell)
        for line in lines:
            if line.icon:
                row.draw_icon(QRect(rect.x() + 8, line.rect.y() + 2, 14, 14), line.icon, line.tone)
                tone = "muted" if cell.is_outside else "text"
                row.draw_lines(line.rect, line.words, font(12), tone)
            else:
                row.draw_lines(line.rect.adjusted(-18, 0, 0, 0), line.words, font(12), line.tone)
        if left:
            top = max((line.rect.y() + line.rect.height() for line in lines), default=_top(rect))
            place = QRect(rect.x() + 8, top, rect.width() - 14, scaled(_LINE))
            count = isolate(f"+{left}")
            row.draw_text(place, _("{count} more").format(count=count), font(12), "muted")


@dataclass(frozen=True, slots=True)
class DayLine:
    """A holiday, a meeting or a commitment in the cell of its day."""

    words: str
    icon: str = ""
    tone: str = "info"
    meeting: MeetingRow | None = None
    rect: QRect = field(default_factory=QRect)


def lay_out_lines(rect: QRect, cell: Cell) -> tuple[list[DayLine], int]:
    """Return the entries of a day that fit into its cell, and how many do not."""
    lines = [
        *_holiday(cell, rect),
        *map(_meeting, cell.content.meetings),
        *map(_commitment, cell.content.commitments),
    ]
    room = max(1, (rect.height() - scaled(_HEAD)) // scaled(_LINE))
    shown = lines if len(lines) <= room else lines[: room - 1]
    spare = room - len(lines)  # lines for words that need a second one
    top, width, placed = _top(rect), rect.width() - 32, list[DayLine]()
    for line in shown:
        is_long = QFontMetrics(font(12)).horizontalAdvance(line.words) > width
        height = 2 * scaled(_LINE) if is_long and spare > 0 else scaled(_LINE)
        spare -= height // scaled(_LINE) - 1
        placed.append(replace(line, rect=QRect(rect.x() + 26, top, width, height)))
        top += height
    return placed, len(lines) - len(shown)


def meeting_at(rect: QRect, cell: Cell, place: QPoint) -> MeetingRow | None:
    """Return the meeting at a point of a day's cell."""
    for line in lay_out_lines(rect, cell)[0]:
        if line.rect.top() <= place.y() <= line.rect.bottom():
            return line.meeting
    return None


def _top(rect: QRect) -> int:
    return rect.y() + scaled(_HEAD)


def _has_room_beside(holiday: Holiday, rect: QRect) -> bool:
    """Return whether the name fits beside the number of its day, else it goes under it."""
    name = holiday.label(i18n.current())
    return QFontMetrics(font(12)).horizontalAdvance(name) <= rect.width() - _BESIDE


def _holiday(cell: Cell, rect: QRect) -> list[DayLine]:
    if cell.holiday is None or _has_room_beside(cell.holiday, rect):
        return []
    return [DayLine(cell.holiday.label(i18n.current()))]


def _is_off(cell: Cell) -> bool:
    return cell.day.weekday() > 4 or cell.holiday is not None


def _meeting(row: MeetingRow) -> DayLine:
    icon, tone = status_icon(row.status)
    hour = isolate(time_text(row.starts_at)) if row.starts_at else ""
    return DayLine(f"{hour} {meeting_title(row)}".strip(), icon, tone, row)


def _commitment(row: CommitmentRow) -> DayLine:
    tone = "late" if row.is_overdue else "muted"
    return DayLine(own_words(row.text, row.translation, row.language), "handshake", tone)
