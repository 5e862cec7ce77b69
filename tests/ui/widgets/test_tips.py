"""A name that is written as markup is shown as it is written."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from ui.widgets.labels import KeyCap, Label, note
from ui.widgets.tips import tip

NAMES = [
    "<u>جمعية</u>",
    '<img src="file:///dev/zero">',
    "<b>A</b>\nB & C",
    "</qt><img src='file:///etc/passwd'>",
    "<!DOCTYPE html><a href='x'>ودادية</a>",
]


def shown(words: str) -> str:
    """Return what Qt shows for a tooltip of this text."""
    if not Qt.mightBeRichText(words):
        return words
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()


@pytest.mark.parametrize("name", [*NAMES, "ودادية الياسمين", "a < b", ""])
def test_a_tooltip_shows_what_was_written(name: str, qtbot: QtBot) -> None:
    assert shown(tip(name)) == name


@pytest.mark.parametrize("name", NAMES)
def test_a_label_takes_the_room_of_what_was_written(name: str, qtbot: QtBot) -> None:
    line = name.replace("\n", " ")
    for label in (Label(), note(), KeyCap("")):
        qtbot.addWidget(label)
        label.setWordWrap(False)
        label.setText(line)
        assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(line)
