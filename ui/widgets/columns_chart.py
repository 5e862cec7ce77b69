"""A column chart: each column is a button, with its value above and its name below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from outreach_app.i18n import isolate
from ui.fonts import font
from ui.style import colour
from ui.widgets.bars import MIN_SCALE

_HEIGHT = 120
_WIDEST = 24


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """The content of one column; `tone` is the colour of its bar."""

    name: str
    value: int
    tone: str


class ColumnsChart(QWidget):
    """The first column is at the leading edge. `chosen` carries the index of a pressed one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QAbstractButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_columns(self, columns: Sequence[ChartColumn]) -> None:
        """Show other columns, scaled to the highest value or to MIN_SCALE."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        most = max((MIN_SCALE, *(column.value for column in columns)))
        self.buttons = [_ColumnButton(column, most) for column in columns]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked, place=place: self.chosen.emit(place))
            self._layout.addWidget(button, 1)


class _ColumnButton(QAbstractButton):
    def __init__(self, column: ChartColumn, most: int) -> None:
        super().__init__()
        self._column = column
        self._most = most
        self.setAccessibleName(f"{column.name}: {column.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), colour("hover"))
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        face = font(12)
        line = QFontMetrics(face).height()
        painter.setFont(face)
        room = self.height() - 2 * line - 4
        height = round(room * self._column.value / self._most) if self._most else 0
        wide = min(_WIDEST, self.width() - 8)
        top = line + room - height
        bar = QRect((self.width() - wide) // 2, top, wide, height)
        painter.fillRect(bar, colour(self._column.tone))
        self._write(painter, QRect(0, top - line, self.width(), line),
                    isolate(str(self._column.value)), "text")  # fmt: skip
        self._write(painter, QRect(0, self.height() - line, self.width(), line),
                    self._column.name, "muted")  # fmt: skip
        painter.end()

    def _write(self, painter: QPainter, rect: QRect, words: str, tone: str) -> None:
        painter.setPen(colour(tone))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
