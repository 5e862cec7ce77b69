"""Days off of the chief: stored on this computer, shown on pages, removable."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.working_days import Holiday
from tests.ui.recorded import Recorded
from ui import settings as window_settings
from ui.preferences.days_off import DaysOffSection
from ui.preferences.page import PreferencesPage
from ui.widgets.buttons import IconButton

BRIDGE = Holiday(date(2026, 11, 19), "عطلة استثنائية", "Jour chômé")
EARLIER = Holiday(date(2026, 5, 26), "يوم عرفة", "يوم عرفة")


@pytest.fixture
def page(qtbot: QtBot, recorded: Recorded) -> PreferencesPage:
    page = PreferencesPage(recorded.context)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def section(page: PreferencesPage) -> DaysOffSection:
    return page.days_off


def add(section: DaysOffSection, day: str, arabic: str = "", french: str = "") -> None:
    section.day.setText(day)
    section.names[Language.ARABIC].line.setText(arabic)
    section.names[Language.FRENCH].line.setText(french)
    QTest.keyClick(section.names[Language.FRENCH].line, Qt.Key.Key_Return)


def kept(recorded: Recorded) -> tuple[Holiday, ...]:
    return window_settings.load(recorded.context.settings.file).days_off


def crosses(section: DaysOffSection) -> list[IconButton]:
    QApplication.processEvents()  # which shows the new lines
    return [cross for cross in section.findChildren(IconButton) if cross.isVisible()]


def test_a_day_declared_off_is_kept_in_its_order_and_undone(
    section: DaysOffSection, recorded: Recorded
) -> None:
    told: list[frozenset[str]] = []
    recorded.context.changes.happened.connect(told.append)
    add(section, "19112026", BRIDGE.ar, BRIDGE.fr)
    add(section, "26/05/2026", EARLIER.ar)
    assert kept(recorded) == (EARLIER, BRIDGE)
    assert len(told) == 2  # the calendar asks again
    said = recorded.said[-1]
    recorded.undo()
    assert kept(recorded) == (BRIDGE,)
    assert recorded.said[-1] == _("Undone: “{act}”.").format(act=said.rstrip("."))


def test_a_day_off_is_removed_and_undone(section: DaysOffSection, recorded: Recorded) -> None:
    add(section, "19112026", BRIDGE.ar, BRIDGE.fr)
    (cross,) = crosses(section)
    assert "19/11/2026" in cross.accessibleName()
    cross.click()
    assert kept(recorded) == ()
    assert not crosses(section)
    recorded.undo()
    assert kept(recorded) == (BRIDGE,)
    assert len(crosses(section)) == 1


@pytest.mark.parametrize("typed", ["", "غد بعيد", "31/02/2027", "19/11/2026"])
def test_a_day_that_cannot_be_added_is_refused_under_its_field(
    section: DaysOffSection, recorded: Recorded, typed: str
) -> None:
    add(section, "19112026", BRIDGE.ar, BRIDGE.fr)
    add(section, typed, "اسم")
    assert section.day_box.problem
    assert kept(recorded) == (BRIDGE,)


def test_a_day_off_needs_a_name(section: DaysOffSection, recorded: Recorded) -> None:
    add(section, "19112026", "  ")
    assert section.names[Language.ARABIC].problem.isVisible()
    assert recorded.context.settings.days_off == ()
    add(section, "19112026", BRIDGE.ar, BRIDGE.fr)
    assert not section.names[Language.ARABIC].problem.isVisible()
