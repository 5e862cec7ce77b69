"""The error line of a band of the session editor."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from ui.fonts import fix_height
from ui.widgets.labels import Label
from ui.widgets.tips import tip
from ui.widgets.wrapped import draw_words, whole_lines

LINE_HEIGHT = 18


class ProblemLine(Label):
    """At most `lines` lines, an ellipsis where there is more to say, and whole in its tooltip.

    It never asks for more width than there is.
    """

    def __init__(self, lines: int = 1) -> None:
        super().__init__(pixels=12, tone="late")
        self._most = lines
        fix_height(self, LINE_HEIGHT)
        self.setMinimumWidth(1)
        self.hide()

    def keep_room(self, *, is_kept: bool) -> None:
        """Keep the height of the line when empty, so that an error moves nothing."""
        policy = self.sizePolicy()
        if policy.retainSizeWhenHidden() != is_kept:
            policy.setRetainSizeWhenHidden(is_kept)
            self.setSizePolicy(policy)

    def say(self, words: str, tone: str = "late") -> None:
        """Show what is wrong, or in another tone what to look at again; "" hides it."""
        self.set_tone(tone)
        self.setText(words)
        self.setToolTip(tip(words))
        self.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room, shown = self.contentsRect(), "\n".join(self._lines())
        direction = self.layoutDirection()
        draw_words(painter, room, shown, self.alignment(), direction, is_wrapped=False)
        painter.end()

    def _lines(self) -> list[str]:
        room = self.contentsRect().width()
        return whole_lines(self.text(), self.fontMetrics(), room, self._most)

    def _fit(self) -> None:
        fix_height(self, LINE_HEIGHT * max(len(self._lines()), 1))
