"""A meeting is planned beside the week: form and week stay in sync."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.queries.details import get_meeting_details
from outreach_app.queries.meetings import list_meetings
from tests import makers
from tests.ui.conftest import Heard
from tests.ui.meetings.keyboard import Keyboard
from ui.agenda.page import AgendaPage
from ui.agenda.week_places import PROPOSED
from ui.context import AppContext
from ui.requests import PlanMeeting

Key, Modifier = Qt.Key, Qt.KeyboardModifier
DAY = date(2026, 12, 2)  # a Wednesday


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> AgendaPage:
    makers.write_partner(context.office.database)
    page = AgendaPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.activateWindow()
    return page


def field(page: AgendaPage, name: str) -> QLineEdit:
    editor = page.schedule.form.field(name).editor
    assert isinstance(editor, QLineEdit)
    return editor


def type_in(page: AgendaPage, name: str, words: str) -> None:
    line = field(page, name)
    line.setFocus()
    line.selectAll()
    Keyboard(page).type(words)
    QTest.keyClick(line, Key.Key_Tab)


def test_partners_a_day_and_an_hour_plan_a_meeting_by_keyboard(
    page: AgendaPage, context: AppContext, heard: Heard
) -> None:
    page.take(PlanMeeting(DAY))
    keyboard = Keyboard(page)
    keyboard.type("النخ")
    keyboard.press(Key.Key_Return)
    type_in(page, "subject", "أمن صيدليات الحراسة")
    type_in(page, "held_on", "10/12/2026")
    type_in(page, "starts_at", "1030")
    assert page.model.first <= date(2026, 12, 10) <= page.model.last  # its week is shown
    block = page.week._shown.proposed
    assert block is not None
    assert (block.day, block.start) == (date(2026, 12, 10), 10 * 60 + 30)
    QTest.keyClick(field(page, "subject"), Key.Key_Return, Modifier.ControlModifier)
    assert not page.schedule.isVisible()
    assert page.week._shown.proposed is None
    assert page.week.hasFocus()
    (row,) = context.read(list_meetings)
    assert (row.status, row.held_on, row.starts_at) == ("planned", date(2026, 12, 10), time(10, 30))
    assert (row.subject.ar, row.subject.fr) == ("أمن صيدليات الحراسة", None)
    details = context.read(lambda session: get_meeting_details(session, row.uid, DAY))
    assert len(details.partners) == 1


def test_a_click_on_an_hour_and_a_drag_of_the_ghost_are_taken_by_the_form(
    page: AgendaPage,
) -> None:
    page.take(PlanMeeting(DAY, starts_at=time(9)))
    shape = page.week._shape()
    left = Qt.MouseButton.LeftButton
    thursday = shape.column(date(2026, 12, 3), top=0, height=1).center().x()
    QTest.mouseClick(page.week, left, pos=QPoint(thursday, shape.y_of(15 * 60) + 2))
    typed = page.schedule.typed()
    assert (typed.held_on, typed.starts_at) == (date(2026, 12, 3), time(15))
    ghost = page.week._shown.proposed
    assert ghost is not None
    assert ghost.row.uid == PROPOSED
    start = shape.rect_of(ghost).center()
    half_an_hour = QPoint(0, shape.y_of(30) - shape.y_of(0))
    QTest.mousePress(page.week, left, pos=start)
    QTest.mouseMove(page.week, start + half_an_hour / 2)
    QTest.mouseMove(page.week, start + half_an_hour)
    QTest.mouseRelease(page.week, left, pos=start + half_an_hour)
    typed = page.schedule.typed()
    assert (typed.starts_at, typed.ends_at) == (time(15, 30), time(16, 30))


def test_hours_that_are_drawn_in_the_week_are_planned(page: AgendaPage) -> None:
    page.bar.kinds.setCurrentIndex(1)
    page.show_day(DAY)
    shape, left = page.week._shape(), Qt.MouseButton.LeftButton
    column = shape.column(DAY, top=0, height=1).center().x()
    start, end = (QPoint(column, shape.y_of(hour * 60) + 2) for hour in (15, 17))
    QTest.mousePress(page.week, left, pos=start)
    QTest.mouseMove(page.week, (start + end) / 2)
    QTest.mouseMove(page.week, end)
    QTest.mouseRelease(page.week, left, pos=end)
    assert page.schedule.isVisible()
    typed = page.schedule.typed()
    assert (typed.held_on, typed.starts_at, typed.ends_at) == (DAY, time(15), time(17))


def test_a_meeting_without_partner_or_subject_is_not_planned_and_kept_as_typed(
    page: AgendaPage, context: AppContext
) -> None:
    page.take(PlanMeeting(DAY, starts_at=time(9)))
    QTest.keyClick(field(page, "held_on"), Key.Key_Return, Modifier.ControlModifier)
    assert page.schedule.form.field("subject").problem
    assert not context.read(list_meetings)
    type_in(page, "place", "قاعة الاجتماعات")
    page.schedule.form.field("partners").focus()
    Keyboard(page).type("كريم")
    QTest.keyClick(field(page, "place"), Key.Key_Escape)
    assert not page.schedule.isVisible()
    page.take(PlanMeeting(DAY))
    (left,) = page.schedule.left_drafts.rows
    assert left.draft.place == "قاعة الاجتماعات"
    assert not page.schedule._invited.line.text()
