"""The letterhead as documents print it, painted in one language."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import Language
from outreach_app.rules.dates import date_words
from ui.palettes import LIGHT
from ui.style import colour

_MARGIN = 32
_TOP, _GAP = 24, 8
# Of the width of the page: 30 × 18 mm.
_SLOT = (30 / 210, 18 / 210)
_KEEPING_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
_PIXELS, _MIN_PIXELS = 16, 9
_FORMS = {
    Language.ARABIC: ("{city}، في {date}", "عدد: …/{year}", "إلى"),
    Language.FRENCH: ("{city}, le {date}", "N° …/{year}", "à"),
}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The content of a sheet; `lines` top to bottom, the unit itself last."""

    lines: tuple[str, ...]
    city: str
    recipient: str


class LetterheadSheet(QWidget):
    """Paper stays white in the dark theme; the lines that changed last are tinted."""

    def __init__(self, language: Language, today: date) -> None:
        super().__init__()
        self._language = language
        self._today = today
        self.shown = Letterhead((), "", "")
        self.changed: frozenset[int] = frozenset()
        self.emblem = QImage()
        self.setMinimumSize(320, 180)

    def sizeHint(self) -> QSize:
        return QSize(482, 280)

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Show this letterhead, and tint its changed lines."""
        before = self.shown.lines
        if letterhead.lines != before and before:
            self.changed = frozenset(
                place for place, line in enumerate(letterhead.lines) if line not in before
            )
        self.shown = letterhead
        self.setAccessibleDescription("\n".join(letterhead.lines))
        self.update()

    def show_emblem(self, emblem: bytes | None) -> None:
        """Show this image on the axis of the page, or none."""
        self.emblem = QImage.fromData(emblem) if emblem else QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(LIGHT.base))
        painter.setPen(colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(LIGHT.text))
        if self._language.is_right_to_left:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_texts(painter)
        painter.end()

    def _paint_texts(self, painter: QPainter) -> None:
        emblem = self._emblem_box()
        inside, has_emblem = self.width() - 2 * _MARGIN, not self.emblem.isNull()
        beside = (inside - emblem.width()) / 2 - _GAP if has_emblem else inside * 0.64
        bold = _font(self._pixels(inside, beside), is_bold=True)
        metrics = QFontMetricsF(bold)
        step = metrics.height()
        width = max((metrics.horizontalAdvance(line) for line in self.shown.lines), default=0)
        for place, line in enumerate(self.shown.lines):
            box = self._at_start(_TOP + place * step, width, step)
            if place in self.changed:
                painter.fillRect(box.adjusted(-4, 1, 4, -1), QColor(LIGHT.sel))
            _write(painter, bold, box, line)
        if has_emblem:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(emblem, self.emblem)
        self._paint_rest(painter, bold, beside if has_emblem else inside - _MARGIN - width)

    def _pixels(self, inside: float, beside: float) -> int:
        """Return the largest text size at which the office and the day fit beside each other."""
        for pixels in range(_PIXELS, _MIN_PIXELS, -1):
            office = _widest(_font(pixels, is_bold=True), self.shown.lines)
            day = _widest(_font(pixels, is_bold=False), self._day_lines())
            is_apart = self.emblem.isNull() or max(office, day) <= beside
            if is_apart and office + day + _MARGIN <= inside:
                return pixels
        return _MIN_PIXELS

    def _day_lines(self) -> tuple[str, ...]:
        dated, numbered, _to = _FORMS[self._language]
        day = date_words(self._today)
        return (
            dated.format(city=self.shown.city or "…", date=day),
            numbered.format(year=self._today.year),
        )

    def _emblem_box(self) -> QRectF:
        """Return the rectangle of the emblem; empty without one."""
        if self.emblem.isNull():
            return QRectF()
        size = QSizeF(self.emblem.size())
        size.scale(self.width() * _SLOT[0], self.width() * _SLOT[1], _KEEPING_SHAPE)
        return QRectF(QPointF((self.width() - size.width()) / 2, _TOP), size)

    def _paint_rest(self, painter: QPainter, bold: QFont, room: float) -> None:
        to = _FORMS[self._language][2]
        plain = _font(bold.pixelSize(), is_bold=False)
        step = QFontMetricsF(plain).height()
        for place, line in enumerate(self._day_lines()):
            box = self._at_end(_TOP + place * step, room, step)
            _write(painter, plain, box, line)
        if self.shown.recipient:
            top = _TOP + (len(self.shown.lines) + 0.7) * QFontMetricsF(bold).height()
            for place, line in enumerate((to, self.shown.recipient)):
                box = QRectF(_MARGIN, top + place * step, self.width() - 2 * _MARGIN, step * 1.2)
                _write(painter, plain, box, line)

    def _at_start(self, top: float, width: float, height: float) -> QRectF:
        right = self.width() - _MARGIN - width
        return QRectF(right if self._language.is_right_to_left else _MARGIN, top, width, height)

    def _at_end(self, top: float, width: float, height: float) -> QRectF:
        right = self.width() - _MARGIN - width
        return QRectF(_MARGIN if self._language.is_right_to_left else right, top, width, height)


def _write(painter: QPainter, font: QFont, box: QRectF, text: str) -> None:
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def _font(pixels: int, *, is_bold: bool) -> QFont:
    font = QFont(_family())
    font.setBold(is_bold)
    font.setPixelSize(pixels)
    return font


def _widest(font: QFont, lines: tuple[str, ...]) -> float:
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(line) for line in lines), default=0)


@cache
def _family() -> str:
    """Return the font family of documents; loaded once, after the QGuiApplication exists."""
    families = [
        QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFontFromData(
                (files("fontpkg_amiri") / "files" / f"{name}.ttf").read_bytes()
            )
        )
        for name in ("Amiri-Regular", "Amiri-Bold")
    ]
    return families[0][0]
