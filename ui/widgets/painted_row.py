"""One row of a list as a delegate draws it: mirrored with the language, cut where it is long."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.icons import paint_icon
from ui.style import colour


class PaintedRow:
    """Takes left-to-right rectangles and mirrors them where the row runs right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._option = option
        self.is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)

    def draw_ground(self) -> None:
        """The tint of a selected row and its bar at the leading edge."""
        if self.is_chosen:
            rect = self._option.rect
            self._painter.fillRect(rect, colour("sel"))
            bar = QRect(rect.topLeft(), QSize(4, rect.height()))
            self._painter.fillRect(self._mirrored(bar), colour("accent"))

    def draw_icon(self, rect: QRect, name: str, tone: str = "muted") -> None:
        paint_icon(self._painter, self._mirrored(rect), name, tone)

    def draw_line(self, rect: QRect, tone: str = "line") -> None:
        self._painter.fillRect(self._mirrored(rect), colour(tone))

    def draw_text(
        self, rect: QRect, text: str, face: QFont, tone: str, *, is_trailing: bool = False
    ) -> None:
        """One line of text at the leading side of its rectangle, or at the trailing one."""
        is_left = (self._option.direction == Qt.LayoutDirection.LeftToRight) != is_trailing
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.setFont(face)
        self._painter.setPen(colour(tone))
        width = rect.width()
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
        single = Qt.TextFlag.TextSingleLine
        self._painter.drawText(self._mirrored(rect), flags | single, shown)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, rect)
