"""A line that is a button, optionally with a second button that acts on it inline."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from outreach_app.i18n import gettext as _
from ui.fonts import fix_height, font, scaled
from ui.style import colour
from ui.widgets.buttons import IconButton
from ui.widgets.commands import Command, command_of, open_menu
from ui.widgets.keys import on_keys
from ui.widgets.layouts import row_in
from ui.widgets.painted_row import PaintedRow, list_cut
from ui.widgets.tips import tip
from ui.widgets.translated import Text

_ICON = 16
_GAP = 8
_MEDIUM = QFont.Weight.Medium


@dataclass(frozen=True, slots=True)
class LineWords:
    """The texts of a line: `lead` before it, `under` a second line, `end` at the trailing side."""

    title: str
    lead: str = ""
    under: str = ""
    end: str = ""
    icon: str = ""
    tone: str = "muted"


class LineButton(QAbstractButton):
    """Painted, so that long text is elided; Enter and Space press it.

    `menu` returns what can be done with it: by right click, the menu key or Shift+F10.
    """

    def __init__(self, words: LineWords) -> None:
        super().__init__()
        self._words = words
        self.menu: Callable[[], Sequence[Command]] = tuple
        self.setAccessibleName(" · ".join(part for part in _parts(words) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if words.under:
            fix_height(self, 48)
        else:
            self.setFixedHeight(32)

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:  # the tooltip is computed only on hover
            cut = list_cut(lambda painter: self._draw(PaintedRow(painter, self._option())))
            self.setToolTip(tip("\n".join(cut)))
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint | None = None) -> None:
        """Open the menu at a place of the screen, by default in the line."""
        if commands := self.menu():
            open_menu(commands, self, place or self.mapToGlobal(self.rect().center()))

    def only_opening(self) -> list[Command]:
        """Return what pressing the line does, as its only command."""
        return [Command(lambda: _("Open"), "arrow-square-right", self.click)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.open_menu()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # Qt leaves it to the desktop whether Enter presses a button
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), colour("hover"))
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._draw(PaintedRow(painter, self._option()))
        painter.end()

    def _draw(self, row: PaintedRow) -> None:
        words, height = self._words, self.height()
        start, end = 0, self.width()
        if words.lead:
            row.draw_text(QRect(0, 0, scaled(56), height), words.lead, font(14, _MEDIUM), "text")
            start = scaled(56) + _GAP
        if words.under:
            # The end text is on the second line too: the words of a record have the whole line.
            self._draw_end(row, start, scaled(25), scaled(18), words.under)
            width = end - start
            row.draw_text(QRect(start, scaled(4), width, scaled(21)), words.title, font(14), "text")
        else:
            self._draw_end(row, start, 0, height, words.title)

    def _draw_end(self, row: PaintedRow, start: int, top: int, height: int, said: str) -> None:
        """Draw a line of text and its end text; both are smaller on the second line."""
        words, end = self._words, self.width()
        if words.end:
            face = font(12)
            width = QFontMetrics(face).horizontalAdvance(words.end) + 2
            needed = QFontMetrics(font(12 if top else 14)).horizontalAdvance(said)
            if end - start - width - _GAP < min(needed, (end - start) // 2):
                width = 0  # what names the line is worth more than its end, which a tip tells
            end -= width
            row.draw_text(QRect(end, top, width, height), words.end, face, words.tone)
        if words.icon and words.end:
            end -= _ICON + 6
            place = QRect(end, top + (height - _ICON) // 2, _ICON, _ICON)
            row.draw_icon(place, words.icon, words.tone)
        at = QRect(start, top, max(0, end - start - _GAP), height)
        row.draw_text(at, said, font(12 if top else 14), "muted" if top else "text")

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        option.rect = self.rect()
        option.direction = self.layoutDirection()
        option.state &= ~QStyle.StateFlag.State_Selected
        return option


class ActingLine(QWidget):
    """A line with a button that acts on it: `acted` for the button, `clicked` for the line.

    `others` returns what else its menu offers.
    """

    clicked = Signal()
    acted = Signal()

    def __init__(self, words: LineWords, action: Text, icon_name: str) -> None:
        super().__init__()
        self.line = LineButton(words)
        self.button = IconButton(action, icon_name)
        self.others: Callable[[], Sequence[Command]] = tuple
        layout = row_in(self, _GAP)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.line.menu = self._commands
        self.line.clicked.connect(self.clicked)
        self.button.clicked.connect(self.acted)
        on_keys(self.button, "Shift+F10", self.line.open_menu)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.line.open_menu(event.globalPos())  # beside the line: on its button

    def _commands(self) -> list[Command]:
        act = [] if self.button.isHidden() else [command_of(self.button)]
        return [*self.line.only_opening(), *act, *self.others()]


def _parts(words: LineWords) -> tuple[str, ...]:
    return (words.lead, words.title, words.under, words.end)
