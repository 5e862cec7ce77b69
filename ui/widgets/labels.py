"""Labels: titles, notes, key caps."""

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.fonts import font
from ui.icons import paint_icon
from ui.style import tint
from ui.widgets.keys import key_words
from ui.widgets.tips import tip
from ui.widgets.translated import Retranslating, Text
from ui.widgets.wrapped import draw_words, whole_lines

_SEMIBOLD = QFont.Weight.DemiBold
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_LEFTWARD = Qt.LayoutDirection.RightToLeft
_MARKS = (" · ", "\u2066", "\u2067", "\u2068")  # between parts, and around them


class Label(Retranslating, QLabel):
    """Text in one size and one colour of the palette; `text` follows the language.

    Text composed by the program, such as names or an hour and a day, has the direction of the
    window, each part in its own; other text has its own direction.
    """

    def __init__(
        self,
        text: Text | None = None,
        *,
        pixels: int = 14,
        weight: QFont.Weight = QFont.Weight.Normal,
        tone: str = "text",
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # a name written as markup stays plain text
        self._text = text
        self._tone = tone
        self.setFont(font(pixels, weight))
        # On a button a label would inherit the button's text colour. It is tinted by this change.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self._align()
        self.retranslate()

    def set_tone(self, tone: str) -> None:
        """Set another colour of the palette."""
        self._tone = tone
        self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as Qt does, except composed text, whose direction Qt takes from its first letter,
        and what is wrapped from right to left, of which Qt cuts letters. Rich text is Qt's alone.
        """
        words, is_wrapped = self.text(), self.wordWrap()
        is_rich = self.textFormat() == Qt.TextFormat.RichText
        is_composed = _is_put_together(words)
        direction = self.layoutDirection() if is_composed else _direction(words)
        is_usual = not is_composed and not (is_wrapped and direction == _LEFTWARD)
        if is_rich or is_usual or self.textInteractionFlags() & _SELECTABLE:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room, alignment = self.contentsRect(), self.alignment()
        draw_words(painter, room, words, alignment, direction, is_wrapped=is_wrapped)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind == QEvent.Type.PaletteChange:
            self._tint()
        elif kind == QEvent.Type.LayoutDirectionChange:
            self._align()

    def retranslate(self) -> None:
        if self._text is not None:
            self.setText(self._text())

    def _align(self) -> None:
        """Align by the window's direction: a plain label would align by its text."""
        alignment = self.alignment()
        if not alignment & Qt.AlignmentFlag.AlignHCenter:
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
            vertical = alignment & Qt.AlignmentFlag.AlignVertical_Mask
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | vertical)

    def _tint(self) -> None:
        tint(self, QPalette.ColorRole.WindowText, self._tone)


class LineLabel(Label):
    """One line of whole words: those that have no room give way to an ellipsis, and to a tip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        words, room = self.text(), self.contentsRect()
        shown = words
        if self.sizeHint().width() > self.width():
            shown = "".join(whole_lines(words, self.fontMetrics(), room.width(), 1))
        self.setToolTip(tip("" if shown == words else words))
        is_composed = _is_put_together(words)
        direction = self.layoutDirection() if is_composed else _direction(words)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_words(painter, room, shown, self.alignment(), direction, is_wrapped=False)
        painter.end()


def page_title(text: Text | None = None) -> Label:
    """Return the title of a page, one per page."""
    return Label(text, pixels=24, weight=_SEMIBOLD)


def section_title(text: Text | None = None) -> Label:
    """Return the title of a card, a section or details."""
    return Label(text, pixels=18, weight=_SEMIBOLD)


def small_title(text: Text | None = None) -> Label:
    """Return the title of a small section."""
    return Label(text, weight=_SEMIBOLD)


def note(text: Text | None = None, tone: str = "muted") -> Label:
    """Return a label for a field’s name, help, or metadata; it wraps."""
    label = Label(text, pixels=12, tone=tone)
    label.setWordWrap(True)
    return label


class KeyCap(Retranslating, QLabel):
    """The key shown beside a button; left-to-right in both languages."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kbd", True)
        self.setFont(font(12))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(key_words(self._keys))


class IconLabel(QWidget):
    """An icon; painted each time, so that it follows palette, direction and screen."""

    def __init__(self, name: str = "", tone: str = "muted", size: int = 16) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, self.rect(), self._name, self._tone)
            painter.end()


def _direction(words: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one, as Qt judges."""
    classes = map(unicodedata.bidirectional, words)
    first = next((each for each in classes if each in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else _LEFTWARD


def _is_put_together(words: str) -> bool:
    """Return whether text has several isolated parts, or no letter that determines a direction."""
    has_letters = any(map(str.isalpha, words))
    return any(mark in words for mark in _MARKS) or bool(words and not has_letters)
