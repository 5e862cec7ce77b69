"""One row of a list as a delegate draws it: mirrored with the language, elided."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from outreach_app.i18n import isolate_file
from outreach_app.rules.text import language_of
from ui.icons import paint_icon
from ui.style import colour
from ui.widgets.tips import tip

_APART, _TOGETHER = "\u2068", "\u2069"
_OPENING = ("\u2066", "\u2067", _APART)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


class PaintedRow:
    """Takes left-to-right rectangles and mirrors them in a right-to-left row."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._option = option
        self.is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)

    def draw_ground(self) -> None:
        """Draw the tint of a selected row and its bar at the leading edge."""
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
        """Draw one line of text at the leading side of its rectangle, or at the trailing one."""
        is_left = (self._option.direction == Qt.LayoutDirection.LeftToRight) != is_trailing
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.setFont(face)
        self._painter.setPen(colour(tone))
        width = rect.width()
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
        if shown != text:
            shown = _closed(shown)
            if isinstance(self._painter, _Witness):
                self._painter.cut.append(text)
        single = Qt.TextFlag.TextSingleLine
        if not self._runs_along(text):
            shown = f"{_APART}{shown}{_TOGETHER}"
        self._painter.drawText(self._mirrored(rect), flags | single, shown)

    def draw_file(self, rect: QRect, name: str, face: QFont, tone: str) -> None:
        """Draw the isolated name of a file, cut in its middle if it needs more room."""
        shown = shortened_file(name, face, rect.width() - 1)
        if shown != name and isinstance(self._painter, _Witness):
            self._painter.cut.append(name)
        self.draw_text(rect, shown, face, tone)

    def draw_lines(self, rect: QRect, text: str, face: QFont, tone: str) -> None:
        """Draw text on two lines if needed and the rectangle is high enough."""
        height = QFontMetrics(face).lineSpacing()
        first = _first_line(text, face, rect.width()) if rect.height() >= 2 * height else text
        if first == text:
            self.draw_text(rect, text, face, tone)
            return
        top = QRect(rect.x(), rect.center().y() - height, rect.width(), height)
        self.draw_text(top, first.rstrip(), face, tone)
        self.draw_text(top.translated(0, height), text[len(first) :], face, tone)

    def draw_marked(
        self, rect: QRect, text: str, face: QFont, tone: str, parts: Sequence[tuple[int, int]]
    ) -> None:
        """Draw one line of text at the leading side, with parts of it bold on a tint.

        A part is a start and a length. Letters that join across the edge of a part stay joined.
        """
        if not parts or isinstance(self._painter, _Witness):
            self.draw_text(rect, text, face, tone)
            return
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(shown, face)
        layout.setTextOption(self._one_line())
        layout.setFormats([_mark(start, length) for start, length in parts])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        place = QPointF(self._mirrored(rect).topLeft())
        place.setY(place.y() + (rect.height() - line.height()) / 2)
        self._painter.setPen(colour(tone))
        layout.draw(self._painter, place)

    def _runs_along(self, text: str) -> bool:
        """Return whether text has the direction of the line, which places final punctuation."""
        language, direction = language_of(text), self._option.direction
        is_rtl = direction == Qt.LayoutDirection.RightToLeft
        return language is None or language.is_right_to_left == is_rtl

    def _one_line(self) -> QTextOption:
        is_left = self._option.direction == Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        return option

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, rect)


class PaintedDelegate(QStyledItemDelegate):
    """Draws its rows by PaintedRow; tooltips have elided text in full."""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        cut = list_cut(lambda painter: self.paint(painter, option, index))
        if not cut or index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip("\n".join(cut)), view)
        return True


def list_cut(draw: Callable[[QPainter], None]) -> list[str]:
    """Return the texts that the delegate elides."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    witness = _Witness(image)
    draw(witness)
    witness.end()
    return witness.cut


def shortened_file(name: str, face: QFont, width: int) -> str:
    """Return the isolated name of a file without its middle: its end tells it from others."""
    plain = name.translate(_ISOLATES)
    shown = QFontMetrics(face).elidedText(plain, Qt.TextElideMode.ElideMiddle, width)
    return name if shown == plain else isolate_file(shown)


def _closed(cut: str) -> str:
    """Return a text that was cut with its isolate closed before the dots, which end the line."""
    opened = sum(map(cut.count, _OPENING))
    return f"{cut[:-1]}{_TOGETHER}{cut[-1:]}" if opened > cut.count(_TOGETHER) else cut


def _first_line(text: str, face: QFont, width: int) -> str:
    """Return the words of the first line, broken between words."""
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return text[: line.textLength()]


def _mark(start: int, length: int) -> QTextLayout.FormatRange:
    ground = colour("accent")
    ground.setAlphaF(0.18)
    marked = QTextLayout.FormatRange()
    marked.start = start
    marked.length = length
    marked.format.setBackground(ground)
    marked.format.setForeground(colour("seltext"))
    marked.format.setFontWeight(QFont.Weight.DemiBold)
    return marked


class _Witness(QPainter):
    """Paints off-screen to find the texts that are elided."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.cut: list[str] = []
