"""How the calendar of weeks is painted: headings of districts, precincts, states of weeks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.fonts import font
from ui.headquarters.office_lines import OfficeLine
from ui.tables.columns import Icon
from ui.tables.rows_model import ICON_ROLE, RowsModel
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

_EDGE = 24
_PADDING = 8
_ICON = 16
_GAP = 6


class WeekDelegate(PaintedDelegate):
    """A heading has the whole row; eight weeks beside a name leave room for small words only."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        line = model.row(index.row()) if isinstance(model, RowsModel) else None
        if not isinstance(line, OfficeLine):
            return
        row = PaintedRow(painter, option)
        if line.office is None:
            _draw_heading(row, option.rect, line)
            return
        if index.column() == 0:
            row.draw_ground()
            tone = "seltext" if row.is_chosen else "text"
            place = option.rect.adjusted(_EDGE, 0, -_PADDING, 0)
            row.draw_text(place, line.title, font(14, QFont.Weight.Medium), tone)
            return
        _draw_week(row, option.rect, index.data(), index.data(ICON_ROLE))


def _draw_heading(row: PaintedRow, rect: QRect, line: OfficeLine) -> None:
    face = font(14, QFont.Weight.DemiBold)
    place = rect.adjusted(_EDGE, 0, -_PADDING, 0)
    row.draw_text(place, line.title, face, "text")
    start = QFontMetrics(face).horizontalAdvance(line.title) + 2 * _PADDING
    row.draw_text(place.adjusted(start, 0, 0, 0), line.note, font(12), "muted")


def _draw_week(row: PaintedRow, rect: QRect, words: str, icon: Icon | None) -> None:
    if row.is_chosen:
        row.draw_line(rect, "sel")
    start = _PADDING
    tone = "muted"
    if icon is not None:
        square = QRect(rect.x() + start, rect.center().y() - _ICON // 2, _ICON, _ICON)
        row.draw_icon(square, icon.name, icon.tone)
        start += _ICON + _GAP
        # What came as it should needs no colour in its word.
        tone = "muted" if icon.tone == "ok" else icon.tone
    row.draw_text(rect.adjusted(start, 0, 0, 0), words, font(12), tone)
