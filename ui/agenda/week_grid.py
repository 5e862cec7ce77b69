"""A week by the hour: planned meetings are moved and resized by mouse and keys."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.agenda import AgendaDay
from ui.agenda.block_painter import block_words
from ui.agenda.week_content import WeekContent
from ui.agenda.week_painter import WeekPainter
from ui.agenda.week_places import (
    PROPOSED,
    STEP,
    Block,
    begun,
    hour_of,
    moved,
    stretched,
)
from ui.agenda.week_shape import WeekShape
from ui.settings import Settings
from ui.widgets.keys import on_keys
from ui.widgets.tips import tip
from ui.widgets.translated import Translated

_EDGE = 6  # px above the lower edge of a block that resize it
_SLACK = 4  # px of movement before a press becomes a drag
_Key = Qt.Key


class WeekGrid(Translated):
    """`chosen` carries a day, `opened` the uid of a meeting, `plan_asked` a day and an hour.

    `moved` carries a block and its new position, `stretched` a block and its new end; nothing is
    written here. Held meetings cannot be moved. `put` carries the day, the start and the end that
    the planned meeting was dragged to, or that were drawn; `menu_asked` a meeting and a place,
    `slot_menu_asked` a day, an hour or None, and a place.
    """

    chosen = Signal(object)
    opened = Signal(object)
    plan_asked = Signal(object, object)
    moved = Signal(object, object)
    stretched = Signal(object, object)
    put = Signal(object, object, object)
    menu_asked = Signal(object, QPoint)
    slot_menu_asked = Signal(object, object, QPoint)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shown = WeekContent()
        self._current: Block | None = None
        self._ghost: Block | None = None
        self._pressed: tuple[QPoint, Block, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        on_keys(self, "Shift+F10", self._ask_menu)
        self.retranslate()

    @property
    def current(self) -> Block | None:
        """The meeting that the keys act on."""
        return self._current

    def show_week(self, first: date, days: Mapping[date, AgendaDay], day: date) -> None:
        """Show the week from its Monday; the current meeting stays current."""
        self._shown.show(first, days, day)
        self._current = self._shown.block_of(self._current)
        self._pressed = self._ghost = None
        self.update()

    def propose(self, block: Block | None) -> None:
        """Show where the planned meeting would be; a click on an hour moves it there."""
        self._shown.propose(block)
        self._current = self._shown.block_of(self._current)
        self.update()

    def choose_day(self, day: date) -> None:
        """Mark a day; a meeting of another day is no longer current."""
        self._shown.day = day
        if self._current is not None and self._current.day != day:
            self._current = None
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Hours of the week"))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show the whole of a meeting at the mouse: its block may have room for its hour alone."""
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        block = self._block_at(event.pos())
        words = block_words(block) if block else ""
        QToolTip.showText(event.globalPos(), tip(words), self)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = clock.local(clock.now())
        WeekPainter(painter, self._shape(), self._settings.working_days, now).draw(
            self._shown.days, self._shown.blocks, self._shown.day, self._current, self._ghost
        )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        block = self._block_at(place)
        if block is None and self._shown.proposed is not None and self._shape().is_in_hours(place):
            self._plan_at(place)
            return
        self._choose(block, self._shape().day_at(place))
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(place, block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._show_cursor(place)
            return
        start, block, is_edge = self._pressed
        if not block.row.is_to_come or (place - start).manhattanLength() < _SLACK:
            return
        shape = self._shape()
        minutes = shape.minutes_between(start, place)
        if is_edge:
            self._ghost = stretched(block, minutes)
        else:
            days = (shape.day_at(place) - shape.day_at(start)).days
            self._ghost = moved(block, days, minutes)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, ghost = self._pressed, self._ghost
        self._pressed = self._ghost = None
        if pressed is not None and ghost is not None:
            self._tell(pressed[1], ghost, is_stretch=pressed[2])
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        block = self._block_at(place)
        if block is not None:
            self._open(block)
        elif self._shape().is_in_hours(place):
            self._plan_at(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask_menu(event.pos() if is_mouse else None)

    def _ask_menu(self, place: QPoint | None = None) -> None:
        """Ask for the menu of what is at the mouse, or of the current meeting or chosen day."""
        block, shape = self._current if place is None else self._block_at(place), self._shape()
        if block is not None and block.row.uid == PROPOSED:
            return
        if block is not None:
            place = place or shape.rect_of(block).center()
            self.menu_asked.emit(block.row, self.mapToGlobal(place))
            return
        is_hour = place is not None and shape.is_in_hours(place)
        hour = shape.hour_at(place) if place is not None and is_hour else None
        day = shape.day_at(place) if place is not None else self._shown.day
        place = place or shape.column(day, top=0, height=shape.top).center()
        self.slot_menu_asked.emit(day, hour, self.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        is_left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        across = {_Key.Key_Right: 1, _Key.Key_Left: -1}.get(_Key(key), 0)
        days = across if is_left_to_right else -across
        steps = {_Key.Key_Down: 1, _Key.Key_Up: -1}.get(_Key(key), 0)
        if key == _Key.Key_Escape and self._ghost is not None:
            self._pressed = self._ghost = None
            self.update()
        elif key in (_Key.Key_Return, _Key.Key_Enter) and self._current is not None:
            self._open(self._current)
        elif modifiers & Qt.KeyboardModifier.ControlModifier and (days or steps):
            self._shift(days, steps * STEP)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and steps:
            self._stretch(steps * STEP)
        elif days:
            self._choose(None, self._shown.day + timedelta(days=days))
        elif steps:
            self._step(steps)
        else:
            super().keyPressEvent(event)

    def _press(self, place: QPoint, block: Block | None) -> None:
        """Begin to move or resize a block, or to draw one on empty hours."""
        shape = self._shape()
        if block is not None:
            is_edge = place.y() >= shape.rect_of(block).bottom() - _EDGE
            self._pressed = (place, block, is_edge)
        elif shape.is_in_hours(place):
            drawn = begun(shape.day_at(place), shape.hour_at(place))
            self._pressed = (place, drawn, True) if drawn else None

    def _open(self, block: Block) -> None:
        if block.row.uid != PROPOSED:
            self.opened.emit(block.row.uid)

    def _plan_at(self, place: QPoint) -> None:
        self.plan_asked.emit(self._shape().day_at(place), self._shape().hour_at(place))

    def _shift(self, days: int, minutes: int) -> None:
        if self._current is not None and self._current.row.is_to_come:
            self._tell(self._current, moved(self._current, days, minutes), is_stretch=False)

    def _stretch(self, minutes: int) -> None:
        if self._current is not None and self._current.row.is_to_come:
            self._tell(self._current, stretched(self._current, minutes), is_stretch=True)

    def _tell(self, block: Block, put: Block, *, is_stretch: bool) -> None:
        if (block.day, block.start, block.end) == (put.day, put.start, put.end):
            return
        if block.row.uid == PROPOSED:
            self.put.emit(put.day, hour_of(put.start), hour_of(put.end))
        elif is_stretch:
            self.stretched.emit(block.row, hour_of(put.end))
        else:
            self._shown.day = put.day
            self.moved.emit(block.row, put)

    def _step(self, by: int) -> None:
        """Make the meeting before or after the current one current, in its day."""
        own = (block for block in self._shown.blocks if block.row.uid != PROPOSED)
        of_day = [block for block in own if block.day == self._shown.day]
        if of_day:
            at = of_day.index(self._current) if self._current in of_day else -1 if by > 0 else 0
            self._choose(of_day[min(max(at + by, 0), len(of_day) - 1)], self._shown.day)

    def _choose(self, block: Block | None, day: date) -> None:
        self._current = block
        self._shown.day = day
        self.chosen.emit(day)
        self.update()

    def _show_cursor(self, place: QPoint) -> None:
        block = self._block_at(place)
        if block is None or not block.row.is_to_come:
            self.unsetCursor()
        elif place.y() >= self._shape().rect_of(block).bottom() - _EDGE:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _block_at(self, place: QPoint) -> Block | None:
        shape = self._shape()
        found = (block for block in self._shown.blocks if shape.rect_of(block).contains(place))
        return next(found, None)

    def _shape(self) -> WeekShape:
        return self._shown.shape(self.rect(), self.layoutDirection(), self._ghost)
