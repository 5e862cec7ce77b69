"""Headquarters has only the settings that it needs."""

from pytestqt.qtbot import QtBot

from ui.context import AppContext
from ui.preferences.page import PreferencesPage


def test_headquarters_is_not_asked_for_a_precinct_s_habits(
    central: AppContext, context: AppContext, qtbot: QtBot
) -> None:
    for each, is_precinct in ((central, False), (context, True)):
        page = PreferencesPage(each)
        qtbot.addWidget(page)
        page.show()
        of_meetings = (page.reminders, page.calendar, page.days_off)
        assert [part.isVisible() for part in of_meetings] == [is_precinct] * 3
        assert page.idle.isVisible()
