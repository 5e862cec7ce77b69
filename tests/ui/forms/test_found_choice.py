"""Enter takes the entry whose name begins with what is typed, before one that holds it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.vocabulary import entry
from ui import languages
from ui.forms.found_choice import TopicEditor
from ui.widgets.keys import on_keys


@pytest.fixture
def topic(qtbot: QtBot) -> TopicEditor:
    languages.switch(Language.FRENCH)
    topic = TopicEditor()
    qtbot.addWidget(topic)
    topic.show()
    topic.activateWindow()
    qtbot.waitUntil(topic.isActiveWindow)
    return topic


@pytest.mark.parametrize(
    ("typed", "label"),
    [("acc", "accueil et orientation"), ("accueil et", "accueil et orientation")],
)
def test_the_beginning_of_a_label_comes_before_the_beginning_of_a_word(
    topic: TopicEditor, typed: str, label: str
) -> None:
    line = topic.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, typed)
    offered = topic._finder.completionModel()
    assert str(offered.index(0, 0).data()).casefold() == label
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert entry(str(topic.value())).fr.casefold() == label


def test_a_click_on_an_offered_line_chooses_that_line(topic: TopicEditor, qtbot: QtBot) -> None:
    line = topic.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "acc")
    offered = topic._finder.list
    qtbot.waitUntil(offered.isVisible)
    second = offered.model().index(1, 0)
    place = offered.visualRect(second).center()
    label = str(second.data())
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert topic.currentText() == label
    assert entry(str(topic.value())).fr.casefold() == label.casefold()


def test_the_offered_lines_are_whole_and_escape_closes_them_alone(
    topic: TopicEditor, qtbot: QtBot
) -> None:
    left: list[bool] = []
    on_keys(topic, "Esc", lambda: left.append(True))
    topic.setFixedWidth(160)
    line = topic.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "acc")
    offered = topic._finder.list
    qtbot.waitUntil(offered.isVisible)
    assert offered.viewport().width() >= offered.sizeHintForColumn(0)
    QTest.keyClick(offered, Qt.Key.Key_Escape)
    assert not offered.isVisible()
    assert not left
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left
