"""A window of 1024 × 700 cuts nothing: the rail shows icons, the editor's parts shrink."""

from collections.abc import Iterator
from functools import partial
from itertools import product

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.clipping import find_clipped
from tests.ui.painted_words import told_at
from tests.ui.stage import Stage
from ui import style
from ui.agenda.page import AgendaPage
from ui.exchange.page import ExchangePage
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.partner_noun import PARTNERS
from ui.meetings.key_hints import KeyHints
from ui.meetings.page import MeetingsPage
from ui.pages import PRECINCT_PAGES
from ui.partners.page import PartnersPage
from ui.requests import NewPartner
from ui.shell import Shell
from ui.widgets.labels import KeyCap
from ui.widgets.page_area import PageArea
from ui.widgets.painted_row import list_cut
from ui.widgets.surfaces import Card

SMALL = QSize(1024, 700)
SMALLEST = QSize(910, 464)
FRAMED = QSize(1010, 652)  # what a window of SMALL has inside its frame
PAGES = ("today", "meetings", "follow_up", "dashboard", "exchange", "trash", "new_session")


@pytest.fixture(autouse=True)
def usual_letters() -> Iterator[None]:
    yield
    style.set_text_size(100)


def shown(stage: Stage, name: str) -> Shell:
    """Return a screen in a small window, as a window manager sizes it."""
    shell = stage.show(name)
    assert isinstance(shell, Shell)
    shell.resize(SMALL)
    QApplication.processEvents()
    shell.resize(SMALL)
    QApplication.processEvents()
    return shell


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_in_a_small_window(stage: Stage, name: str) -> None:
    shell = shown(stage, name)
    assert shell.size() == SMALL
    assert not find_clipped(shell)


@pytest.mark.parametrize("size", [QSize(900, 700), QSize(800, 600)])
def test_the_form_that_plans_a_meeting_has_room_for_its_words(stage: Stage, size: QSize) -> None:
    shell = stage.show("schedule")
    for _turn in range(2):
        shell.resize(size)
        QApplication.processEvents()
    assert shell.size() == size
    page = shell.findChild(AgendaPage)
    assert page is not None
    assert not find_clipped(page.schedule)


def test_filters_in_use_cut_nothing(stage: Stage) -> None:
    shell = shown(stage, "meetings")
    page = shell.findChild(MeetingsPage)
    assert page is not None
    page.list.filters.kind.setCurrentIndex(1)
    page.list.filters.kind.activated.emit(1)
    QApplication.processEvents()
    assert page.list.filters.clear.isVisible()
    assert not find_clipped(page.list.filters)


def test_the_names_of_the_pages_are_told_under_the_mouse(stage: Stage) -> None:
    shell = shown(stage, "today")
    entries = shell.rail._list
    assert shell.rail.width() <= 56
    for row, entry in enumerate(shell._entries.values()):
        place = entries.visualRect(entries.model().index(row, 0)).center()
        name, *counted = told_at(entries.viewport(), place).splitlines()
        assert name == entry.title()
        assert bool(counted) is (entry.key == "today")  # what its number counts
    QToolTip.hideText()
    shell.resize(1366, 768)
    QApplication.processEvents()
    assert shell.rail.width() >= 184


def test_the_points_have_the_room_and_a_key_shows_the_promises(stage: Stage, qtbot: QtBot) -> None:
    shell = shown(stage, "new_session")
    page = shell.page
    assert isinstance(page, MeetingsPage)
    body, head = page.editor.body, page.editor.head
    assert not body.promises.isVisible()
    assert body.table.columnWidth(3) >= 280
    names = ("held_on", "channel", "place", "subject", "attendances", "women")
    places = [rect_in(head.fields[name], head) for name in names]
    assert all(head.rect().contains(place) for place in places)
    tops = [place.top() for place in places]
    assert tops == sorted(tops)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    body.table.setFocus()
    QTest.keyClick(body.table, Qt.Key.Key_F3)
    assert body.promises.isVisible()


def test_details_lie_over_the_list_until_they_are_closed(stage: Stage, qtbot: QtBot) -> None:
    shell = shown(stage, "meetings")
    page = shell.page
    assert isinstance(page, MeetingsPage)
    view, details = page.list.table.view, page.details
    assert not details.isVisible()
    assert page.list.beside.opener.isVisible()
    width = view.columnWidth(0)
    assert width >= 212
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert details.isVisible()
    assert page._stack.currentWidget() is not page.editor
    assert view.columnWidth(0) == width  # nothing gives way to them
    assert rect_in(details, shell).intersects(rect_in(view, shell))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not details.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F3)
    assert details.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page._stack.currentWidget() is page.editor


@pytest.mark.parametrize("is_month", [True, False])
def test_the_chosen_day_covers_no_day_of_the_calendar(stage: Stage, is_month: bool) -> None:
    style.set_text_size(125)
    page = shown(stage, "agenda").page
    assert isinstance(page, AgendaPage)
    page.bar.kinds.setCurrentIndex(0 if is_month else 1)
    assert page.beside.open_over()
    QApplication.processEvents()
    grid, day = page.main_part(), page.day
    assert day.isVisible()
    assert not rect_in(grid, page).intersects(rect_in(day, page))
    heading = page.grid.horizontalHeader()
    names = [str(page.model.headerData(each, Qt.Orientation.Horizontal)) for each in range(7)]
    widths = map(heading.fontMetrics().horizontalAdvance, names)
    assert all(width < heading.sectionSize(0) for width in widths)


def test_what_a_key_asks_of_a_meeting_is_asked_in_sight(stage: Stage) -> None:
    shell = shown(stage, "meetings")
    page = shell.page
    assert isinstance(page, MeetingsPage)
    row = page.list.table.row
    assert row is not None
    page.details.forms.ask_repetition(row)
    assert page.details.forms.repeat_row.isVisible()
    shell.resize(1366, 768)
    QApplication.processEvents()
    assert page.details.isVisible()
    assert not page.list.beside.opener.isVisible()


def test_the_keys_of_the_points_stay_on_one_line(stage: Stage) -> None:
    shell = shown(stage, "new_session")
    hints = shell.findChild(KeyHints)
    assert isinstance(hints, KeyHints)
    in_sight = [hint for hint in hints.findChildren(KeyCap) if hint.isVisible()]
    assert 1 < len(in_sight) < 5
    assert len({hint.mapTo(hints, hint.rect().topLeft()).y() for hint in in_sight}) == 1
    shell.resize(1920, 1080)
    QApplication.processEvents()
    assert all(hint.isVisible() for hint in hints.findChildren(KeyCap))


def test_the_dashboard_has_one_column(stage: Stage) -> None:
    shell = shown(stage, "dashboard")
    cards = [card for card in shell.page.findChildren(Card) if card.isVisible()]
    assert len({rect_in(card, shell).width() for card in cards}) == 1
    shell.resize(1366, 768)
    QApplication.processEvents()
    assert len({rect_in(card, shell).width() for card in cards}) > 1


def test_the_names_and_states_of_received_files_are_whole(stage: Stage) -> None:
    shell = shown(stage, "receiving")
    page = shell.page
    assert isinstance(page, ExchangePage)
    tables = page.receive.tables
    for table in (tables.groups, tables.files):
        delegate, option = table.view.itemDelegate(), QStyleOptionViewItem()
        for row, column in product(range(4), range(table.model.columnCount())):
            index = table.model.index(row, column)
            option.rect = table.view.visualRect(index)
            assert not list_cut(partial(paint, delegate, option, index))


def test_the_people_of_a_partner_are_a_tab_and_its_timeline_has_the_room(stage: Stage) -> None:
    shell = shown(stage, "partners")
    page = shell.page
    assert isinstance(page, PartnersPage)
    tabs, cards = page.details.tabs, page.details.people.cards
    timeline = tabs.timeline
    delegate, option = timeline.itemDelegate(), QStyleOptionViewItem()
    for row in range(timeline.count()):
        option.rect = timeline.visualItemRect(timeline.item(row))
        index = timeline.model().index(row, 0)
        assert not list_cut(partial(paint, delegate, option, index))
    assert not cards[0].isVisible()
    tabs.show_people()
    assert cards[0].isVisible()
    shell.resize(1366, 768)
    QApplication.processEvents()
    assert timeline.isVisible()
    assert cards[0].isVisible()


def test_every_page_fits_a_screen_of_1366_at_150_per_cent(stage: Stage) -> None:
    shell = shown(stage, "today")
    for entry in PRECINCT_PAGES:
        shell.show_page(entry.key)
        shell.resize(SMALLEST)
        QApplication.processEvents()
        assert shell.size() == SMALLEST
        (area,) = shell.findChildren(PageArea)
        assert not area.horizontalScrollBar().maximum(), entry.key


def test_no_page_scrolls_sideways_in_the_largest_letters(stage: Stage) -> None:
    style.set_text_size(125)
    for name in (*(entry.key for entry in PRECINCT_PAGES), "new_session"):
        shell = stage.show(name)
        assert isinstance(shell, Shell)
        for _turn in range(3):
            shell.resize(FRAMED)
            QApplication.processEvents()
        (area,) = shell.findChildren(PageArea)
        assert not area.horizontalScrollBar().maximum(), name
        stage.clear()


@pytest.mark.parametrize("name", ["rumour_form", "remark_form", "summaries"])
def test_what_is_beside_a_list_ends_inside_the_window(stage: Stage, name: str) -> None:
    shell = shown(stage, name)
    shell.resize(FRAMED)
    QApplication.processEvents()
    (area,) = shell.findChildren(PageArea)
    assert not area.verticalScrollBar().maximum()


def test_the_buttons_of_a_form_stay_in_sight_above_a_notice(stage: Stage) -> None:
    shell = stage.show("partners")
    assert isinstance(shell, Shell)
    shell.resize(1350, 696)
    shell.banner.show_notice("a notice of two lines " * 12)
    shell.open_page(NewPartner("Al Amal"))
    QApplication.processEvents()
    (area,) = shell.findChildren(PageArea)
    assert not area.verticalScrollBar().maximum()  # the fields scroll, not the page


def test_a_dialog_is_no_larger_than_the_window_it_stands_over(stage: Stage) -> None:
    shell = shown(stage, "partners")
    dialog = ImportDialog(shell.context, PARTNERS, shell.page)
    dialog.open()
    QApplication.processEvents()
    assert dialog.size().boundedTo(SMALL) == dialog.size()
    assert not find_clipped(dialog)
    dialog.close()


def paint(
    delegate: QAbstractItemDelegate,
    option: QStyleOptionViewItem,
    index: QModelIndex,
    painter: QPainter,
) -> None:
    delegate.paint(painter, option, index)


def rect_in(widget: QWidget, parent: QWidget) -> QRect:
    return QRect(widget.mapTo(parent, QPoint()), widget.size())
