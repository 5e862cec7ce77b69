"""The list of meetings, and the commands of one of them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries import portions
from outreach_app.queries.rumours import get_rumour
from tests import makers
from tests.ui.conftest import Heard
from tests.ui.meetings.keyboard import Keyboard
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.meetings.page import MeetingsPage
from ui.requests import OpenFollowed, ShowHandOut, ShowSummary
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_button import LineButton
from ui.widgets.status_line import StatusLine
from ui.words import status_words

Key = Qt.Key


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 700)  # with room for the details beside the list
    page.show()
    return page


def write_planned(context: AppContext, page: MeetingsPage) -> None:
    makers.write_meeting(
        context.office.database, status="planned", points=(), commitments=(), referrals=()
    )
    page.refresh()


def status(page: MeetingsPage) -> str:
    assert page.list.table.row is not None
    return page.list.table.row.status


def test_an_empty_list_says_what_to_do(page: MeetingsPage) -> None:
    empty = page.list.table.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    (log, plan) = (it for it in empty.findChildren(Button) if it.isVisible())
    assert (log.accessibleName(), plan.accessibleName()) == (_("New session"), _("Plan a meeting"))
    log.click()
    assert page.editor.isVisible()


def test_postponing_asks_its_reason_in_place_and_can_be_undone(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    write_planned(context, page)
    page.details.ask_status("postponed")
    page.details.reason.returnPressed.emit()
    assert status(page) == "planned"
    assert page.details.forms.reason.problem.text()
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
    assert page.list.table.model.rowCount() == 0
    status_line.undo()
    assert page.list.table.model.rowCount() == 1


def test_the_deletion_of_a_meeting_says_what_goes_with_it(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    makers.write_meeting(context.office.database, held_on=date(2026, 9, 1))
    page.refresh()
    row = page.list.table.row
    assert row is not None
    assert row.points
    page.details.delete_asked.emit()
    assert _("Points: {number}").format(number=isolate(str(row.points))) in status_line.message
    assert _("Commitments: {number}").format(number=isolate("1")) in status_line.message


def test_a_planned_meeting_that_was_held_gets_its_number(
    page: MeetingsPage, context: AppContext
) -> None:
    write_planned(context, page)
    page.details.status_asked.emit("held")
    assert status(page) == "held"
    assert page.list.table.row is not None
    assert page.list.table.row.number == "01/2026"


def test_the_filters_narrow_by_status_and_their_clearing_widens(
    page: MeetingsPage, context: AppContext
) -> None:
    write_planned(context, page)
    makers.write_meeting(context.office.database, held_on=date(2026, 9, 1))
    page.refresh()
    page.list.filters.status.set_value("planned")
    page.list.filters.changed.emit()
    assert page.list.table.model.rowCount() == 1
    page.list.filters.clear.click()
    assert page.list.table.model.rowCount() == 2


def test_the_history_tells_the_fields_and_the_points_that_changed(
    page: MeetingsPage, context: AppContext
) -> None:
    makers.write_meeting(context.office.database, status="planned")
    page.refresh()
    page.details.status_asked.emit("held")
    page.details.history_asked.emit()
    (dialog,) = page.findChildren(HistoryDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told[told.index(_("Status")) + 1 :][:2] == [
        status_words("planned"),
        status_words("held"),
    ]
    assert any(words.startswith(f"{_('Registration')} · {_('Commitment')}") for words in told)
    dialog.reject()


def test_what_a_meeting_opens_with_is_told_with_one_key(
    page: MeetingsPage, context: AppContext, status_line: StatusLine, qtbot: QtBot
) -> None:
    database = context.office.database
    rumour = makers.write_rumour(database)
    makers.rectify(database, rumour)
    makers.write_meeting(database, status="planned", held_on=date(2026, 10, 20))
    page.refresh()
    assert _("To announce at the opening") in [
        label.text() for label in page.details.findChildren(QLabel)
    ]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.table.view.setFocus()
    QTest.keyClick(page.list.table.view, Qt.Key.Key_F6)
    assert context.read(lambda store: get_rumour(store, rumour).back_on) == date(2026, 10, 20)
    assert not page.details.can_tell
    status_line.undo()
    assert page.details.can_tell


def test_the_summary_of_a_meeting_opens_its_page(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    uid = makers.write_meeting(context.office.database)
    page.refresh()
    page.details.summary_asked.emit()
    assert heard.requests == [ShowSummary(uid)]


def test_postponing_and_planning_again_by_the_keyboard(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    write_planned(context, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.table.view.setFocus()
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
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.table.view.setFocus()
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
    assert page.list.table.row is not None
    assert page.list.table.row.uid == wanted
    page.list.filters.status.set_value("planned")
    page.list.filters.changed.emit()
    assert page.list.table.model.rowCount() == 0
    page.show_record(wanted)
    assert page.list.table.row is not None
    assert page.list.table.row.uid == wanted
    assert page.details.details is not None
    assert page.details.details.row.uid == wanted


def test_the_keys_of_the_page_are_listed(page: MeetingsPage) -> None:
    keys = {shortcut.keys for shortcut in page.shortcuts()}
    assert {"Ctrl+N", "F8", "F9", "Ctrl+Enter"} <= keys


def test_what_was_promised_to_its_partners_stands_first_on_the_next_meeting(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="الأولى")
    other = makers.write_partner(database, name_ar="الثانية")
    makers.write_meeting(database, attendances=((partner, True),))
    makers.write_meeting(database, attendances=((other, True),))
    planned = makers.write_meeting(
        database,
        status="planned",
        held_on=date(2026, 12, 2),
        attendances=((partner, True),),
        points=(),
        commitments=(),
        referrals=(),
    )
    page.refresh()
    page.show_record(planned)
    QApplication.processEvents()  # which shows what is new
    promise, sheet = [line for line in page.details.findChildren(LineButton) if line.isVisible()]
    assert promise.accessibleName().startswith("تخصيص دورية راجلة")
    promise.click()
    sheet.click()
    opened, given = heard.requests
    assert isinstance(opened, OpenFollowed)
    assert given == ShowHandOut((partner,))


def test_a_meeting_is_moved_and_repeated_by_the_keyboard(
    page: MeetingsPage, context: AppContext, qtbot: QtBot, status_line: StatusLine
) -> None:
    write_planned(context, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.table.view.setFocus()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    keyboard = Keyboard(page)
    keyboard.press(Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    keyboard.type("02122026")
    keyboard.press(Key.Key_Return)
    assert page.list.table.row is not None
    assert page.list.table.row.held_on == date(2026, 12, 2)
    keyboard.press(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Key.Key_Tab)
    keyboard.type("2")
    keyboard.press(Key.Key_Return)
    assert page.list.table.model.rowCount() == 3
    status_line.undo()
    assert page.list.table.model.rowCount() == 1


def test_a_long_list_says_that_it_goes_on_and_still_shows_an_old_meeting(
    page: MeetingsPage, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "SHOWN", 2)
    old, *_others = (
        makers.write_meeting(context.office.database, held_on=date(2026, 10, day))
        for day in range(1, 8)
    )
    page.refresh()
    assert page.list.table.model.rowCount() == 3
    assert page.list.filters.count.text() == _("Meetings: more than {number}").format(number=2)
    page.show_record(old)
    assert page.list.table.row is not None
    assert page.list.table.row.uid == old
    assert page.list.filters.count.text() == _("Meetings: {number}").format(number=7)
