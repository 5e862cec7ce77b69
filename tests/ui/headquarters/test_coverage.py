"""Overall figures open a region's precincts, their meetings, and one reply to all."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.models import Office
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.records import get_record
from outreach_app.queries.replies import list_replies
from outreach_app.rules.periods import Period
from outreach_app.rules.territory import region_of_city
from outreach_app.samples.offices import invent_office
from outreach_app.services.points import PointDraft
from tests import makers
from tests.registry import enrol_office
from tests.ui.conftest import Heard
from tests.ui.painted_words import find_cut_words
from ui.context import AppContext
from ui.headquarters.coverage_page import CoveragePage
from ui.headquarters.shared_dialog import SharedDialog
from ui.requests import ShowMeetings

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
CONCERN = (PointDraft("concern", "tp.6.1", "انعدام الإنارة العمومية قرب المدرسة", "ar"),)


@pytest.fixture
def page(central: AppContext, qtbot: QtBot) -> CoveragePage:
    """Return the page of October, of two precincts whose reports cover it."""
    database = central.office.database
    uids = makers.consolidate(database, *(invent_office(place) for place in (0, 1)))
    for uid in uids:
        makers.write_meeting_of(
            database, uid, held_on=date(2026, 10, 5), points=CONCERN, commitments=(), referrals=()
        )
    with database.write(Actor.PROGRAM) as session:
        for uid in uids:
            enrol_office(session, get_record(session, Office, uid), sent="r")
    page = CoveragePage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.period.period = OCTOBER
    page.refresh()
    return page


def test_a_region_leads_to_its_precincts_and_they_to_their_meetings(
    page: CoveragePage, heard: Heard
) -> None:
    assert page.table.model.rowCount() == 2
    casablanca = region_of_city("Casablanca")
    assert casablanca is not None
    page.map.tiles[casablanca].click()
    (row,) = page.total.rows
    page.precinct.buttons["held"].click()
    request = heard.requests[-1]
    assert isinstance(request, ShowMeetings)
    assert request.wanted == MeetingFilter(
        status="held",
        first_day=OCTOBER.first,
        last_day=OCTOBER.last,
        offices=frozenset({row.place.id}),
    )
    page.map.tiles[casablanca].click()
    assert page.table.model.rowCount() == 2


def test_in_a_narrow_window_the_precincts_stand_whole_below_the_map(page: CoveragePage) -> None:
    page.resize(968, 648)
    QApplication.processEvents()
    model = page.table.model
    names = {str(model.data(model.index(row, 0))) for row in range(model.rowCount())}
    assert not list(find_cut_words(page.table, names))
    assert not page.table.view.isColumnHidden(3)
    corner = QPoint()
    assert page.table.mapTo(page, corner).y() > page.map.mapTo(page, corner).y()
    assert not page.table.view.isColumnHidden(1)
    page.resize(1182, 736)
    QApplication.processEvents()
    assert not page.table.view.isColumnHidden(3)


@pytest.mark.both_engines
def test_one_reply_goes_to_all_that_a_person_confirmed(
    page: CoveragePage, central: AppContext, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(page.shared.lines) == 1)
    page.shared.lines[0].click()
    (dialog,) = page.findChildren(SharedDialog)
    dialog.reply.click()
    assert dialog.problem.isVisible()  # without words nothing is sent
    assert central.read(list_replies) == []
    dialog.words.setText("ستُصلح الإنارة")
    dialog.boxes[0].setChecked(False)
    dialog.boxes[0].setChecked(True)
    dialog.reply.click()
    assert [row.text for row in central.read(list_replies)] == ["ستُصلح الإنارة"] * 2


def test_a_reader_sees_who_shares_a_concern_and_is_asked_for_no_reply(
    page: CoveragePage, central: AppContext, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(page.shared.lines) == 1)
    central.office.database.actor = Actor.READER
    page.shared.lines[0].click()
    (dialog,) = page.findChildren(SharedDialog)
    assert not any(it.isVisible() for it in (dialog.reply, dialog.words, *dialog.boxes))
    dialog.reject()
