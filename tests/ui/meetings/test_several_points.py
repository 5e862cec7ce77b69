"""Several points at once: one topic for all of them, and their removal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.services.points import PointDraft
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.drafts.session_sheet import PointLine
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn
from ui.widgets.status_line import StatusLine

Key = Qt.Key
LINES = [PointLine(PointDraft("concern", "", f"مصباح {number}", "ar")) for number in range(3)]


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = active_page(context, qtbot)
    page.new_session()
    return page


def choose_all(body: BodyBand, keyboard: Keyboard) -> None:
    body.points.show_lines(LINES)
    body.table.setFocus()
    body.table.setCurrentIndex(body.points.index(0, PointColumn.TOPIC))
    keyboard.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)


def test_the_topic_of_several_points_is_typed_once(body: BodyBand, keyboard: Keyboard) -> None:
    choose_all(body, keyboard)
    keyboard.press(Key.Key_Return)
    keyboard.type("الإنارة العمومية")
    keyboard.press(Key.Key_Return)
    assert [line.point.topic for line in body.points.lines] == ["tp.6.1"] * 3
    assert [line.point.text for line in body.points.lines] == ["مصباح 0", "مصباح 1", "مصباح 2"]
    keyboard.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # for the others at once
    assert [line.point.topic for line in body.points.lines] == ["tp.6.1", "", ""]


def test_delete_removes_the_chosen_points_with_one_undo(
    body: BodyBand, keyboard: Keyboard, status_line: StatusLine
) -> None:
    choose_all(body, keyboard)
    keyboard.press(Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    keyboard.press(Key.Key_Delete)
    assert body.points.lines == (LINES[2],)
    said = status_line.message
    status_line.undo()
    assert body.points.lines == tuple(LINES)
    chosen = body.table.selectionModel().selectedRows()
    assert sorted(index.row() for index in chosen) == [0, 1]
    assert status_line.message == _("Undone: “{act}”.").format(act=said.rstrip("."))


def test_a_right_click_opens_what_can_be_done_to_a_point(
    body: BodyBand, keyboard: Keyboard
) -> None:
    choose_all(body, keyboard)
    place = body.table.visualRect(body.points.index(1, PointColumn.WORDS)).center()
    body.table.customContextMenuRequested.emit(place)
    (menu,) = body.table.findChildren(QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert _("Choose the topic") in words[0]
    menu.actions()[0].trigger()
    assert body.table.line.isVisible()
    QTest.keyClick(body.table.line, Key.Key_Escape)
