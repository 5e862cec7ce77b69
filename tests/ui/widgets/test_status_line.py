"""What was done is said, and undone once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.status_line import StatusLine


def test_undo_happens_once(qtbot: QtBot) -> None:
    undone: list[str] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.say("Deleted", lambda: undone.append("undone"))
    assert line.message == "Deleted"
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line.undo()
    assert undone == ["undone"]


def test_without_undo_the_keys_are_left_to_the_field(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Saved", lambda: None)
    assert line.undo_action.isEnabled()
    line.say("Saved")
    assert not line.undo_action.isEnabled()
