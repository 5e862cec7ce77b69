"""From the head of a session the keyboard leads to the first point, which loses no word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = active_page(context, qtbot)
    page.new_session()
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_from_the_head_the_first_topic_follows(page: MeetingsPage, key: Qt.Key) -> None:
    page.editor.head.women.setFocus()
    Keyboard(page).press(key)
    line = page.editor.body.table.line
    assert QApplication.focusWidget() is line
    assert (line.cell.row(), line.cell.column()) == (0, PointColumn.TOPIC)


def test_words_that_are_no_kind_stay_and_are_refused(page: MeetingsPage) -> None:
    body, keyboard = page.editor.body, Keyboard(page)
    body.table.edit_cell(0, PointColumn.KIND)
    keyboard.type("انعدام الإنارة")
    keyboard.press(Qt.Key.Key_Return)
    assert body.table.line.cell.column() == PointColumn.KIND
    assert body.table.line.text() == "انعدام الإنارة"
    assert body.problem_line.isVisible()
