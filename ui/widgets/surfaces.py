"""Surfaces: page, card, hairline."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.style import colour


class Surface(QWidget):
    """A plain background in a colour of the palette: `base`, `win`, `paper`, `hover`, `sel`."""

    def __init__(self, tone: str = "base", radius: float = 0) -> None:
        super().__init__()
        self._tone = tone
        self._radius = radius

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.end()


class Card(Surface):
    """A card of the Today page; add widgets to `body`."""

    def __init__(self) -> None:
        super().__init__("card", 4)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.setSpacing(0)


class Hairline(QFrame):
    """A line of one pixel between two parts."""

    def __init__(self, *, is_vertical: bool = False) -> None:
        super().__init__()
        if is_vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("line"))
        painter.end()
