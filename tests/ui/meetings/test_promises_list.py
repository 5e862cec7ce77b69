"""Earlier commitments are closed from the editor, and stay visible."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.models import Commitment
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from tests import makers
from tests.ui.inked import ends_of_lines
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.widgets.status_line import StatusLine

Key = Qt.Key
KEY_CAP, STATE = 52, 36  # px: at the left of an Arabic row, and under its words


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    return active_page(context, qtbot)


def test_alt_and_a_number_closes_an_earlier_promise_and_it_can_be_opened_again(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    makers.write_meeting(database, attendances=((partner, True),))
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    promises = page.editor.body.promises
    assert [row.text for row in promises.rows] == ["تخصيص دورية راجلة"]
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [row.status for row in promises.rows] == ["cst.done"]
    status_line.undo()
    assert [row.status for row in promises.rows] == ["cst.overdue"]
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [row.status for row in promises.rows] == ["cst.overdue"]


def test_a_promise_is_kept_since_the_day_of_the_session(
    page: MeetingsPage, context: AppContext
) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    makers.write_meeting(database, attendances=((partner, True),))
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.held_on.setText("20/10/2026")
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    with database.read() as session:
        assert session.query(Commitment).one().status_on == date(2026, 10, 20)


def test_a_promise_closed_here_stays_in_sight_until_another_session_is_begun(
    page: MeetingsPage, context: AppContext
) -> None:
    database = context.office.database
    first = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    second = makers.write_partner(database, name_ar="نادي الحي", name_fr=None)
    makers.write_meeting(database, attendances=((first, True), (second, True)))
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    keyboard.type("نادي")
    keyboard.press(Key.Key_Return)
    promises = page.editor.body.promises
    assert [row.status for row in promises.rows] == ["cst.done"]
    page.new_session()
    assert not promises.rows


def test_a_promise_changed_elsewhere_is_told_and_shown_as_it_is(
    page: MeetingsPage, context: AppContext
) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    makers.write_meeting(database, attendances=((partner, True),))
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    row = page.editor.body.promises.rows[0]
    with database.write(Actor.CHIEF) as session:
        change_status(session, row.uid, row.version, CommitmentStatus.IN_PROGRESS)
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.editor.body.problem_line.text()
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [row.status for row in page.editor.body.promises.rows] == ["cst.done"]


def test_each_line_of_a_promise_begins_at_the_edge(page: MeetingsPage, context: AppContext) -> None:
    database = context.office.database
    partner = makers.write_partner(database, name_ar="جمعية الأفق", name_fr=None)
    promise = CommitmentDraft(" ".join(["خوف"] * 20), "ar", "office", due_on=date(2026, 10, 30))
    makers.write_meeting(database, attendances=((partner, True),), commitments=(promise,))
    keyboard = Keyboard(page)
    page.new_session()
    page.editor.head.attendance.setFocus()
    keyboard.type("الأفق")
    keyboard.press(Key.Key_Return)
    view = page.editor.body.promises.findChild(QListView)
    assert view
    row = view.visualRect(view.model().index(0, 0))
    words = row.adjusted(KEY_CAP, 0, 0, -STATE)
    edges = {right for _left, right in ends_of_lines(view.viewport().grab(words))}
    assert len(edges) == 1
