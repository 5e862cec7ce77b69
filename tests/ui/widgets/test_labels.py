"""Labels show every letter of wrapped text, whatever its direction and the window's."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.inked import ends_of_lines
from ui.widgets.labels import Label, LineLabel

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
@pytest.mark.parametrize("word", ["خوف", "peur", "خوف · خوف"])
def test_each_wrapped_line_has_the_edges_of_the_last(
    qtbot: QtBot, word: str, direction: Qt.LayoutDirection
) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.setWordWrap(True)
    label.setText(" ".join([word] * 3))
    label.setContentsMargins(8, 0, 8, 0)
    advance = label.fontMetrics().horizontalAdvance
    label.resize(advance(word) + 20, 200)
    lines = ends_of_lines(label.grab())
    assert len(lines) == 3
    assert len(set(lines)) == 1


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
def test_the_marks_of_rich_text_are_never_read(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.setWordWrap(True)
    label.resize(400, 60)
    label.setText("خوف خوف")
    plain = ends_of_lines(label.grab())
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("خوف <bdi>خوف</bdi>")
    assert ends_of_lines(label.grab()) == plain


def test_a_line_that_has_just_the_room_it_asks_for_is_whole(qtbot: QtBot) -> None:
    label = LineLabel(pixels=12)
    qtbot.addWidget(label)
    for words in (
        "تم تغيير موعد اللقاء على الساعة \u206610:30\u2069.",
        "Annulé : déplacée au 02/03.",
    ):
        label.setText(words)
        label.resize(label.sizeHint())
        label.grab()
        assert not label.toolTip()
        label.resize(label.width() - 2, label.height())
        label.grab()
        assert label.toolTip() == words
