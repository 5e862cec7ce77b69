"""Buttons keep their shortcut through a switch of language; a chip can be removed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
from ui import languages
from ui.widgets.buttons import Chip, IconButton, primary_button


def test_the_shortcut_survives_a_switch(qtbot: QtBot) -> None:
    button = primary_button(lambda: i18n.current().value, "plus", "Ctrl+N")
    qtbot.addWidget(button)
    button.show()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "fr" in button.text())
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_shortcut_acts_at_once_as_a_click_does(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = primary_button(lambda: "Save", "plus", "Ctrl+S")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    assert QTest.qWaitForWindowActive(button)
    QTest.keyClick(button, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert pressed


def test_a_chip_asks_to_be_removed(qtbot: QtBot) -> None:
    chip = Chip("Annakhil", lambda: "Remove Annakhil", count="4")
    qtbot.addWidget(chip)
    cross = chip.findChild(IconButton)
    assert cross is not None
    assert cross.accessibleName() == "Remove Annakhil"
    with qtbot.waitSignal(chip.removed):
        cross.click()
