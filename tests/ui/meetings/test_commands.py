"""The commands of a meeting: the next step visible, the rest in a menu, by mouse and keys."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests import makers
from tests.ui.commanded import do
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui import languages
from ui.context import AppContext
from ui.meetings.columns import MEETING_COLUMNS
from ui.meetings.page import MeetingsPage
from ui.requests import LogSession, OpenMeeting
from ui.widgets.commands import CommandBar
from ui.widgets.status_line import StatusLine
from ui.words import status_words

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
EMPTY: dict[str, Any] = {"points": (), "commitments": (), "referrals": ()}
DAYS = (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3))


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> Iterator[MeetingsPage]:
    for day in DAYS:
        makers.write_meeting(
            context.office.database, held_on=day, subject_ar=f"لقاء \u2066{day:%d/%m}\u2069 التجار"
        )
    page = active_page(context, qtbot)
    page.list.table.view.setFocus()
    page.list.table.select(1)
    yield page
    if menu := QApplication.activePopupWidget():
        menu.close()


def words_of(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def opened_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_meeting_that_was_held_is_logged_in_the_editor(
    context: AppContext, page: MeetingsPage
) -> None:
    uid = makers.write_meeting(context.office.database)
    page.take(LogSession(meeting=uid))
    assert page.editor.isVisible()
    assert page.editor.way_back() == OpenMeeting(uid)


def test_at_most_two_actions_and_the_menu_are_in_sight(page: MeetingsPage) -> None:
    (bar,) = (bar for bar in page.details.findChildren(CommandBar) if bar.isVisible())
    buttons = [it for it in bar.findChildren(QAbstractButton) if it.isVisible()]
    buttons.sort(key=lambda it: -it.x())  # from right to left
    assert [it.accessibleName() for it in buttons] == [_("Summary"), _("Edit"), _("More actions")]
    buttons[-1].click()
    menu = words_of(opened_menu())
    assert menu[:2] == [_("Summary"), _("Edit")]
    assert menu[-1] == _("Delete")
    assert _("History") in menu


@pytest.mark.parametrize("by", ["mouse", "menu key", "Shift+F10"])
def test_the_menu_of_a_row_opens_by_mouse_and_keys(page: MeetingsPage, by: str) -> None:
    view = page.list.table.view
    if by == "Shift+F10":
        QTest.keyClick(view, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        is_mouse = by == "mouse"
        reason = QContextMenuEvent.Reason.Mouse if is_mouse else QContextMenuEvent.Reason.Keyboard
        row = view.visualRect(view.currentIndex()).center()
        place = row if is_mouse else QPoint(0, 0)
        shown = view.viewport().mapToGlobal(place)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, shown))
    menu = opened_menu()
    assert {_("Summary"), _("Edit"), _("Copy as rows"), _("Delete")} <= set(words_of(menu))
    row_place = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).topLeft())
    assert row_place.y() <= menu.y() <= row_place.y() + view.rowHeight(1)


def test_what_is_deleted_gives_way_to_its_neighbour_and_comes_back_with_undo(
    page: MeetingsPage, status_line: StatusLine
) -> None:
    table = page.list.table
    middle, after = table.row, table.model.row(2)
    assert middle is not None
    assert after is not None
    Keyboard(page).press(Key.Key_Delete)
    assert table.row is not None
    assert table.row.uid == after.uid
    Keyboard(page).press(Key.Key_Delete)
    assert table.view.currentIndex().row() == 0  # the last has only the previous one
    status_line.undo()
    assert table.row.uid == after.uid


def test_rows_are_copied_as_columns_without_invisible_marks(page: MeetingsPage) -> None:
    Keyboard(page).press(Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    heading, row = (line.split("\t") for line in copied.splitlines())
    assert heading[:3] == [_("Subject"), _("Partners"), _("Date")]
    assert (row[0], row[2]) == ("لقاء 02/10 التجار", "02/10/2026")
    assert len(heading) == len(row)
    assert not any(mark in copied for mark in "\u2066\u2067\u2068\u2069\u200f")


def test_control_and_f_leads_to_the_filter(page: MeetingsPage) -> None:
    Keyboard(page).press(Key.Key_F, CONTROL)
    assert page.list.filters.text.hasFocus()


def test_several_are_confirmed_and_deleted_with_one_undo_each(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    for day in (5, 6):
        makers.write_meeting(
            context.office.database, held_on=date(2026, 10, day), status="planned", **EMPTY
        )
    page.refresh()
    table, several = page.list.table, page.list.several
    table.select(0)
    Keyboard(page).press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert several.isVisible()
    assert status_words("planned") in several.facts.text()
    do(several.commands(), _("Confirm it"))
    assert statuses(page) == ["confirmed", "confirmed", "held", "held", "held"]
    status_line.undo()
    assert statuses(page) == ["planned", "planned", "held", "held", "held"]
    table.select(1)
    Keyboard(page).press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    Keyboard(page).press(Key.Key_Delete)
    assert table.view.currentIndex().row() == 1  # the next one, after those that are gone
    status_line.undo()
    table.view.selectAll()
    assert _("Confirm it") not in [it.words() for it in several.commands()]  # three are held
    Keyboard(page).press(Key.Key_Delete)
    assert statuses(page) == []
    status_line.undo()
    assert len(statuses(page)) == 5


def statuses(page: MeetingsPage) -> list[str]:
    return [row.status for row in page.list.table.model.all_rows()]


@pytest.mark.parametrize("language", [Language.ARABIC, Language.FRENCH])
def test_a_long_list_keeps_its_subjects_and_its_partners(
    page: MeetingsPage, language: Language, qtbot: QtBot
) -> None:
    """At 1366 × 768, beside its scroll bar."""
    languages.switch(language)
    model, view = page.list.table.model, page.list.table.view
    model.show_ids([model.record_at(0)] * 100)
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    titles = [column.title() for column in MEETING_COLUMNS]
    assert view.columnWidth(titles.index(_("Subject"))) >= 212
    assert not view.isColumnHidden(titles.index(_("Partners")))
