"""A page that has the keyboard, and a keyboard that counts the keys beyond the text itself."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.context import AppContext
from ui.meetings.page import MeetingsPage

_NONE = Qt.KeyboardModifier.NoModifier


def active_page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    """Return the page of meetings in an active window."""
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 696)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


class Keyboard:
    """Types into the focused widget; `pressed` counts the keys that are not text."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def type(self, text: str) -> None:
        # QTest aborts on an Arabic letter.
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._target(), QKeyEvent(kind, 0, _NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        for _time in range(times):
            self.pressed += 1
            QTest.keyClick(self._target(), key, modifiers)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window
