"""A double click on a row of the exchange opens what the row is about, as Enter does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.queries.records import get_own_office
from tests import makers
from tests.ui.exchange.desk import Desk
from ui.exchange.page import LOG, SEND, STATIONS
from ui.requests import OpenPrecinct, SendChanges
from ui.tables.table import RowT, Table


def double_click(table: Table[RowT], number: int = 0) -> None:
    view = table.view
    place = view.visualRect(view.model().index(number, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_headquarters_opens_the_precinct_of_a_file(enrolled: tuple[Desk, Desk]) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    uid = precinct.context.read(lambda session: get_own_office(session).uid)
    pane, opened = headquarters.page.receive, headquarters.heard.requests
    double_click(pane.tables.files)
    assert opened == [OpenPrecinct(uid)]
    headquarters.page.take(SendChanges())
    headquarters.press(headquarters.page.send.buttons.write)
    headquarters.wait_for(headquarters.page.send.written)
    double_click(headquarters.page.send.written.table)
    headquarters.page.tabs.setCurrentIndex(LOG)
    double_click(headquarters.page.log.table, 1)
    assert opened == [OpenPrecinct(uid)] * 3


def test_a_precinct_sees_how_far_it_is_with_headquarters(enrolled_precinct: Desk) -> None:
    enrolled_precinct.send()
    page = enrolled_precinct.page
    page.tabs.setCurrentIndex(LOG)
    double_click(page.log.table)
    assert page.tabs.currentIndex() == SEND


def test_a_station_leads_to_what_can_be_done_about_it(enrolled_precinct: Desk) -> None:
    page = enrolled_precinct.page
    page.tabs.setCurrentIndex(STATIONS)
    table, strip = page.stations.table, page.stations.strip
    number = next(at for at, row in enumerate(table.model.rows) if row.can_be_revoked)
    double_click(table, number)
    assert strip.focusWidget() is strip.revoke
