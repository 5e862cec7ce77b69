"""The office is edited beside its letterhead, and a change can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.queries.records import get_own_office
from outreach_app.summaries.privacy.facts import plan_notice
from tests.ui.recorded import Recorded, type_words
from ui.preferences.office import OfficeScreen

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded) -> OfficeScreen:
    screen = OfficeScreen(recorded.context)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    return screen


def name_in_the_register(recorded: Recorded) -> str:
    return recorded.context.read(lambda session: get_own_office(session).name_fr)


def test_a_letterhead_is_seen_while_it_is_typed(qtbot: QtBot, screen: OfficeScreen) -> None:
    screen.letterheads[FRENCH].append("District de police d\u2019Anfa")
    sheet = screen.sheets[FRENCH]
    qtbot.waitUntil(lambda: sheet.shown.lines[-1] == "District de police d\u2019Anfa")
    assert screen.sheets[ARABIC].shown.lines[0] == "المملكة المغربية"


def test_the_line_of_the_precinct_is_seen_where_none_was_typed(
    qtbot: QtBot, screen: OfficeScreen
) -> None:
    sheet = screen.sheets[FRENCH]
    screen.letterheads[FRENCH].setPlainText("Royaume du Maroc")
    qtbot.waitUntil(lambda: sheet.shown.lines[-1] == "Arrondissement de police Annakhil")
    screen.fields["name", FRENCH].line.setText("13")
    qtbot.waitUntil(lambda: sheet.shown.lines[-1] == "13e arrondissement de police")
    assert screen.draft().letterhead_fr == "Royaume du Maroc"


def test_ctrl_s_saves_and_undo_takes_back(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded
) -> None:
    line = screen.fields["name", FRENCH].line
    line.clear()
    type_words(line, "Assalam")
    screen.cndp_number.line.setText("D-12/2026")
    screen.number.line.setText("7e")
    screen.activateWindow()
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert name_in_the_register(recorded) == "Assalam"
    assert recorded.context.read(plan_notice).cndp_number == "D-12/2026"
    assert recorded.context.read(lambda session: get_own_office(session).number) == "7"
    recorded.undo()
    assert name_in_the_register(recorded) == "Annakhil"


def test_what_lacks_is_said_under_its_field_and_nothing_is_written(
    screen: OfficeScreen, recorded: Recorded
) -> None:
    screen.fields["city", ARABIC].line.clear()
    screen.letterheads[FRENCH].clear()
    screen.number.line.setText("7e arrondissement")
    screen.save.click()
    assert screen.fields["city", ARABIC].problem.text()
    assert screen._boxes["letterhead_fr"].problem
    assert screen.number.problem.text()
    assert not recorded.said


def test_what_was_typed_is_gone_after_turning_back(screen: OfficeScreen) -> None:
    screen.fields["name", FRENCH].line.setText("typed")
    screen.back.click()
    screen.begin()
    assert screen.fields["name", FRENCH].text() == "Annakhil"


def test_a_letterhead_that_was_not_saved_is_offered_again(
    screen: OfficeScreen, recorded: Recorded
) -> None:
    screen.letterheads[FRENCH].append("Service extérieur")
    screen.back.click()
    screen.begin()
    assert "Service extérieur" not in screen.letterheads[FRENCH].toPlainText()
    screen.kept.strip.chosen.emit(screen.kept.strip.rows[0])
    assert "Service extérieur" in screen.letterheads[FRENCH].toPlainText()
