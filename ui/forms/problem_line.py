"""The line of an error under a row of a form; a long error takes the lines that it needs."""

from PySide6.QtGui import QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.labels import Label, LineLabel


class ProblemLine(LineLabel):
    """One line of an error, so that no field moves when it comes.

    Once its field has the keyboard it is shown whole, above the next field, until it is another.
    """

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="late")
        self._is_entered = False
        # Its words must not widen the form.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, words: str) -> None:
        """Show another error, on one line."""
        if words != self.text():
            self.setWordWrap(False)
        super().setText(words)

    def lay_out(self, *, is_entered: bool) -> None:
        """Show all of the error if its field has the keyboard and the line has no room for it."""
        self._is_entered = is_entered
        is_long = self.sizeHint().width() > self.width()
        if is_entered and is_long and self.isVisible():
            self.setWordWrap(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            Label.paintEvent(self, event)
        else:
            super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out(is_entered=self._is_entered)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.lay_out(is_entered=self._is_entered)
