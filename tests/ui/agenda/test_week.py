"""A week by the hour: a planned meeting is moved and resized by mouse and keys, with Undo."""

from collections.abc import Callable
from datetime import date, time
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.agenda import AgendaDay
from tests import makers
from tests.ui.agenda.double_click import double_click
from tests.ui.conftest import Heard
from ui import languages
from ui.actions.days import prayer_words
from ui.agenda.block_painter import block_words
from ui.agenda.page import AgendaPage
from ui.agenda.week_places import Block, lay_out
from ui.agenda.week_shape import HOURS
from ui.context import AppContext
from ui.fonts import font, scaled
from ui.record_lines import meeting_title
from ui.requests import LogSession, OpenMeeting, PlanMeeting
from ui.widgets.wrapped import whole_lines

Key, Modifier = Qt.Key, Qt.KeyboardModifier
DAY = date(2026, 12, 2)  # a Wednesday
NOTHING_SAID: dict[str, tuple[()]] = {"points": (), "commitments": (), "referrals": ()}


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> AgendaPage:
    write(context, status="planned", starts_at=time(10), ends_at=time(11))
    page = AgendaPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.bar.kinds.setCurrentIndex(1)
    page.show_day(DAY)
    page.week.setFocus()
    return page


def write(context: AppContext, **changes: object) -> None:
    makers.write_meeting(context.office.database, held_on=DAY, **NOTHING_SAID, **changes)


def when(page: AgendaPage) -> tuple[date, time | None, time | None]:
    (row,) = (row for day in page._days.values() for row in day.meetings)
    return row.held_on, row.starts_at, row.ends_at


@pytest.mark.parametrize("language", Language)
def test_keys_move_and_stretch_it_and_each_is_undone(
    page: AgendaPage, heard: Heard, language: Language
) -> None:
    languages.switch(language)
    before = when(page)
    later = Key.Key_Left if language is Language.ARABIC else Key.Key_Right
    steps: list[tuple[Qt.Key, Qt.KeyboardModifier, tuple[date, time, time]]] = [
        (Key.Key_Down, Modifier.ControlModifier, (DAY, time(10, 15), time(11, 15))),
        (later, Modifier.ControlModifier, (date(2026, 12, 3), time(10), time(11))),
        (Key.Key_Down, Modifier.ShiftModifier, (DAY, time(10), time(11, 15))),
        (Key.Key_Up, Modifier.ShiftModifier, (DAY, time(10), time(10, 45))),
    ]
    for key, modifier, after in steps:
        page.show_day(DAY)
        QTest.keyClick(page.week, Key.Key_Down)  # makes it current
        QTest.keyClick(page.week, key, modifier)
        assert when(page) == after
        if modifier is Modifier.ControlModifier:
            assert f"{after[1]:%H:%M}" in heard.said[-1]
        heard.undo()
        assert when(page) == before


def test_a_drop_on_the_friday_prayer_or_a_day_off_says_so_as_the_form_does(
    page: AgendaPage, heard: Heard
) -> None:
    QTest.keyClick(page.week, Key.Key_Down)  # makes it current
    for _day in range(2):  # to Friday, from 10 to 11
        QTest.keyClick(page.week, Key.Key_Left, Modifier.ControlModifier)
        assert prayer_words() not in heard.said[-1]
    for _quarter in range(5):
        QTest.keyClick(page.week, Key.Key_Down, Modifier.ControlModifier)
    assert when(page) == (date(2026, 12, 4), time(11, 15), time(12, 15))
    assert heard.said[-1].endswith(prayer_words())
    QTest.keyClick(page.week, Key.Key_Up, Modifier.ShiftModifier)
    assert prayer_words() not in heard.said[-1]
    QTest.keyClick(page.week, Key.Key_Down, Modifier.ShiftModifier)
    assert heard.said[-1].endswith(prayer_words())
    QTest.keyClick(page.week, Key.Key_Left, Modifier.ControlModifier)
    assert heard.said[-1].endswith(_("Outside working days"))


def test_the_mouse_drags_it_by_its_middle_and_stretches_it_by_its_edge(
    page: AgendaPage, heard: Heard
) -> None:
    shape = page.week._shape()
    half_an_hour = shape.y_of(30) - shape.y_of(0)
    drag(page, lambda block: shape.rect_of(block).center(), QPoint(0, half_an_hour))
    assert when(page) == (DAY, time(10, 30), time(11, 30))
    heard.undo()
    edge = QPoint(0, -2)
    drag(page, lambda block: _bottom(page, block) + edge, QPoint(0, half_an_hour))
    assert when(page) == (DAY, time(10), time(11, 30))


def test_the_day_follows_a_meeting_that_is_moved_and_put_back(
    page: AgendaPage, heard: Heard
) -> None:
    QTest.keyClick(page.week, Key.Key_Down)  # makes it current
    QTest.keyClick(page.week, Key.Key_Left, Modifier.ControlModifier)
    assert page.day._day == date(2026, 12, 3)
    heard.undo()
    page.refresh()
    assert page.day._day == DAY


def test_in_a_narrow_window_enter_lays_the_day_over_the_week_and_a_menu_has_every_act(
    page: AgendaPage, qtbot: QtBot, heard: Heard
) -> None:
    page.resize(880, 500)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.week.setFocus()
    QTest.keyClick(page.week, Key.Key_Down)  # makes it current
    assert not page.day.isVisible()
    QTest.keyClick(page.week, Key.Key_Return)
    assert page.day.isVisible()
    assert not heard.requests
    QTest.keyClick(page.week, Key.Key_Escape)
    assert not page.day.isVisible()
    block = page.week.current
    assert block is not None
    place = page.week._shape().rect_of(block).center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(page.week, QContextMenuEvent(mouse, place, page.week.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {action.text(): action for action in menu.actions()}
    words = ("Show the meeting", "It was held", "Move", "Repeat", "Postpone", "Cancel it")
    assert [text for text in acts if text] == [_(each) for each in (*words, "Delete")]
    acts[_("Move")].trigger()
    menu.close()
    assert page.day.forms.move_row.isVisible()


def test_that_it_was_held_leads_to_what_was_said(page: AgendaPage, heard: Heard) -> None:
    (row,) = (row for day in page._days.values() for row in day.meetings)
    (held,) = (it for it in page.day.commands(row) if it.words() == _("It was held"))
    held.do()
    assert heard.requests == [LogSession(meeting=row.uid)]
    page.refresh()
    assert [row.status for day in page._days.values() for row in day.meetings] == ["held"]


def test_what_was_held_stays_and_an_empty_hour_plans(
    page: AgendaPage, context: AppContext, heard: Heard
) -> None:
    page.show_day(date(2026, 10, 14))
    makers.write_meeting(
        context.office.database, held_on=date(2026, 10, 14), starts_at=time(9), **NOTHING_SAID
    )
    page.refresh()
    QTest.keyClick(page.week, Key.Key_Down)
    QTest.keyClick(page.week, Key.Key_Down, Modifier.ControlModifier)
    assert when(page) == (date(2026, 10, 14), time(9), None)
    QTest.keyClick(page.week, Key.Key_Return)
    assert isinstance(heard.requests[0], OpenMeeting)
    page.show_day(DAY)
    shape = page.week._shape()
    empty = QPoint(shape.column(DAY, top=0, height=1).center().x(), shape.y_of(15 * 60) + 2)
    double_click(page.week, empty)
    typed = page.schedule.typed()
    assert (typed.held_on, typed.starts_at) == (DAY, time(15))


def test_meetings_that_overlap_share_the_width_of_their_day(
    page: AgendaPage, context: AppContext
) -> None:
    write(context, status="planned", starts_at=time(10, 30), ends_at=time(12))
    write(context, status="planned", starts_at=time(11), ends_at=time(12))
    write(context, status="planned", starts_at=time(14), ends_at=time(15))
    page.refresh()
    content = page._days[DAY]
    assert isinstance(content, AgendaDay)
    blocks = lay_out({DAY: content})
    assert [(block.lane, block.lanes) for block in blocks] == [(0, 2), (1, 2), (0, 2), (0, 1)]


@pytest.mark.parametrize("width", [500, 620, 1182])
def test_every_meeting_of_one_hour_shows_its_hour(
    page: AgendaPage, context: AppContext, width: int
) -> None:
    for end in (11, 12):
        write(context, status="planned", starts_at=time(10), ends_at=time(end))
    page.refresh()
    page.week.resize(width, 600)
    shape = page.week._shape()
    rects = [shape.rect_of(block) for block in page.week._shown.blocks]
    hour = QFontMetrics(font(12, QFont.Weight.DemiBold)).horizontalAdvance("10:00")
    assert all(rect.width() >= hour + 7 for rect in rects)
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    assert shape.edges[-1] + scaled(HOURS) == page.week.width()


def test_words_are_left_out_whole_and_the_rest_is_in_the_tip(page: AgendaPage) -> None:
    metrics = QFontMetrics(font(12))
    width = metrics.horizontalAdvance("Journée portes") + 20
    lines = whole_lines("Journée portes ouvertes du quartier", metrics, width, 1)
    assert lines == ["Journée portes…"]
    (block,) = page.week._shown.blocks
    assert block_words(block).endswith(meeting_title(block.row))


def test_a_meeting_being_planned_is_beside_those_of_its_hours_which_are_named(
    page: AgendaPage,
) -> None:
    page.take(PlanMeeting(DAY, starts_at=time(9)))
    page.schedule.put(DAY, time(9), time(17))
    assert [(block.lane, block.lanes) for block in page.week._shown.blocks] == [(1, 2), (0, 2)]
    (row,) = page._days[DAY].meetings
    assert meeting_title(row) in page.schedule.facts.text()
    page.schedule.put(DAY, time(11), time(12))
    assert [block.lanes for block in page.week._shown.blocks] == [1, 1]
    assert meeting_title(row) not in page.schedule.facts.text()


@pytest.mark.parametrize("is_month", [True, False])
def test_an_empty_hour_and_an_empty_day_offer_to_plan_there(
    page: AgendaPage, is_month: bool
) -> None:
    shape, thursday = page.week._shape(), date(2026, 12, 3)
    nine = shape.y_of(9 * 60)
    grid: QWidget = page.week
    place = shape.column(thursday, top=nine, height=8).center()
    if is_month:
        page.bar.kinds.setCurrentIndex(0)
        grid = page.grid.viewport()
        place = page.grid.visualRect(page.model.index_of(thursday)).center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(grid, QContextMenuEvent(mouse, place, grid.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Return)
    typed = page.schedule.typed()
    assert page.schedule.isVisible()
    assert typed.held_on == thursday
    assert is_month or typed.starts_at == time(9)


def _bottom(page: AgendaPage, block: Block) -> QPoint:
    rect = page.week._shape().rect_of(block)
    return QPoint(rect.center().x(), rect.bottom())


def drag(page: AgendaPage, start_of: Callable[[Block], QPoint], by: QPoint) -> None:
    (block,) = page.week._shown.blocks
    start = start_of(block)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page.week, left, pos=start)
    QTest.mouseMove(page.week, start + by / 2)
    QTest.mouseMove(page.week, start + by)
    QTest.mouseRelease(page.week, left, pos=start + by)


def test_a_quarter_of_an_hour_has_room_for_its_hour(page: AgendaPage) -> None:
    block = Block(row=next(row for day in page._days.values() for row in day.meetings),
                  day=DAY, start=600, end=615)  # fmt: skip
    room = page.week._shape().rect_of(block).height() - 4
    assert room >= QFontMetrics(font(12)).height()
