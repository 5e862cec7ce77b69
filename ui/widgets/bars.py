"""Small charts that mirror with the language; every value is also written beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.style import colour

_GAP = 2
MIN_OF_SHARES = 20  # in all: shares of fewer would be misleading
MIN_SCALE = 10  # of a bar: a full bar for 1 would look like many
_FEW = 10  # fewer are drawn one by one


class Bar(QWidget):
    """One bar from the leading edge; `share` of the width, 0 to 1."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = round(self.width() * self._share)
        bar = QRect(0, 0, width, self.height())
        painter.fillRect(_placed(self, bar), colour("bar"))
        painter.end()


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole and the colour of its state."""

    value: int
    tone: str


class ShareBar(QWidget):
    """Parts of a whole, in reading order: dots for small numbers, else bars with hairlines."""

    def __init__(self, shares: Sequence[Share] = ()) -> None:
        super().__init__()
        self._shares = shares
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = [share for share in self._shares if share.value > 0]
        whole = sum(share.value for share in shown)
        if whole < _FEW:
            self._draw_dots(painter, shown)
        else:
            self._draw_bars(painter, shown, whole)
        painter.end()

    def _draw_dots(self, painter: QPainter, shown: Sequence[Share]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        size, start = self.height(), 0
        for share in shown:
            painter.setBrush(colour(share.tone))
            for _each in range(share.value):
                painter.drawEllipse(_placed(self, QRect(start, 0, size, size)))
                start += size + 2 * _GAP

    def _draw_bars(self, painter: QPainter, shown: Sequence[Share], whole: int) -> None:
        room = self.width() - _GAP * (len(shown) - 1)
        start = 0
        for share in shown:
            width = round(room * share.value / whole)
            bar = QRect(start, 0, width, self.height())
            painter.fillRect(_placed(self, bar), colour(share.tone))
            start += width + _GAP


def _placed(widget: QWidget, rect: QRect) -> QRect:
    direction: Qt.LayoutDirection = widget.layoutDirection()
    return QStyle.visualRect(direction, widget.rect(), rect)
