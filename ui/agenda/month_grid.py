"""A month as a table of days, in which planned meetings are moved by mouse and keys."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from ui.agenda.day_delegate import DayDelegate, meeting_at
from ui.agenda.grid_model import CELL_ROLE, GridModel
from ui.widgets.translated import Retranslating

_PADDING = 16  # px beside the name of a day, from the style sheet
_Key = Qt.Key


class MonthGrid(Retranslating, QTableView):
    """Six weeks without lines or scroll bars; the current cell is the chosen day.

    `moved` carries a meeting and its new day, `opened` the uid of a meeting, `plan_asked` a day;
    nothing is written here. `refused` says why the keys moved nothing. Held meetings stay.
    `menu_asked` carries a meeting and where its menu opens, `slot_menu_asked` a day, no hour and
    where.
    """

    moved = Signal(object, object)
    opened = Signal(object)
    plan_asked = Signal(object)
    refused = Signal(str)
    menu_asked = Signal(object, QPoint)
    slot_menu_asked = Signal(object, object, QPoint)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._days = model
        self._dragged: MeetingRow | None = None
        self.setModel(model)
        self.setItemDelegate(DayDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for heading in (self.horizontalHeader(), self.verticalHeader()):
            heading.setMinimumSectionSize(24)
            heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            heading.setHighlightSections(False)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Days"))
        self._fit_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Use the short names of days if one of the whole ones would be cut."""
        metrics, room = self.horizontalHeader().fontMetrics(), self.viewport().width() // 7
        names = (self._days.day_name(weekday, is_short=False) for weekday in range(7))
        widest = max(map(metrics.horizontalAdvance, names))
        self._days.shorten_names(is_short=widest + _PADDING > room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._meeting_at(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._dragged = row if row is not None and row.is_to_come and is_left else None
        super().mousePressEvent(event)  # while a meeting is dragged, the chosen day goes along

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._dragged or self._meeting_at(event.position().toPoint())
        if row is None or not row.is_to_come:
            self.viewport().unsetCursor()
        elif self._dragged is None:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, self._dragged = self._dragged, None
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if row is not None and index.isValid():
            self._put(row, self._days.day(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row, index = self._meeting_at(place), self.indexAt(place)
        if row is not None:
            self.opened.emit(row.uid)
        elif index.isValid():
            self.plan_asked.emit(self._days.day(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, index = self._meeting_at(event.pos()), self.indexAt(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            row, index = None, self.currentIndex()
        if row is not None:
            self.menu_asked.emit(row, event.globalPos())
        elif index.isValid():
            self.slot_menu_asked.emit(self._days.day(index), None, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {_Key.Key_Right: across, _Key.Key_Left: -across, _Key.Key_Down: 7, _Key.Key_Up: -7}
        days = steps.get(_Key(event.key()), 0)
        if event.key() == _Key.Key_Escape and self._dragged is not None:
            row, self._dragged = self._dragged, None
            self.setCurrentIndex(self._days.index_of(row.held_on))
        elif days and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._shift(days)
        else:
            super().keyPressEvent(event)

    def _shift(self, days: int) -> None:
        """Move the meeting of the chosen day, if it has a single one that can be moved."""
        cell = self.currentIndex().data(CELL_ROLE)
        rows = [row for row in cell.content.meetings if row.is_to_come] if cell else []
        if len(rows) == 1:
            self._put(rows[0], rows[0].held_on + timedelta(days=days))
        elif rows:
            self.refused.emit(
                _("Several meetings are planned on this day: drag one, or move it in the week.")
            )

    def _put(self, row: MeetingRow, day: date) -> None:
        if day != row.held_on:
            self.moved.emit(row, day)

    def _meeting_at(self, place: QPoint) -> MeetingRow | None:
        index = self.indexAt(place)
        if not index.isValid():
            return None
        return meeting_at(self.visualRect(index), index.data(CELL_ROLE), place)
