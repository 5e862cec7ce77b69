"""A keyboard that counts: what a person presses beyond the text itself."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Types into whatever has the focus; `pressed` counts the keys that are not text."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def type(self, text: str) -> None:
        # QTest itself ends the program at an Arabic letter.
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._target(), QKeyEvent(kind, 0, _NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        for _time in range(times):
            self.pressed += 1
            QTest.keyClick(self._target(), key, modifiers)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window
