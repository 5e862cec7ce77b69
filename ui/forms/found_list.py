"""The list under a choice that shows what the typed words find."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from ui.fonts import font, scaled
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex

_ROW = 32
_PADDING = 12


class FoundList(QListView):
    """As wide as its lines need, inside the screen. Esc closes it alone, not the form."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self.geometry()
        width = self.sizeHintForColumn(0) + place.width() - self.viewport().width()
        if width <= place.width():
            return
        # It hangs from the leading edge of its field.
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.setLeft(place.right() + 1 - width)
        else:
            place.setWidth(width)
        room = self.screen().availableGeometry()
        left = max(min(place.left(), room.right() + 1 - width), room.left())
        self.setGeometry(left, place.top(), width, place.height())


class FoundDelegate(PaintedDelegate):
    """Marks the line that Enter takes: the first one, unless another was gone to."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = option.fontMetrics.horizontalAdvance(_words(index))
        return QSize(words + 2 * _PADDING, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() == 0 and not self._view.currentIndex().isValid():
            option.state |= QStyle.StateFlag.State_Selected
        row = PaintedRow(painter, option)
        row.draw_ground()
        inner: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        row.draw_text(inner, _words(index), font(), "text")


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
