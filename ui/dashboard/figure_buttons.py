"""Figures as buttons: a tile, and a line with bars of this period and the one before."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionViewItem

from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.summaries.prose.numbers import digits
from ui.fonts import font
from ui.style import colour
from ui.widgets.painted_row import PaintedRow
from ui.widgets.tips import tip

_SEMIBOLD = QFont.Weight.DemiBold
_ICON = 16
_BAR = 6
_GAP = 8


def number_words(number: int) -> str:
    """Return a number isolated for text of either direction."""
    return digits(number, current())


def movement_words(now: int, before: int | None) -> str:
    """Return the signed difference from the period before; "=" for none, "" if not compared."""
    if before is None:
        return ""
    difference = now - before
    sign = f"+{difference}" if difference > 0 else str(difference).replace("-", "\u2212")
    return isolate(sign if difference else "=")


class FigureButton(QAbstractButton):
    """Opens the list of what it counts, by click, Enter or Space."""

    def __init__(self, title: str, now: int, before: int | None) -> None:
        super().__init__()
        self.title = title
        self.now = now
        self.before = before
        self._is_over = True
        self.setAccessibleName(f"{title}: {number_words(now)}")
        if before is not None:
            was = _("In the period before: {number}").format(number=number_words(before))
            self.setAccessibleDescription(was)
            self.setToolTip(tip(was))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def leave_open(self) -> None:
        """Show no movement: the period is not over, and what is still to come is no fall."""
        self._is_over = False

    @property
    def movement(self) -> str:
        """The movement from the period before, as it is shown."""
        return movement_words(self.now, self.before) if self._is_over else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), colour("hover"))
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        option = QStyleOptionViewItem()
        option.rect = self.rect()
        option.direction = self.layoutDirection()
        option.state &= ~QStyle.StateFlag.State_Selected
        self.draw(PaintedRow(painter, option))
        painter.end()

    def draw(self, row: PaintedRow) -> None:
        """Draw its content in left-to-right coordinates."""
        raise NotImplementedError


class Tile(FigureButton):
    """A large number over its name, and its change."""

    def __init__(self, title: str, now: int, before: int | None, tone: str = "text") -> None:
        super().__init__(title, now, before)
        self._tone = tone
        self._tall, self._low = (QFontMetrics(font(pixels)).height() for pixels in (24, 12))
        self.setFixedHeight(self._tall + 2 * self._low + 16)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(12)).horizontalAdvance(self.title)
        return QSize(words + 2 * _GAP, self.height())

    def draw(self, row: PaintedRow) -> None:
        width = self.width() - 2 * _GAP
        number = QRect(_GAP, 8, width, self._tall)
        row.draw_text(number, number_words(self.now), font(24, _SEMIBOLD), self._tone)
        words = QRect(_GAP, number.bottom() + 1, width, self._low)
        row.draw_text(words, self.title, font(12), "muted")
        moved = words.translated(0, self._low)
        if not self._is_over and self.before is not None:
            was = _("before: {number}").format(number=number_words(self.before))
            row.draw_text(moved, was, font(12), "muted")
            return
        if self.before is not None and self.now != self.before:
            icon = "trend-up" if self.now > self.before else "trend-down"
            row.draw_icon(QRect(_GAP, moved.top() + (self._low - 12) // 2, 12, 12), icon)
            moved.setLeft(_GAP + 16)
        row.draw_text(moved, self.movement, font(12), "muted")


class FigureLine(FigureButton):
    """A name, its number and its change; with `most`, bars of this period and the one before."""

    def __init__(
        self,
        title: str,
        now: int,
        before: int | None,
        most: int = 0,
        mark: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(title, now, before)
        self._most = most
        self._icon, self._tone = mark
        self._line = QFontMetrics(font(14)).height() + 6
        self.setFixedHeight(self._line + (2 * _BAR + 6 if most else 4))

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def draw(self, row: PaintedRow) -> None:
        start, end = _GAP, self.width() - _GAP
        if self._icon:
            row.draw_icon(
                QRect(start, (self._line - _ICON) // 2, _ICON, _ICON), self._icon, self._tone
            )
            start += _ICON + 6
        widest = QFontMetrics(font(12)).horizontalAdvance("+0000")
        row.draw_text(QRect(end - widest, 0, widest, self._line), self.movement, font(12), "muted",
                      is_trailing=True)  # fmt: skip
        end -= widest + _GAP if self.before is not None and self._is_over else 0
        number = number_words(self.now)
        face = font(14, _SEMIBOLD)
        width = QFontMetrics(face).horizontalAdvance(number) + 2
        row.draw_text(QRect(end - width, 0, width, self._line), number, face, "text",
                      is_trailing=True)  # fmt: skip
        row.draw_text(QRect(start, 0, end - width - _GAP - start, self._line), self.title,
                      font(14), "text")  # fmt: skip
        self._draw_bars(row)

    def _draw_bars(self, row: PaintedRow) -> None:
        if not self._most:
            return
        room = self.width() - 2 * _GAP
        for place, (value, tone) in enumerate(((self.now, "bar"), (self.before or 0, "bar2"))):
            top = self._line + place * (_BAR + 1)
            row.draw_line(QRect(_GAP, top, round(room * value / self._most), _BAR), tone)
