"""The list of meetings, and what can be done with one of them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.status_line import StatusLine


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
    page.details.ask_reason("postponed")
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
    page: MeetingsPage, context: AppContext
) -> None:
    write_planned(context, page)
    page.details.status_asked.emit(("held", ""))
    before = len(page.details.findChildren(QLabel))
    page.details.history_asked.emit()
    assert len(page.details.findChildren(QLabel)) == before + 3  # its title and two changes


def test_the_summary_of_a_meeting_opens_its_page(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_meeting(context.office.database)
    page.refresh()
    page.details.summary_asked.emit()
    assert heard.pages == [("summaries", uid)]
