"""The calendar: whole weeks from Monday, what each day holds, and what is begun on it."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.agenda.grid_model import CELL_ROLE, Cell, GridModel
from ui.agenda.page import AgendaPage
from ui.context import AppContext
from ui.widgets.line_button import Line


@pytest.fixture
def page(context: AppContext, qtbot: QtBot, tmp_path: Path) -> AgendaPage:
    makers.write_meeting(
        context.office.database,
        held_on=date(2026, 11, 9),
        starts_at=time(15),
        subject_ar="لقاء المساء",
        commitments=(CommitmentDraft("دورية", "ar", "office", due_on=date(2026, 11, 20)),),
    )
    makers.write_meeting(
        context.office.database, held_on=date(2026, 11, 9), starts_at=time(9), commitments=()
    )

    def ask(_parent: QWidget, name: str) -> Path | None:
        return tmp_path / name

    page = AgendaPage(context, ask)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.show_day(date(2026, 11, 9))
    return page


def cell(page: AgendaPage, day: date) -> Cell:
    found = page.model.index_of(day).data(CELL_ROLE)
    assert isinstance(found, Cell)
    return found


def shown(page: AgendaPage) -> list[Line]:
    return [line for line in page.day.findChildren(Line) if line.isVisible()]


def test_the_model_keeps_qts_rules() -> None:
    model = GridModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(date(2026, 11, 9), date(2026, 11, 24), is_month=True)
    model.show(date(2026, 2, 9), date(2026, 11, 24), is_month=False)


@pytest.mark.parametrize(
    ("day", "first", "weeks"),
    [
        (date(2026, 11, 9), date(2026, 10, 26), 6),
        (date(2027, 2, 9), date(2027, 2, 1), 4),
        (date(2026, 12, 31), date(2026, 11, 30), 5),
    ],
)
def test_a_month_is_shown_in_the_whole_weeks_it_touches(
    page: AgendaPage, day: date, first: date, weeks: int
) -> None:
    page.show_day(day)
    assert (page.model.first, page.model.rowCount()) == (first, weeks)


def test_a_day_holds_its_meetings_by_the_hour_and_what_falls_due(page: AgendaPage) -> None:
    meetings = cell(page, date(2026, 11, 9)).content.meetings
    assert [row.starts_at for row in meetings] == [time(9), time(15)]
    assert [row.text for row in cell(page, date(2026, 11, 20)).content.commitments] == ["دورية"]
    holiday = cell(page, date(2026, 11, 18)).holiday
    assert holiday is not None
    assert holiday.ar == "عيد الاستقلال"


def test_arrows_choose_a_day_and_its_lines_open_what_they_name(
    page: AgendaPage, heard: Heard, qtbot: QtBot
) -> None:
    page.show_day(date(2026, 11, 8))
    # The next day lies to the left in Arabic, across the week's end.
    page.grid.setCurrentIndex(page.model.index_of(date(2026, 11, 9)))
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    lines = shown(page)
    assert "لقاء المساء" in lines[1].accessibleName()
    lines[1].click()
    assert heard.pages[0][0] == "meetings"


def test_a_meeting_is_planned_on_the_day_chosen(page: AgendaPage, heard: Heard) -> None:
    page.grid.setCurrentIndex(page.model.index_of(date(2026, 11, 12)))
    QTest.keyClick(page.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert heard.begun == ["plan 2026-11-12"]


def test_page_down_goes_a_month_on_and_a_week_where_weeks_are_shown(page: AgendaPage) -> None:
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_PageDown)
    assert page.model.first == date(2026, 11, 30)
    page.kinds.setCurrentIndex(1)
    QTest.keyClick(page.grid, Qt.Key.Key_PageUp)
    assert (page.model.first, page.model.last) == (date(2026, 11, 30), date(2026, 12, 6))


def test_the_days_are_named_in_the_language_from_monday(page: AgendaPage, qtbot: QtBot) -> None:
    languages.switch(Language.FRENCH)
    heading = page.model.headerData(0, Qt.Orientation.Horizontal)
    assert heading == "Lundi"
    qtbot.waitUntil(lambda: page.period.text() == "Novembre 2026")


def test_the_month_goes_out_to_other_calendars(
    page: AgendaPage, tmp_path: Path, heard: Heard
) -> None:
    page.export.click()
    text = (tmp_path / "2026-11.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "2" in heard.said[-1]


def test_ramadan_follows_the_sighting_that_was_set(page: AgendaPage, context: AppContext) -> None:
    page.show_day(date(2026, 2, 18))  # the first of Ramadan 1447 as computed
    assert "رمضان" in page.day.facts.text()
    context.settings.hijri_offset = 1
    page.show_day(date(2026, 2, 18))
    assert "رمضان" not in page.day.facts.text()
