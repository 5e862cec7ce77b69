"""The dates in a session: of the next meeting, and of commitments."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.models import Meeting
from outreach_app.rules.dates import parse_date
from tests import makers
from tests.ui.meetings.keyboard import Keyboard, active_page
from tests.ui.recorded import type_words
from ui.context import AppContext
from ui.forms.calendar_popup import CalendarPopup
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    return active_page(context, qtbot)


def test_the_next_meeting_is_planned_where_and_how_it_was_agreed(
    page: MeetingsPage, context: AppContext
) -> None:
    page.new_session()
    type_words(page.editor.head.subject, "تنظيم السوق")
    foot = page.editor.foot
    foot.next_on.setFocus()
    keyboard = Keyboard(page)
    keyboard.type("17122026")
    assert "الخميس" in foot.next_day.text()
    keyboard.press(Key.Key_Tab)
    keyboard.type("1030")
    foot.next_channel.set_value("ch.partner_place")
    foot.next_place.setFocus()
    keyboard.type("مقر الجمعية")
    keyboard.press(Key.Key_S, CONTROL)
    assert page.editor.failure.isHidden(), page.editor.failure.words
    with context.office.database.read() as session:
        planned = session.query(Meeting).filter_by(status="planned").one()
        assert planned.held_on == date(2026, 12, 17)
        assert planned.channel == "ch.partner_place"
        assert planned.place_ar == "مقر الجمعية"


def test_a_day_that_has_a_meeting_already_says_so(page: MeetingsPage, context: AppContext) -> None:
    makers.write_meeting(
        context.office.database,
        held_on=date(2026, 12, 17),
        status="planned",
        points=(),
        commitments=(),
        referrals=(),
    )
    page.new_session()
    page.editor.foot.next_on.setFocus()
    Keyboard(page).type("17122026")
    assert "1" in page.editor.foot.next_day.text()


def test_the_day_of_a_promise_is_chosen_in_a_calendar(page: MeetingsPage) -> None:
    page.new_session()
    points = page.editor.body.points
    points.insert_words(0, ["غياب الدوريات"])
    page.editor.body.table.edit_cell(0, PointColumn.REACTION)
    keyboard = Keyboard(page)
    keyboard.type("التز")
    keyboard.press(Key.Key_Return, times=2)
    keyboard.type("10122026")
    keyboard.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    month = popup.calendar.findChild(QTableView)
    assert isinstance(month, QTableView)
    QTest.keyClick(month, Key.Key_Down)
    QTest.keyClick(month, Key.Key_Return)
    page.editor.body.table.line.setFocus()
    keyboard.press(Key.Key_Return, times=2)
    assert [row.due_on for row in points.lines[0].commitments] == [date(2026, 12, 17)]


def test_the_day_of_a_promise_is_typed_as_it_is_said(page: MeetingsPage) -> None:
    page.new_session()
    points = page.editor.body.points
    points.insert_words(0, ["غياب الدوريات"])
    page.editor.body.table.edit_cell(0, PointColumn.REACTION)
    keyboard = Keyboard(page)
    keyboard.type("التز")
    keyboard.press(Key.Key_Return, times=2)
    keyboard.type("+15")
    keyboard.press(Key.Key_Return, times=2)
    today = clock.today()
    assert points.lines[0].commitments[0].due_on == today + timedelta(days=15)


def test_of_a_session_that_was_held_the_last_such_day_is_meant(page: MeetingsPage) -> None:
    page.new_session()
    today = clock.today()
    tomorrow = today + timedelta(days=1)
    page.editor.head.held_on.setText("")
    Keyboard(page).type(f"{tomorrow:%d/%m}")
    assert parse_date(page.editor.typed().held_on) == tomorrow.replace(year=tomorrow.year - 1)
