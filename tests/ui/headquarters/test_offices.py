"""The calendar of weeks: who sent, who never did, and what to do about it."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.queries.offices import WeekState
from outreach_app.rules.territory import region_of_city
from tests.ui.conftest import Heard
from tests.ui.headquarters.conftest import Enrol
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
    assert (heard.pages, heard.begun) == ([("exchange", None)], ["send"])


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


def test_what_an_import_brings_shows_at_once(
    central: AppContext, qtbot: QtBot, enrol: Enrol, meeting: UUID
) -> None:
    page = show(central, qtbot)
    before = page.territory.count()
    central.changes.happened.emit(frozenset({"meeting"}))
    assert page.territory.count() == before
    assert page.table.model.rowCount() == 2
