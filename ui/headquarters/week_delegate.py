"""The painting of the calendar of weeks: headings of districts, precincts, states of weeks."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from outreach_app.queries.offices import OfficeRow
from ui.fonts import font
from ui.headquarters.office_lines import OfficeLine
from ui.headquarters.words import week_words
from ui.tables.columns import Icon
from ui.tables.rows_model import ICON_ROLE, RowsModel
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.widgets.tips import tip
from ui.words import precinct_words

_EDGE = 24
_PADDING = 8
_ICON = 16
_GAP = 4


class WeekDelegate(PaintedDelegate):
    """Draws a precinct and its weeks in small text; a heading takes the whole row.

    The tooltip of a precinct has all of it.
    """

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
        if index.column() == 0:
            _draw_name(row, option.rect, line)
        else:
            _draw_week(row, option.rect, index.data(), index.data(ICON_ROLE))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        model = index.model()
        line = model.row(index.row()) if isinstance(model, RowsModel) else None
        if not isinstance(line, OfficeLine) or line.office is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(about(model, line.office)), view)
        return True


def about(model: QAbstractItemModel, office: OfficeRow) -> str:
    """Return a precinct in full, and each of its weeks."""
    across = Qt.Orientation.Horizontal
    weeks = [
        f"{model.headerData(number, across)} · {week_words(state)}"
        for number, state in enumerate(office.weeks, start=1)
    ]
    return "\n".join([precinct_words(office.name, office.number, office.city), *weeks])


def _draw_name(row: PaintedRow, rect: QRect, line: OfficeLine) -> None:
    """Draw the name, elided if needed, and the text beside it."""
    is_heading = line.office is None
    row.draw_ground()
    face = font(14, QFont.Weight.DemiBold if is_heading else QFont.Weight.Medium)
    place = rect.adjusted(_EDGE, 0, -_PADDING, 0)
    width = QFontMetrics(font(12)).horizontalAdvance(line.note) + 1
    room = place.width() - width - _GAP if line.note else place.width()
    start = min(QFontMetrics(face).horizontalAdvance(line.title) + 1, room)
    tone = "seltext" if row.is_chosen else "text"
    row.draw_text(QRect(place.topLeft(), QSize(start, place.height())), line.title, face, tone)
    row.draw_text(place.adjusted(start + _GAP, 0, 0, 0), line.note, font(12), "muted")


def _draw_week(row: PaintedRow, rect: QRect, words: str, icon: Icon | None) -> None:
    if row.is_chosen:
        row.draw_line(rect, "sel")
    start = _PADDING
    tone = "muted"
    if icon is not None:
        square = QRect(rect.x() + start, rect.center().y() - _ICON // 2, _ICON, _ICON)
        row.draw_icon(square, icon.name, icon.tone)
        start += _ICON + _GAP
        # A regular week needs no colour.
        tone = "muted" if icon.tone == "ok" else icon.tone
    row.draw_text(rect.adjusted(start, 0, 0, 0), words, font(12), tone)
