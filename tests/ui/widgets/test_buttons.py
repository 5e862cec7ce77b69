"""Buttons keep their shortcut through a switch of language; a chip can be removed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
from ui import languages
from ui.widgets.buttons import Button, Chip, FlatButton, IconButton, primary_button
from ui.widgets.translated import Text


def test_the_shortcut_survives_a_switch(qtbot: QtBot) -> None:
    button = primary_button(lambda: i18n.current().value, "plus", "Ctrl+N")
    qtbot.addWidget(button)
    button.show()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "fr" in button.text())
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_no_button_stays_lit_when_the_language_moves_it_away(qtbot: QtBot) -> None:
    button = FlatButton(lambda: i18n.current().value, "plus")
    qtbot.addWidget(button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "fr" in button.text())
    assert not button.underMouse()


def test_a_shortcut_acts_at_once_as_a_click_does(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = primary_button(lambda: "Save", "plus", "Ctrl+S")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    assert QTest.qWaitForWindowActive(button)
    QTest.keyClick(button, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert pressed


@pytest.mark.parametrize("kind", [Button, FlatButton, IconButton])
def test_enter_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, kind: Callable[[Text, str], QAbstractButton]
) -> None:
    button = kind(lambda: "New request", "plus")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_chip_asks_to_be_removed(qtbot: QtBot) -> None:
    chip = Chip("Annakhil", lambda: "Remove Annakhil", "briefcase")
    qtbot.addWidget(chip)
    cross = chip.findChild(IconButton)
    assert cross is not None
    assert cross.accessibleName() == "Remove Annakhil"
    with qtbot.waitSignal(chip.removed):
        cross.click()
