"""Phosphor icons, tinted from the palette and mirrored when they are painted."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
)

from ui.fonts import icon_family, icon_letter
from ui.style import colour

# Time and movement run leftwards in Arabic; nothing else is mirrored.
_MIRRORED = ("arrow-left", "arrow-right", "arrow-bend-up-", "trend-", "caret-left", "caret-right")


def icon(name: str, tone: str = "muted", chosen: str = "") -> QIcon:
    """Return the icon of a Phosphor name (`sun-horizon`, `sun-horizon-fill`) in a colour.

    `chosen` is its colour in the entry of a menu that is current. Name the icon as left-to-right
    text needs it. Raises KeyError for a name that does not exist.
    """
    return QIcon(_Glyph(icon_letter(name), tone, chosen or tone, name.startswith(_MIRRORED)))


def paint_icon(painter: QPainter, rect: QRect, name: str, tone: str) -> None:
    """Paint an icon, for delegates."""
    _paint(painter, rect, icon_letter(name), tone, is_mirrored=name.startswith(_MIRRORED))


class _Glyph(QIconEngine):
    """An icon engine that reads colour and direction at each painting: icons follow switches."""

    def __init__(self, letter: str, tone: str, chosen: str, is_mirrored: bool) -> None:
        super().__init__()
        self._letter = letter
        self._tone = tone
        self._chosen = chosen
        self._is_mirrored = is_mirrored

    def clone(self) -> QIconEngine:
        return _Glyph(self._letter, self._tone, self._chosen, self._is_mirrored)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # On a disabled primary button, which has the same background, it would be invisible.
        is_off = mode == QIcon.Mode.Disabled and self._tone != "atext"
        is_chosen = mode in (QIcon.Mode.Active, QIcon.Mode.Selected)
        tone = "border" if is_off else self._chosen if is_chosen else self._tone
        _paint(painter, rect, self._letter, tone, is_mirrored=self._is_mirrored)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def _paint(painter: QPainter, rect: QRect, letter: str, tone: str, *, is_mirrored: bool) -> None:
    face = QFont(icon_family())
    face.setPixelSize(rect.height())
    outline = QPainterPath()
    outline.addText(0, QFontMetricsF(face).ascent(), face, letter)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    if is_mirrored and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(rect.width(), 0)
        painter.scale(-1, 1)
    painter.translate((rect.width() - QFontMetricsF(face).horizontalAdvance(letter)) / 2, 0)
    painter.fillPath(outline, colour(tone))
    painter.restore()
