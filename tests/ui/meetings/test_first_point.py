"""From the head of a session the keyboard leads to the first point, which loses no word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests.ui.meetings.keyboard import Keyboard
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn
from ui.pages import PRECINCT_PAGES
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks


@pytest.fixture
def page(qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks) -> MeetingsPage:
    """Return the page of meetings in the window, whose Tab follows the layout."""
    entries = [entry for entry in PRECINCT_PAGES if entry.key == "meetings"]
    shell = Shell(office, settings, tasks, entries)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    assert isinstance(shell.page, MeetingsPage)
    shell.page.new_session()
    return shell.page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_from_the_head_the_first_topic_follows(page: MeetingsPage, key: Qt.Key) -> None:
    page.editor.head.women.setFocus()
    Keyboard(page).press(key)
    line = page.editor.body.table.line
    assert QApplication.focusWidget() is line
    assert (line.cell.row(), line.cell.column()) == (0, PointColumn.TOPIC)


def test_back_from_the_first_point_the_button_of_the_note_is_reached(page: MeetingsPage) -> None:
    body, keyboard = page.editor.body, Keyboard(page)
    body.table.edit_cell(0, PointColumn.KIND)
    for expected in (body.from_note, page.editor.head.women):
        keyboard.press(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is expected


def test_words_that_are_no_kind_stay_and_are_refused(page: MeetingsPage) -> None:
    body, keyboard = page.editor.body, Keyboard(page)
    body.table.edit_cell(0, PointColumn.KIND)
    keyboard.type("انعدام الإنارة")
    keyboard.press(Qt.Key.Key_Return)
    assert body.table.line.cell.column() == PointColumn.KIND
    assert body.table.line.text() == "انعدام الإنارة"
    assert body.table.line.guide.isVisible()
