"""A meeting is moved and repeated inline, with the other meetings of those days shown."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow, list_meetings
from outreach_app.rules.repetition import MAX_REPEATED, Every
from outreach_app.rules.working_days import Holiday
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.actions.days import prayer_words
from ui.actions.meeting_forms import MeetingForms
from ui.context import AppContext

NOTHING_SAID = {"points": (), "commitments": (), "referrals": ()}


def days(context: AppContext) -> list[date]:
    return sorted(row.held_on for row in context.read(list_meetings))


def the_row(context: AppContext) -> MeetingRow:
    return next(row for row in context.read(list_meetings) if row.held_on == date(2026, 10, 28))


@pytest.fixture
def forms(context: AppContext, qtbot: QtBot) -> MeetingForms:
    """Return the forms of a meeting repeated on a Saturday, with another a month later."""
    for day in (date(2026, 10, 28), date(2026, 12, 28)):
        makers.write_meeting(context.office.database, held_on=day, status="planned", **NOTHING_SAID)
    forms = MeetingForms(context)
    qtbot.addWidget(forms)
    return forms


def told(forms: MeetingForms) -> list[str]:
    """Return the lines under the fields, without isolates."""
    QApplication.processEvents()  # which shows the new lines
    labels = [it for it in forms.repeat_row.days.findChildren(QLabel) if it.isVisible()]
    return [label.text().replace("\u2066", "").replace("\u2069", "") for label in labels]


def test_the_days_of_a_series_are_seen_before_with_what_speaks_against_them(
    forms: MeetingForms, context: AppContext, heard: Heard
) -> None:
    languages.switch(Language.FRENCH)
    QApplication.processEvents()
    forms.ask_repetition(the_row(context))
    assert told(forms) == [
        "Lundi 30/11/2026",
        "au lieu du 28/11/2026\u00a0: Hors jours ouvrés",
        "Lundi 28/12/2026",
        "Autres rencontres ce jour-là\u00a0: 1",
        "Jeudi 28/01/2027",
    ]
    assert days(context) == [date(2026, 10, 28), date(2026, 12, 28)]
    forms.repeat_row.confirm.click()
    assert len(days(context)) == 5
    assert not forms.isVisible()
    heard.undo()
    assert days(context) == [date(2026, 10, 28), date(2026, 12, 28)]


def test_a_holiday_is_named_and_so_is_the_day_in_its_place(
    forms: MeetingForms, context: AppContext
) -> None:
    forms.ask_repetition(the_row(context))
    forms.repeat_row.every.set_value(Every.WEEK.value)
    forms.repeat_row.every.activated.emit(0)
    assert told(forms)[2:4] == ["الخميس 19/11/2026", "بدلا من 18/11/2026: عيد الاستقلال"]


def test_a_day_that_the_chief_declared_off_is_put_off_and_named(
    forms: MeetingForms, context: AppContext
) -> None:
    off = Holiday(date(2027, 1, 28), "عطلة استثنائية", "Jour chômé")
    context.settings.days_off = (off,)
    forms.ask_repetition(the_row(context))
    assert told(forms)[-2:] == ["الجمعة 29/01/2027", "بدلا من 28/01/2027: عطلة استثنائية"]
    forms.repeat_row.confirm.click()
    assert off.day not in days(context)
    assert date(2027, 1, 29) in days(context)


def test_a_series_in_the_hours_of_the_friday_prayer_is_told_before(
    forms: MeetingForms, context: AppContext
) -> None:
    row = replace(the_row(context), held_on=date(2026, 11, 6), starts_at=time(13))
    forms.ask_repetition(row)
    forms.repeat_row.every.set_value(Every.WEEK.value)
    forms.repeat_row.every.activated.emit(0)
    said = [prayer_words().replace("\u2066", "").replace("\u2069", "")]
    assert told(forms)[1:2] == said


def test_the_number_asked_for_is_said_not_to_count_the_meeting_itself(
    forms: MeetingForms, context: AppContext
) -> None:
    forms.ask_repetition(the_row(context))
    assert _("Meetings to add") in forms.repeat_row.times.accessibleName()
    forms.repeat_row.times.setText("3")
    forms.repeat_row.confirm.click()
    assert len(days(context)) == 2 + 3


@pytest.mark.parametrize("typed", ["", "0", "53", "كثيرا"])
def test_a_number_that_cannot_be_is_refused_in_words(
    forms: MeetingForms, context: AppContext, typed: str
) -> None:
    forms.ask_repetition(the_row(context))
    forms.repeat_row.times.setText(typed)
    forms.repeat_row.times.textEdited.emit(typed)
    assert forms.repeat_row.problem.isVisible()
    assert not told(forms)
    forms.repeat_row.confirm.click()
    assert len(days(context)) == 2
    assert MAX_REPEATED < 53


def test_the_day_a_meeting_is_moved_to_is_spoken_of_before(
    forms: MeetingForms, context: AppContext
) -> None:
    forms.ask_day(the_row(context))
    for typed, words in (
        ("18/11/2026", "عيد الاستقلال"),
        ("29/11/2026", _("Outside working days")),
        ("28/12/2026", "لقاءات أخرى في اليوم نفسه"),
    ):
        forms.move_row.day.setText(typed)
        forms.move_row.day.textEdited.emit(typed)
        assert words in forms.move_row.facts.text()
    forms.move_row.day.setText("04/12/2026")
    forms.move_row.hour.setText("1330")
    forms.move_row.hour.textEdited.emit("1330")
    assert prayer_words() in forms.move_row.facts.text()


def test_a_meeting_is_moved_to_another_hour_by_the_keyboard(
    forms: MeetingForms, context: AppContext, qtbot: QtBot
) -> None:
    with qtbot.waitActive(forms):
        forms.ask_day(the_row(context))
    forms.move_row.day.setText("29/10/2026")
    forms.move_row.hour.setText("1530")
    QTest.keyClick(forms.move_row.hour, Qt.Key.Key_Return)
    row = next(row for row in context.read(list_meetings) if row.held_on == date(2026, 10, 29))
    assert row.starts_at == time(15, 30)


def test_no_day_and_no_hour_that_is_none_is_taken(forms: MeetingForms, context: AppContext) -> None:
    forms.ask_day(the_row(context))
    for day, hour in (("", "10:00"), ("31/02/2027", "10:00"), ("29/10/2026", "soir")):
        forms.move_row.day.setText(day)
        forms.move_row.hour.setText(hour)
        forms.move_row.confirm.click()
        assert forms.move_row.problem.text()
    assert days(context) == [date(2026, 10, 28), date(2026, 12, 28)]


def test_escape_gives_up(forms: MeetingForms, context: AppContext, qtbot: QtBot) -> None:
    with qtbot.waitActive(forms):
        forms.ask_day(the_row(context))
    with qtbot.waitSignal(forms.ended):
        QTest.keyClick(forms.move_row.day, Qt.Key.Key_Escape)
    assert not forms.isVisible()
