"""The list of a note's rows, with keys that act on the selected row."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from outreach_app.i18n import gettext as _
from ui.notes.delegate import TICK_WIDTH, RowDelegate
from ui.notes.rows_model import Index, RowsModel
from ui.widgets.keys import digit_of
from ui.widgets.translated import Retranslating

# By physical position, so that they work with an Arabic layout too.
_CODE, _DAY = ("k", "ن"), ("d", "ي")
_Key = Qt.Key
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RowsView(Retranslating, QListView):
    """Emits requests for the selected row; `turned` with 1, or -1 for backwards."""

    chosen = Signal()
    ticked = Signal()
    entered_row = Signal()
    topic_taken = Signal(int)
    code_turned = Signal()
    day_asked = Signal()
    turned = Signal(int)

    def __init__(self, rows: RowsModel) -> None:
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.retranslate()

    @property
    def place(self) -> int | None:
        """The position of the selected row; None if there is none."""
        return self.rows.place(self.currentIndex().row())

    def show_place(self, place: int) -> None:
        """Select the row at a position."""
        self.setCurrentIndex(self.rows.index(self.rows.item_of(place)))

    def retranslate(self) -> None:
        self.setAccessibleName(_("What the note proposes"))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the actions of a row vary in height

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        rect = self.visualRect(self.indexAt(event.position().toPoint()))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        from_edge = rect.right() - event.position().x() if is_mirrored else event.position().x()
        if rect.isValid() and from_edge < TICK_WIDTH:
            self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None or event.modifiers() & _WITH:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, letter = event.key(), event.text().lower()
        if key in (_Key.Key_Return, _Key.Key_Enter):
            return self.entered_row.emit
        if key == _Key.Key_Space:
            return self.ticked.emit
        if key in (_Key.Key_Left, _Key.Key_Right):
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            step = 1 if (key == _Key.Key_Left) == is_mirrored else -1
            return lambda: self.turned.emit(step)
        if (number := digit_of(event)) is not None:
            return lambda: self.topic_taken.emit(number)
        if letter in _CODE:
            return self.code_turned.emit
        return self.day_asked.emit if letter in _DAY else None
