"""The calendar: whole weeks from Monday, the content of each day, and its actions."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.working_days import Holiday
from outreach_app.services.commitments import CommitmentDraft
from tests import makers
from tests.ui.answers import Answers
from tests.ui.conftest import Heard
from ui import languages
from ui.agenda.grid_model import CELL_ROLE, Cell, GridModel
from ui.agenda.page import AgendaPage
from ui.context import AppContext
from ui.moments import hours_words
from ui.requests import OpenMeeting, ShowProgramme
from ui.settings import Settings
from ui.widgets.buttons import Button
from ui.widgets.line_button import LineButton
from ui.widgets.painted_row import list_cut


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

    page = AgendaPage(replace(context, files=Answers(tmp_path / "calendar.ics")))
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.show_day(date(2026, 11, 9))
    return page


def cell(page: AgendaPage, day: date) -> Cell:
    found = page.model.index_of(day).data(CELL_ROLE)
    assert isinstance(found, Cell)
    return found


def shown(page: AgendaPage) -> list[LineButton]:
    return [line for line in page.day.findChildren(LineButton) if line.isVisible()]


def test_the_model_keeps_qts_rules(settings: Settings) -> None:
    model = GridModel(settings)
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
    assert isinstance(heard.requests[0], OpenMeeting)


def test_a_meeting_is_planned_on_the_day_chosen(page: AgendaPage) -> None:
    page.grid.setCurrentIndex(page.model.index_of(date(2026, 11, 12)))
    QTest.keyClick(page.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.schedule.typed().held_on == date(2026, 11, 12)


def test_page_down_goes_a_month_on_and_a_week_where_weeks_are_shown(page: AgendaPage) -> None:
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_PageDown)
    assert page.model.first == date(2026, 11, 30)
    page.bar.kinds.setCurrentIndex(1)
    QTest.keyClick(page.grid, Qt.Key.Key_PageUp)
    assert (page.model.first, page.model.last) == (date(2026, 11, 30), date(2026, 12, 6))


def test_the_days_are_named_in_the_language_from_monday(page: AgendaPage, qtbot: QtBot) -> None:
    languages.switch(Language.FRENCH)
    heading = page.model.headerData(0, Qt.Orientation.Horizontal)
    assert heading == "Lundi"
    qtbot.waitUntil(lambda: page.bar.period.text() == "Novembre 2026")


def test_the_month_goes_out_to_other_calendars(
    page: AgendaPage, tmp_path: Path, heard: Heard
) -> None:
    page.export.click()
    text = (tmp_path / "calendar.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "2" in heard.said[-1]


def test_ramadan_follows_the_sighting_that_was_set(page: AgendaPage, context: AppContext) -> None:
    page.show_day(date(2026, 2, 18))  # the first of Ramadan 1447 as computed
    assert "رمضان" in page.day.facts.text()
    context.settings.hijri_offset = 1
    page.show_day(date(2026, 2, 18))
    assert "رمضان" not in page.day.facts.text()


def test_days_off_follow_the_sighting_and_what_the_chief_declared(
    page: AgendaPage, context: AppContext
) -> None:
    context.settings.hijri_offset = 1
    context.settings.days_off = (Holiday(date(2026, 5, 26), "عطلة استثنائية", "Jour chômé"),)
    page.show_day(date(2026, 5, 26))
    names = [
        holiday and holiday.ar
        for holiday in (cell(page, date(2026, 5, day)).holiday for day in (26, 27, 28, 29))
    ]
    assert names == ["عطلة استثنائية", None, "عيد الأضحى", "عيد الأضحى"]
    assert page.day.facts.text() == "عطلة استثنائية"


def write_planned(page: AgendaPage, context: AppContext, day: date) -> None:
    makers.write_meeting(
        context.office.database,
        status="planned",
        held_on=day,
        points=(),
        commitments=(),
        referrals=(),
    )
    page.show_day(day)


def press(page: AgendaPage, words: str) -> None:
    """Press the button of that name in the day pane."""
    QApplication.processEvents()  # which shows the new ones
    buttons = page.day.findChildren(Button)
    (button,) = (it for it in buttons if it.isVisible() and it.accessibleName() == words)
    button.click()


def names(page: AgendaPage) -> set[str]:
    """Return the buttons in the day pane."""
    return {it.accessibleName() for it in page.day.findChildren(Button) if it.isVisible()}


def test_a_planned_meeting_is_moved_from_its_day_and_comes_back(
    page: AgendaPage, context: AppContext, heard: Heard
) -> None:
    write_planned(page, context, date(2026, 12, 1))
    press(page, _("Move"))
    page.day.forms.move_row.day.setText("03/12/2026")
    page.day.forms.move_row.day.returnPressed.emit()
    assert not cell(page, date(2026, 12, 1)).content.meetings
    assert cell(page, date(2026, 12, 3)).content.meetings
    assert not page.day.forms.isVisible()
    heard.undo()
    assert cell(page, date(2026, 12, 1)).content.meetings


def test_a_form_about_a_meeting_that_left_its_day_is_closed(
    page: AgendaPage, context: AppContext, heard: Heard
) -> None:
    write_planned(page, context, date(2026, 12, 3))
    (row,) = cell(page, date(2026, 12, 3)).content.meetings
    page.grid.moved.emit(row, date(2026, 12, 1))
    press(page, _("Repeat"))
    page.refresh()
    assert page.day.forms.isVisible()
    heard.undo()
    assert not page.day.forms.isVisible()


def test_a_planned_meeting_is_postponed_and_cancelled_from_its_day(
    page: AgendaPage, context: AppContext
) -> None:
    day = date(2026, 12, 1)
    write_planned(page, context, day)
    for words, status in ((_("Postpone"), "postponed"), (_("Cancel it"), "cancelled")):
        press(page, words)
        page.day.forms.reason.line.setText("اعتذار الشريك")
        page.day.forms.reason.line.returnPressed.emit()
        assert [row.status for row in cell(page, day).content.meetings] == [status]
    QApplication.processEvents()
    assert _("Move") not in names(page)


def test_a_held_meeting_is_not_moved_from_its_day(page: AgendaPage) -> None:
    QApplication.processEvents()
    assert not names(page) & {_("Move"), _("Repeat")}


def test_the_programme_of_the_month_shown_is_asked_for(page: AgendaPage, heard: Heard) -> None:
    page.go(2)
    QTest.keyClick(page.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert heard.requests == [ShowProgramme(date(2027, 1, 9))]


def test_the_hours_are_those_that_were_set(page: AgendaPage, context: AppContext) -> None:
    context.settings.schedule = 4
    page.show_day(date(2026, 11, 24))
    assert hours_words(time(8), time(18)) in page.day.facts.text()


def test_a_long_subject_has_the_lines_that_its_day_leaves(
    page: AgendaPage, context: AppContext
) -> None:
    subject = "محيط المدارس والثانويات"
    parts = {"subject_ar": subject, "commitments": ()}
    makers.write_meeting(context.office.database, held_on=date(2026, 11, 12), **parts)
    page.show_day(date(2026, 11, 12))
    index = page.grid.currentIndex()
    delegate, option = page.grid.itemDelegate(), QStyleOptionViewItem()
    option.rect = page.grid.visualRect(index)
    assert not list_cut(lambda painter: delegate.paint(painter, option, index))
    option.rect.setHeight(48)  # there is space for one line, under the number
    assert list_cut(lambda painter: delegate.paint(painter, option, index))


def test_a_day_tells_when_its_meetings_end(
    page: AgendaPage, context: AppContext, qtbot: QtBot
) -> None:
    day, hours = date(2026, 11, 10), (time(10), time(11, 30))
    hour = {"starts_at": hours[0], "ends_at": hours[1]}
    makers.write_meeting(context.office.database, held_on=day, **hour)
    page.show_day(day)
    qtbot.waitUntil(lambda: bool(shown(page)))
    assert hours_words(*hours) in shown(page)[0].accessibleName()
