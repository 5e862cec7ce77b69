"""The line of an error under a row of a form; a long error is laid over what follows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.labels import LineLabel, note
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline, Surface

_AROUND = 2  # px


class ProblemLine(LineLabel):
    """One line of an error, so that no field moves when it comes.

    While its field has the keyboard, all of it is shown over the next row, which a click reaches.
    """

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="late")
        self._whole: _Whole | None = None
        self._is_entered = False
        # Its words must not widen the form.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def lay_out(self, *, is_entered: bool) -> None:
        """Show all of the error if its field has the keyboard and the line has no room for it."""
        self._is_entered = is_entered
        is_long = self.sizeHint().width() > self.width()
        if not (is_entered and is_long and self.isVisible()):
            if self._whole is not None:
                self._whole.hide()
            return
        form = self.parentWidget() or self
        over = form.parentWidget() or form
        if self._whole is None:
            self._whole = _Whole(over)
        self._whole.show_words(self.text(), self.mapTo(over, QPoint(0, 0)), self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out(is_entered=self._is_entered)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.lay_out(is_entered=self._is_entered)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lay_out(is_entered=False)


class _Whole(Surface):
    """All lines of an error, over the fields."""

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = note(tone="late")
        column = column_in(self, _AROUND)
        column.addWidget(self._words)
        column.addWidget(Hairline())

    def show_words(self, words: str, place: QPoint, width: int) -> None:
        """Show an error at a place, as wide as its row."""
        self._words.setText(words)
        height = self._words.heightForWidth(width) + _AROUND + 1
        self.setGeometry(place.x(), place.y(), width, height)
        self.show()
        self.raise_()
