"""Editors of one value."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.forms.editors import LineEditor

TITLE = "Mise au point relative à ce qui circule au sujet des abords de l’école"


def test_words_that_are_filled_in_show_their_beginning_and_typing_goes_on_behind(
    qtbot: QtBot,
) -> None:
    editor = LineEditor()
    qtbot.addWidget(editor)
    editor.setFixedWidth(120)
    editor.show()
    editor.set_value(TITLE)
    assert editor.cursorPosition() == 0
    editor.activateWindow()
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "s")
    assert editor.value() == f"{TITLE}s"
