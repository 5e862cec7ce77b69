"""The calendar of weeks: who sent, who never did, and what to do."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.exchange.stations import registry, revocation
from outreach_app.i18n import isolate
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.offices import WeekState
from outreach_app.rules.territory import region_of_city
from tests.registry import add_precinct, precinct_draft
from tests.ui.conftest import Heard
from tests.ui.headquarters.conftest import Enrol, Send
from tests.ui.painted_words import told_at
from ui import style
from ui.context import AppContext
from ui.forms.choice_editor import ChoiceEditor
from ui.headquarters.page import OfficesPage
from ui.requests import EnrolCard, SendChanges, ShowMeetings

_ANFA = ("منطقة أمن أنفا", "District de police d'Anfa")
_ARABIC = {"Zitoune": "الزيتون", "Yasmine": "الياسمين"}


def show(central: AppContext, qtbot: QtBot) -> OfficesPage:
    page = OfficesPage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def register(central: AppContext, **sent: str) -> None:
    """Return precincts by French names, with what each sent; numbered from 101 on."""
    with central.office.database.write() as session:
        for number, (name, letters) in enumerate(sent.items(), start=101):
            arabic = _ARABIC.get(name, name)
            draft = precinct_draft((arabic, name), str(number), _ANFA)
            add_precinct(session, draft, letters)


def choose(choice: ChoiceEditor, value: str | None) -> None:
    choice.set_value(value)
    choice.activated.emit(choice.currentIndex())


def shown(page: OfficesPage) -> list[str]:
    return [row.name.fr or "" for row in page._shown]


def _shows_only(page: OfficesPage, name: str) -> bool:
    return shown(page) == [name]


def test_with_no_precinct_enrolled_the_page_says_what_to_do(
    central: AppContext, qtbot: QtBot, heard: Heard
) -> None:
    page = show(central, qtbot)
    assert page.enrol.isVisible()
    page.enrol.click()
    assert heard.requests == [EnrolCard()]


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
    with central.office.database.write() as session:
        (station,) = registry.enrolled_stations(session)
        revocation.revoke(session, station.device, 1)
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
    assert heard.requests == [SendChanges(line.office.uid)]
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    asked = heard.requests[-1]
    assert isinstance(asked, ShowMeetings)
    assert line.office.id is not None
    assert asked.wanted == MeetingFilter(offices=frozenset({line.office.id}))
    assert "النخيل" in asked.words()


@pytest.mark.usefixtures("meeting")
def test_the_heading_of_a_district_is_chosen_as_any_row_is(
    central: AppContext, qtbot: QtBot
) -> None:
    page = show(central, qtbot)
    page.table.select(0)
    view = page.table.view
    ground = view.viewport().grab(view.visualRect(page.table.model.index(0, 0))).toImage()
    assert ground.pixelColor(ground.rect().center()) == style.colour("sel")


@pytest.mark.usefixtures("meeting")
def test_a_territory_and_a_state_narrow_the_calendar(central: AppContext, qtbot: QtBot) -> None:
    page = show(central, qtbot)
    codes = [
        page.filters.territory.itemData(place) for place in range(page.filters.territory.count())
    ]
    casablanca = region_of_city("Casablanca")
    assert codes[:2] == [None, casablanca]
    choose(page.filters.territory, casablanca)
    assert page.table.model.rowCount() == 2
    choose(page.filters.state, WeekState.GAP)
    assert page.table.model.rowCount() == 0


def test_filters_that_nothing_fits_are_cleared_from_there(
    central: AppContext, qtbot: QtBot
) -> None:
    register(central, Yasmine="rrrrrrrr")
    page = show(central, qtbot)
    choose(page.filters.state, WeekState.NEVER)
    assert page.clear.isVisible()
    assert not page.enrol.isVisible()
    assert page.empty.title.text() == "لا توجد دائرة أمنية تطابق هذه التصفية"
    page.clear.click()
    assert shown(page) == ["Yasmine"]
    assert page.filters.state.currentData() is None


def test_a_state_shows_as_many_precincts_as_the_legend_counts_of_it(
    central: AppContext, qtbot: QtBot
) -> None:
    # What arrived after the gap is eleven weeks old: no visible week shows it.
    register(central, Late="rrrrrlrr", Never="........", Lacking="rg..........", Good="rrrrrrrr")
    page = show(central, qtbot)
    expected = {
        WeekState.SENT: ["Good", "Late"],
        WeekState.LATE: ["Lacking", "Late"],
        WeekState.GAP: ["Lacking"],
        WeekState.NEVER: ["Never"],
    }
    for state, names in expected.items():
        choose(page.filters.state, state)
        assert sorted(shown(page)) == names
        assert isolate(str(len(names))) in page.legend.words(state)


@pytest.fixture
def large_letters() -> Iterator[None]:
    style.set_text_size(125)
    yield
    style.set_text_size(100)


@pytest.mark.usefixtures("large_letters")
def test_in_large_letters_the_calendar_tells_of_the_weeks_that_have_room(
    central: AppContext, qtbot: QtBot
) -> None:
    register(central, Late="lrrrrrrr", Good="rrrrrrrr")
    page = show(central, qtbot)
    header = page.table.view.horizontalHeader()
    titles = [
        page.table.model.headerData(number, Qt.Orientation.Horizontal)
        for number in range(header.count())
        if not header.isSectionHidden(number)
    ]
    assert len(titles) == 1 + 6
    assert titles[-1] == isolate(f"{page._weeks[-1]:%d/%m}")
    # The legend and the filter of states count those weeks too.
    choose(page.filters.state, WeekState.LATE)
    assert shown(page) == []
    assert isolate("0") in page.legend.words(WeekState.LATE)


def test_a_precinct_is_found_by_its_name_in_either_language_its_number_or_its_city(
    central: AppContext, qtbot: QtBot
) -> None:
    register(central, Zitoune="r", Yasmine="r")
    page = show(central, qtbot)
    for words, name in (("زيتون", "Zitoune"), ("YASM", "Yasmine"), ("101", "Zitoune")):
        page.filters.text.setText(words)
        qtbot.waitUntil(partial(_shows_only, page, name))
    page.filters.text.setText("casablanca")
    qtbot.waitUntil(lambda: shown(page) == ["Yasmine", "Zitoune"])


def test_two_precincts_of_one_name_are_told_apart_and_each_is_told_whole(
    central: AppContext, qtbot: QtBot
) -> None:
    name = ("الرابعة عشرة سيدي معروف والأحياء المجاورة", "Zitoune")
    with central.office.database.write() as session:
        for number, sent in (("14", "rrrrlrrr"), ("15", "r")):
            add_precinct(session, precinct_draft(name, number, _ANFA), sent)
    page = show(central, qtbot)
    view = page.table.view
    cells = [page.table.model.data(page.table.model.index(row, 0)) for row in (1, 2)]
    assert cells == [f"{name[0]} {isolate(f'({number})')}" for number in (14, 15)]
    told = told_at(view.viewport(), view.visualRect(page.table.model.index(1, 3)).center())
    for words in (name[0], "14", "الدار البيضاء", "متأخر"):
        assert words in told


def test_those_to_be_reminded_go_out_as_a_list_with_what_to_do(
    central: AppContext, qtbot: QtBot, enrol: Enrol, heard: Heard, tmp_path: Path
) -> None:
    enrol()
    with central.office.database.write() as session:
        # Enrolled weeks ago, it never sent a file.
        (station,) = registry.enrolled_stations(session)
        station.enrolled_at = clock.now() - timedelta(weeks=5)
    page = show(central, qtbot)
    page.filters.state.setCurrentIndex(1)
    page.filters.state.activated.emit(1)
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
    page.filters.state.setCurrentIndex(1)
    page.filters.state.activated.emit(1)
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
    before = page.filters.territory.count()
    central.changes.happened.emit(frozenset({"meeting"}))
    assert page.filters.territory.count() == before
    assert page.table.model.rowCount() == 2


def test_copied_precincts_are_a_row_of_the_log(central: AppContext, qtbot: QtBot) -> None:
    register(central, Zitoune="A")
    page = show(central, qtbot)
    page.table.select(0)
    page.table.copy_rows()
    last = central.read(list_access)[0]
    assert (last.act, last.verb) == (Act.TABLE, "copy_rows")
