"""The error line under a band of the session editor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.widgets.labels import Label
from ui.widgets.tips import tip
from ui.widgets.wrapped import draw_words

_HEIGHT = 18


class ProblemLine(Label):
    """One line, cut with an ellipsis where there is more to say, and whole in its tooltip.

    It keeps its height when empty, so that an error never moves the field being edited, and never
    asks for more width than there is.
    """

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="late")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(1)
        self.hide()

    def say(self, words: str) -> None:
        """Show what is wrong; "" hides it."""
        self.setText(words)
        self.setToolTip(tip(words))
        self.setVisible(bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, room.width())
        direction = self.layoutDirection()
        draw_words(painter, room, shown, self.alignment(), direction, is_wrapped=False)
        painter.end()
