"""Buttons: the primary one, plain ones, flat ones, chips."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from ui.fonts import fix_height, font
from ui.icons import icon
from ui.style import dress, tint
from ui.widgets.labels import IconLabel, Label
from ui.widgets.tips import tip
from ui.widgets.translated import Retranslating, Text

_BY_MOUSE = Qt.FocusReason.MouseFocusReason
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button with Enter, which Qt does in dialogs only; return whether it was Enter."""
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class Button(Retranslating, QPushButton):
    """A push button whose text follows the language; a click leaves no focus ring."""

    def __init__(
        self, text: Text, icon_name: str = "", shortcut: str = "", *, is_primary: bool = False
    ) -> None:
        super().__init__()
        self._text = text
        self.icon_name = icon_name
        self._keys = QKeySequence(shortcut)
        self._has_ring = False
        self.is_offered = True
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(32)
        self.set_primary(is_primary)
        self.retranslate()

    def offer(self, *, is_allowed: bool) -> None:
        """Hide the button permanently if the account may not press it."""
        self.is_offered = is_allowed
        if not is_allowed:
            self.setVisible(False)
            self.setEnabled(False)  # its keys too

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and self.is_offered)

    def setEnabled(self, enabled: bool) -> None:
        super().setEnabled(enabled and self.is_offered)

    def set_primary(self, is_primary: bool) -> None:
        """Make it the primary action of its page, or a secondary one."""
        if self.icon_name:
            self.setIcon(icon(self.icon_name, "atext" if is_primary else "text"))
        if self.property("primary") != is_primary:
            self.setProperty("primary", is_primary)
            dress(self)
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        # Qt would show the button pressed for 100 ms before acting.
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_ring = event.reason() != _BY_MOUSE
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_ring = True
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not self._has_ring:
            option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        # Fusion leaves 4 px at each side of the text; the design requires 12.
        return hint if self.property("primary") else QSize(hint.width() + 16, 32)

    def retranslate(self) -> None:
        # Setting the text clears the shortcut, so it is set again.
        self.setText(f" {self._text()}" if not self.icon().isNull() else self._text())
        self.setAccessibleName(self._text())
        self.setShortcut(self._keys)


def primary_button(text: Text, icon_name: str = "", shortcut: str = "") -> Button:
    """Return the primary button of a page."""
    return Button(text, icon_name, shortcut, is_primary=True)


class FlatButton(Retranslating, QToolButton):
    """A button without a frame, with text; underlined if it has no icon."""

    def __init__(self, text: Text, icon_name: str = "", tone: str = "text") -> None:
        super().__init__()
        self._text = text
        self.icon_name = icon_name
        self.is_offered = True
        self.setAutoRaise(True)
        if icon_name:
            self.setIcon(icon(icon_name, tone))
            self.setIconSize(QSize(16, 16))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.retranslate()

    def offer(self, *, is_allowed: bool) -> None:
        """Hide the button permanently if the account may not press it."""
        self.is_offered = is_allowed
        if not is_allowed:
            self.setVisible(False)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and self.is_offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        # A switch of language moves it away from under the mouse, of which Qt tells nothing.
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        # A tool button leaves no space between its icon and its text.
        self.setText(f" {self._text()}" if not self.icon().isNull() else self._text())
        self.setAccessibleName(self._text())


class IconButton(Retranslating, QToolButton):
    """A button with only an icon; its text is its tooltip and its name for screen readers."""

    def __init__(self, text: Text, icon_name: str) -> None:
        super().__init__()
        self._text = text
        self.icon_name = icon_name
        self.setAutoRaise(True)
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(16, 16))
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setToolTip(tip(self._text()))
        self.setAccessibleName(self._text())


ActButton = Button | FlatButton | IconButton


class RailButton(Retranslating, QToolButton):
    """A button at the foot of the rail: icon and text aligned with the pages, and its key."""

    def __init__(self, text: Text, icon_name: str, key: str = "") -> None:
        super().__init__()
        self._words = Label(text)
        self._key = Label(lambda: key, pixels=12, tone="muted")
        self._text = text
        self.setAutoRaise(True)
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build(icon_name, key)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self._text())
        self.setToolTip(tip(self._text()))

    def set_narrow(self, is_narrow: bool) -> None:
        """Show only the icon, or also its text and key."""
        self._words.setVisible(not is_narrow)
        self._key.setVisible(not is_narrow and bool(self._key.text()))

    def _build(self, icon_name: str, key: str) -> None:
        # Qt centres the icon and the text of a tool button; these are in columns.
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(icon_name, size=20))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._key)
        if not key:
            self._key.hide()


class Chip(QWidget):
    """A chosen item, on a tinted background, with a cross that emits `removed`."""

    removed = Signal()

    def __init__(self, words: str, remove: Text, icon_name: str) -> None:
        super().__init__()
        fix_height(self, 24)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self._build(words, remove, icon_name)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _build(self, words: str, remove: Text, icon_name: str) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 2, 0)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(icon_name))
        label = Label()
        label.setText(words)
        layout.addWidget(label)
        cross = IconButton(remove, "x")
        cross.setFont(font(12))
        cross.setFixedSize(20, 20)
        cross.clicked.connect(self.removed)
        layout.addWidget(cross)

    def _tint(self) -> None:
        tint(self, self.backgroundRole(), "hover")
