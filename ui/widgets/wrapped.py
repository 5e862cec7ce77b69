"""Text drawn on several lines, each of them whole in either direction."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextOption


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


def whole_lines(words: str, metrics: QFontMetrics, width: int, count: int) -> list[str]:
    """Return at most `count` lines of whole words; an ellipsis stands for what is left out.

    Only a word that is wider than a line is cut, before the ellipsis.
    """
    room = width - 1  # what is elided is measured by fractions
    left = [word for word in words.split(" ") if word]
    lines: list[str] = []
    while left and len(lines) < count:
        line = left.pop(0)
        while left and metrics.horizontalAdvance(f"{line} {left[0]}") <= room:
            line = f"{line} {left.pop(0)}"
        if left and len(lines) == count - 1:
            while " " in line and metrics.horizontalAdvance(f"{line}…") > room:
                line = line.rpartition(" ")[0]
            line += "…"
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        if shown == "…":  # no room for a letter
            break
        lines.append(shown)
    return lines
