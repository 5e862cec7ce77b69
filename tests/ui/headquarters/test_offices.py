"""The calendar of weeks: who sent, who never did, and what to do about it."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.exchange import stations
from outreach_app.queries.offices import WeekState
from outreach_app.rules.territory import region_of_city
from tests.ui.conftest import Heard
from tests.ui.headquarters.conftest import Enrol, Send
from ui.context import AppContext
from ui.headquarters.page import OfficesPage


def show(central: AppContext, qtbot: QtBot) -> OfficesPage:
    page = OfficesPage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def test_with_no_precinct_enrolled_the_page_says_what_to_do(
    central: AppContext, qtbot: QtBot, heard: Heard
) -> None:
    page = show(central, qtbot)
    assert page.enrol.isVisible()
    page.enrol.click()
    assert (heard.pages, heard.begun) == ([("exchange", None)], ["stations"])


def test_a_precinct_that_never_sent_is_asked_for_its_first_file(
    central: AppContext, qtbot: QtBot, enrol: Enrol, heard: Heard
) -> None:
    enrol()
    page = show(central, qtbot)
    line = page.table.model.row(1)
    assert line is not None
    assert line.office is not None
    assert line.office.weeks[-1] in (WeekState.AWAITED, WeekState.NEVER)
    assert line.office.weeks[0] is WeekState.NOT_ENROLLED
    page.table.select(1)
    assert "النخيل" in page.strip.title.text()
    assert page.strip.facts.text()


def test_a_revoked_precinct_is_marked_and_not_answered(
    central: AppContext, qtbot: QtBot, enrol: Enrol
) -> None:
    enrol()
    page = show(central, qtbot)
    page.table.select(1)
    assert page.strip.answer.isVisible()
    assert not page.strip.revoked.isVisible()
    with central.office.database.write(Actor.HEADQUARTERS) as session:
        (station,) = stations.enrolled_stations(session)
        stations.revoke(session, station.device, 1)
    page.refresh()
    page.table.select(1)
    assert page.strip.revoked.isVisible()
    assert not page.strip.answer.isVisible()


@pytest.mark.usefixtures("meeting")
def test_what_was_received_is_counted_by_district_and_in_the_legend(
    central: AppContext, qtbot: QtBot, heard: Heard
) -> None:
    page = show(central, qtbot)
    heading, line = page.table.model.row(0), page.table.model.row(1)
    assert heading is not None
    assert line is not None
    assert line.office is not None
    assert line.office.weeks[-1] in (WeekState.SENT, WeekState.LATE)
    assert heading.office is None
    assert page.table.view.columnSpan(0, 0) == page.table.model.columnCount()
    page.table.select(1)
    page.strip.answer.click()
    assert (heard.pages, heard.begun) == ([("exchange", line.office.uid)], ["send"])


@pytest.mark.usefixtures("meeting")
def test_a_territory_and_a_state_narrow_the_calendar(central: AppContext, qtbot: QtBot) -> None:
    page = show(central, qtbot)
    codes = [page.territory.itemData(place) for place in range(page.territory.count())]
    casablanca = region_of_city("Casablanca")
    assert codes[:2] == [None, casablanca]
    page.territory.set_value(casablanca)
    page.territory.activated.emit(1)
    assert page.table.model.rowCount() == 2
    page.state.set_value(WeekState.GAP)
    page.state.activated.emit(0)
    assert page.table.model.rowCount() == 0


def test_those_to_be_reminded_go_out_as_a_list_with_what_to_do(
    central: AppContext, qtbot: QtBot, enrol: Enrol, heard: Heard, tmp_path: Path
) -> None:
    enrol()
    with central.office.database.write(Actor.HEADQUARTERS) as session:
        # Enrolled weeks ago, it never sent a file.
        (station,) = stations.enrolled_stations(session)
        station.enrolled_at = clock.now() - timedelta(weeks=5)
    page = show(central, qtbot)
    page.state.setCurrentIndex(1)
    page.state.activated.emit(1)
    assert page.table.model.rowCount() == 2  # the heading of its district, and itself
    page.export.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    heading, line, *rest = text.splitlines()
    assert "ما يجب القيام به" in heading
    assert "النخيل" in line
    assert "اطلبوا" in line
    assert rest == []


def test_a_precinct_enrolled_this_week_or_that_sent_is_not_reminded(
    central: AppContext, qtbot: QtBot, enrol: Enrol, send: Send
) -> None:
    enrol()
    page = show(central, qtbot)
    page.state.setCurrentIndex(1)
    page.state.activated.emit(1)
    is_over = page._offices[0].weeks[-1] is WeekState.NEVER  # on a Saturday or a Sunday it is due
    assert page.export.isEnabled() == is_over
    send()
    page.refresh()
    assert page.table.model.rowCount() == 0
    assert not page.export.isEnabled()


def test_what_an_import_brings_shows_at_once(
    central: AppContext, qtbot: QtBot, enrol: Enrol, meeting: UUID
) -> None:
    page = show(central, qtbot)
    before = page.territory.count()
    central.changes.happened.emit(frozenset({"meeting"}))
    assert page.territory.count() == before
    assert page.table.model.rowCount() == 2
