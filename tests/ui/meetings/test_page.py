"""The list of meetings, and what can be done with one of them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.conftest import Heard
from tests.ui.meetings.keyboard import Keyboard
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.status_line import StatusLine

Key = Qt.Key


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def write_planned(context: AppContext, page: MeetingsPage) -> None:
    makers.write_meeting(
        context.office.database, status="planned", points=(), commitments=(), referrals=()
    )
    page.refresh()


def labels(page: MeetingsPage) -> list[QLabel]:
    return [label for label in page.details.findChildren(QLabel) if label.isVisible()]


def status(page: MeetingsPage) -> str:
    assert page.table.row is not None
    return page.table.row.status


def test_an_empty_list_says_what_to_do(page: MeetingsPage) -> None:
    empty = page.table.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    assert "Ctrl+N" in empty.advice.text()


def test_postponing_asks_its_reason_in_place_and_can_be_undone(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    write_planned(context, page)
    page.details.ask_status("postponed")
    page.details.reason.returnPressed.emit()
    assert status(page) == "planned"
    assert not page.failure.isHidden()
    page.details.reason.setText("سوء الأحوال الجوية")
    page.details.reason.returnPressed.emit()
    assert status(page) == "postponed"
    assert page.details.details is not None
    assert page.details.details.status_reason == "سوء الأحوال الجوية"
    status_line.undo()
    assert status(page) == "planned"


def test_a_meeting_deleted_comes_back_with_undo(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    write_planned(context, page)
    page.details.delete_asked.emit()
    assert page.table.model.rowCount() == 0
    status_line.undo()
    assert page.table.model.rowCount() == 1


def test_a_planned_meeting_that_was_held_gets_its_number(
    page: MeetingsPage, context: AppContext
) -> None:
    write_planned(context, page)
    page.details.status_asked.emit(("held", ""))
    assert status(page) == "held"
    assert page.table.row is not None
    assert page.table.row.number == "01/2026"


def test_the_filters_narrow_by_status_and_their_clearing_widens(
    page: MeetingsPage, context: AppContext
) -> None:
    write_planned(context, page)
    makers.write_meeting(context.office.database, held_on=date(2026, 9, 1))
    page.refresh()
    page.filters.status.set_value("planned")
    page.filters.changed.emit()
    assert page.table.model.rowCount() == 1
    page.filters.clear.click()
    assert page.table.model.rowCount() == 2


def test_the_history_says_what_was_done_in_its_order(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    write_planned(context, page)
    page.details.status_asked.emit(("held", ""))
    qtbot.wait(50)  # until what was just shown is laid out
    before = len(labels(page))
    page.details.history_asked.emit()
    qtbot.waitUntil(lambda: len(labels(page)) == before + 3)  # its title and two changes


def test_the_summary_of_a_meeting_opens_its_page(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_meeting(context.office.database)
    page.refresh()
    page.details.summary_asked.emit()
    assert heard.pages == [("summaries", uid)]


def test_postponing_and_planning_again_by_the_keyboard(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    write_planned(context, page)
    qtbot.waitActive(page)
    page.table.view.setFocus()
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_F8)
    keyboard.type("سوء الأحوال الجوية")
    keyboard.press(Key.Key_Return)
    assert status(page) == "postponed"
    keyboard.press(Key.Key_F7)
    assert status(page) == "planned"
    keyboard.press(Key.Key_F9)
    keyboard.press(Key.Key_Escape)
    assert status(page) == "planned"
    assert not page.details.reason.isVisible()
    keyboard.press(Key.Key_F9)
    keyboard.type("اعتذار الشريك")
    keyboard.press(Key.Key_Return)
    assert status(page) == "cancelled"


def test_a_meeting_that_was_held_is_neither_postponed_nor_cancelled(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    makers.write_meeting(context.office.database)
    page.refresh()
    qtbot.waitActive(page)
    page.table.view.setFocus()
    Keyboard(page).press(Key.Key_F8)
    assert not page.details.reason.isVisible()


def test_a_meeting_asked_for_is_found_far_down_and_under_filters(
    page: MeetingsPage, context: AppContext
) -> None:
    wanted = makers.write_meeting(context.office.database, held_on=date(2026, 1, 5))
    for day in range(1, 9):
        makers.write_meeting(context.office.database, held_on=date(2026, 9, day))
    page.refresh()
    page.show_record(wanted)
    assert page.table.row is not None
    assert page.table.row.uid == wanted
    page.filters.status.set_value("planned")
    page.filters.changed.emit()
    assert page.table.model.rowCount() == 0
    page.show_record(wanted)
    assert page.table.row is not None
    assert page.table.row.uid == wanted
    assert page.details.details is not None
    assert page.details.details.row.uid == wanted


def test_the_keys_of_the_page_are_listed(page: MeetingsPage) -> None:
    keys = {shortcut.keys for shortcut in page.shortcuts()}
    assert {"Ctrl+N", "F8", "F9", "Ctrl+Enter"} <= keys
