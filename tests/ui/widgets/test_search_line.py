"""A search starts when a person pauses, not at each letter."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.search_line import SearchLine


def test_one_search_for_one_word(qtbot: QtBot) -> None:
    asked: list[str] = []
    line = SearchLine()
    qtbot.addWidget(line)
    line.asked.connect(asked.append)
    QTest.keyClicks(line, "souk")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["souk"]


def test_it_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    line = SearchLine(lambda: "Filter by name")
    qtbot.addWidget(line)
    assert line.accessibleName() == "Filter by name"
