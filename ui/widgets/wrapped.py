"""Text drawn on several lines, each of them whole in either direction."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextOption


def draw_words(
    painter: QPainter,
    room: QRect,
    words: str,
    alignment: Qt.AlignmentFlag,
    direction: Qt.LayoutDirection,
    *,
    is_wrapped: bool = True,
) -> None:
    """Draw text in one direction, aligned to the side that is told.

    Qt moves each wrapped line from right to left by the space at its end, so that the edge cuts
    its last letter, unless that space counts as a part of the line.
    """
    option = QTextOption(alignment | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(direction)
    wrap = QTextOption.WrapMode.WordWrap if is_wrapped else QTextOption.WrapMode.NoWrap
    option.setWrapMode(wrap)
    if direction == Qt.LayoutDirection.RightToLeft:
        option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    painter.drawText(QRectF(room), words, option)
