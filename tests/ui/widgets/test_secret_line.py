"""A secret is visible only while the eye is on, and the keyboard state is shown."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from ui.widgets.secret_line import SecretLine

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def test_the_eye_shows_it_until_the_screen_is_left(qtbot: QtBot) -> None:
    line = SecretLine()
    qtbot.addWidget(line)
    line.show()
    line.insert("secret")
    assert line.displayText() != "secret"
    line.eye.trigger()
    assert line.displayText() == "secret"
    line.hide()
    assert line.displayText() != "secret"


def test_caps_lock_is_said(qtbot: QtBot) -> None:
    line = SecretLine()
    qtbot.addWidget(line)

    def is_said_after(letter: str, modifiers: Qt.KeyboardModifier) -> bool:
        QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, letter))
        return _("Caps Lock is on") in line.keyboard.text()

    assert not is_said_after("A", SHIFT)
    assert is_said_after("A", NONE)
    assert is_said_after("ع", NONE)  # a letter without case gives no information
    assert not is_said_after("a", NONE)


def test_the_keyboard_is_called_by_the_letters_that_it_types(qtbot: QtBot) -> None:
    """If the system does not report the layout, as on X11, a letter does."""
    line = SecretLine()
    qtbot.addWidget(line)

    def said_after(letter: str) -> str:
        QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
        return line.keyboard.text()

    QApplication.processEvents()
    assert not line.keyboard.text()  # nobody told it yet
    assert "العربية" in said_after("ع")
    assert "العربية" in said_after("7")  # a digit gives no information
    assert _("Latin letters") in said_after("a")
