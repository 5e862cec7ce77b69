"""How a day is painted: its number, the holiday, and the first of what it holds."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow
from ui.agenda.grid_model import CELL_ROLE, Cell
from ui.fonts import font
from ui.record_lines import meeting_title
from ui.style import colour
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.words import own_words, status_icon, time_text

_LINE = 20
_HEAD = 28
_SEMIBOLD = QFont.Weight.DemiBold


class DayDelegate(PaintedDelegate):
    """Draws a day of the grid; today’s number stands on the accent colour."""

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
        if cell.holiday is not None:
            place = QRect(rect.x() + 36, rect.y() + 4, rect.width() - 42, 22)
            row.draw_text(place, cell.holiday.label(i18n.current()), font(12), "info")

    def _draw_lines(self, row: PaintedRow, rect: QRect, cell: Cell) -> None:
        lines = [
            *(_meeting(meeting) for meeting in cell.content.meetings),
            *(_commitment(commitment) for commitment in cell.content.commitments),
        ]
        room = max(1, (rect.height() - _HEAD) // _LINE)
        shown = lines if len(lines) <= room else lines[: room - 1]
        for number, (icon, tone, words) in enumerate(shown):
            top = rect.y() + _HEAD + number * _LINE
            row.draw_icon(QRect(rect.x() + 8, top + 2, 14, 14), icon, tone)
            words_at = QRect(rect.x() + 26, top, rect.width() - 32, _LINE)
            row.draw_text(words_at, words, font(12), "muted" if cell.is_outside else "text")
        if len(shown) < len(lines):
            top = rect.y() + _HEAD + len(shown) * _LINE
            place = QRect(rect.x() + 8, top, rect.width() - 14, _LINE)
            count = isolate(f"+{len(lines) - len(shown)}")
            row.draw_text(place, _("{count} more").format(count=count), font(12), "muted")


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
