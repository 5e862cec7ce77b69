"""A month: a planned meeting is moved to another day by mouse and keys, with Undo."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests import makers
from tests.ui.agenda.double_click import double_click
from tests.ui.conftest import Heard
from ui import languages
from ui.agenda.day_delegate import lay_out_lines
from ui.agenda.grid_model import CELL_ROLE
from ui.agenda.page import AgendaPage
from ui.context import AppContext
from ui.requests import OpenMeeting

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
DAY, NEXT = date(2026, 12, 2), date(2026, 12, 3)
NOTHING_SAID: dict[str, tuple[()]] = {"points": (), "commitments": (), "referrals": ()}


@pytest.fixture(params=list(Language))
def page(context: AppContext, qtbot: QtBot, request: pytest.FixtureRequest) -> AgendaPage:
    languages.switch(request.param)
    write(context, status="planned", starts_at=time(10))
    page = AgendaPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.show_day(DAY)
    return page


def write(context: AppContext, **changes: object) -> None:
    makers.write_meeting(context.office.database, held_on=DAY, **NOTHING_SAID, **changes)


def days(page: AgendaPage) -> list[date]:
    return [row.held_on for day in page._days.values() for row in day.meetings]


def place_of(page: AgendaPage, day: date) -> QPoint:
    """Return a point of the first entry of a day, or the middle of an empty one."""
    index = page.model.index_of(day)
    rect = page.grid.visualRect(index)
    lines, _left = lay_out_lines(rect, index.data(CELL_ROLE))
    return lines[0].rect.center() if lines else rect.center()


def test_it_is_dragged_to_another_day_and_back_by_undo(page: AgendaPage, heard: Heard) -> None:
    start, end = place_of(page, DAY), place_of(page, NEXT)
    viewport = page.grid.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)
    assert days(page) == [NEXT]
    heard.undo()
    assert days(page) == [DAY]


def test_keys_move_it_by_a_day_and_a_week_and_several_are_told(
    page: AgendaPage, context: AppContext
) -> None:
    later = Key.Key_Left if page.isRightToLeft() else Key.Key_Right
    QTest.keyClick(page.grid, later, CONTROL)
    QTest.keyClick(page.grid, Key.Key_Down, CONTROL)
    assert days(page) == [date(2026, 12, 10)]
    makers.write_meeting(
        context.office.database, held_on=date(2026, 12, 10), status="planned", **NOTHING_SAID
    )
    page.refresh()
    QTest.keyClick(page.grid, later, CONTROL)
    assert page.failure.isVisible()
    assert days(page) == [date(2026, 12, 10)] * 2


def test_a_double_click_opens_a_meeting_or_plans_on_an_empty_day(
    page: AgendaPage, heard: Heard
) -> None:
    double_click(page.grid.viewport(), place_of(page, DAY))
    assert isinstance(heard.requests[0], OpenMeeting)
    double_click(page.grid.viewport(), place_of(page, NEXT))
    assert page.schedule.typed().held_on == NEXT
