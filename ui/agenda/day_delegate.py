"""The painting of a day: its number, the holiday, and its first entries."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.working_days import Holiday
from ui.agenda.grid_model import CELL_ROLE, Cell
from ui.fonts import font
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
        lines = [
            *_holiday(cell, rect),
            *(_meeting(meeting) for meeting in cell.content.meetings),
            *(_commitment(commitment) for commitment in cell.content.commitments),
        ]
        room = max(1, (rect.height() - _HEAD) // _LINE)
        shown = lines if len(lines) <= room else lines[: room - 1]
        spare = room - len(lines)  # lines for words that need a second one
        top, width = rect.y() + _HEAD, rect.width() - 32
        for icon, tone, words in shown:
            is_long = QFontMetrics(font(12)).horizontalAdvance(words) > width
            height = 2 * _LINE if is_long and spare > 0 else _LINE
            spare -= height // _LINE - 1
            words_at = QRect(rect.x() + 26, top, width, height)
            if icon:
                row.draw_icon(QRect(rect.x() + 8, top + 2, 14, 14), icon, tone)
                row.draw_lines(words_at, words, font(12), "muted" if cell.is_outside else "text")
            else:
                row.draw_lines(words_at.adjusted(-18, 0, 0, 0), words, font(12), tone)
            top += height
        if len(shown) < len(lines):
            place = QRect(rect.x() + 8, top, width + 18, _LINE)
            count = isolate(f"+{len(lines) - len(shown)}")
            row.draw_text(place, _("{count} more").format(count=count), font(12), "muted")


def _has_room_beside(holiday: Holiday, rect: QRect) -> bool:
    """Return whether the name fits beside the number of its day, else it goes under it."""
    name = holiday.label(i18n.current())
    return QFontMetrics(font(12)).horizontalAdvance(name) <= rect.width() - _BESIDE


def _holiday(cell: Cell, rect: QRect) -> list[tuple[str, str, str]]:
    if cell.holiday is None or _has_room_beside(cell.holiday, rect):
        return []
    return [("", "info", cell.holiday.label(i18n.current()))]


def _is_off(cell: Cell) -> bool:
    return cell.day.weekday() > 4 or cell.holiday is not None


def _meeting(row: MeetingRow) -> tuple[str, str, str]:
    icon, tone = status_icon(row.status)
    hour = isolate(time_text(row.starts_at)) if row.starts_at else ""
    title = meeting_title(row)
    return icon, tone, f"{hour} {title}".strip()


def _commitment(row: CommitmentRow) -> tuple[str, str, str]:
    tone = "late" if row.is_overdue else "muted"
    return "handshake", tone, own_words(row.text, row.translation, row.language)
