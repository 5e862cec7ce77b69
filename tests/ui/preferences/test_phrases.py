"""An office edits the opening and closing of its summaries with a live preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.rules.kinds import SummarySection
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.ui.recorded import Recorded
from ui.forms.editors import TextEditor
from ui.preferences.phrases import PhrasesScreen

FRENCH = Language.FRENCH
OPENING = "Dans le cadre du programme annuel de proximité,"
CLOSING = "Fait pour servir et valoir ce que de droit"


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded) -> PhrasesScreen:
    screen = PhrasesScreen(recorded.context)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    return screen


def field(screen: PhrasesScreen, name: str) -> TextEditor:
    editor = screen.boxes[name, FRENCH].editor
    assert isinstance(editor, TextEditor)
    return editor


def summary(recorded: Recorded, meeting: str, language: Language) -> str:
    document = prepare_session_summary(recorded.context.office.database, meeting)
    return to_plain_text(document.request(language).candidates[0])


def test_phrases_are_read_while_they_are_typed_and_stand_in_every_summary(
    qtbot: QtBot, screen: PhrasesScreen, recorded: Recorded
) -> None:
    opinion = {"assessment": "Échanges utiles", "assessment_language": "fr"}
    meeting = str(makers.write_meeting(recorded.context.office.database, **opinion))
    usual = {language: summary(recorded, meeting, language) for language in Language}
    field(screen, "opening").setPlainText(OPENING)
    field(screen, "closing").setPlainText(CLOSING)
    preview = screen.previews[FRENCH]
    qtbot.waitUntil(lambda: f"{OPENING} le chef" in preview.text())
    assert preview.text().endswith(f"{CLOSING}.")
    assert "Appréciation du chef" in preview.text()
    screen.sections[SummarySection.ASSESSMENT].click()
    qtbot.waitUntil(lambda: "Appréciation du chef" not in preview.text())

    screen.activateWindow()
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(field(screen, "closing"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    french = summary(recorded, meeting, FRENCH)
    assert f"{OPENING} le chef" in french
    assert f"{CLOSING}." in french
    assert ("Appréciation" in usual[FRENCH], "Appréciation" in french) == (True, False)
    # Nothing is typed in Arabic: that version keeps the default.
    opening = next(line for line in usual[Language.ARABIC].splitlines() if "ترأس" in line)
    assert opening in summary(recorded, meeting, Language.ARABIC)
    recorded.undo()
    assert summary(recorded, meeting, FRENCH) == usual[FRENCH]


def test_a_phrase_that_may_not_be_kept_is_told_under_its_field(
    screen: PhrasesScreen, recorded: Recorded
) -> None:
    field(screen, "closing").setPlainText("Voir carte AB123456")
    screen.save.click()
    assert screen.boxes["closing", FRENCH].problem
    assert not recorded.said


def test_what_is_typed_survives_a_lock_and_is_offered(
    qtbot: QtBot, screen: PhrasesScreen, recorded: Recorded
) -> None:
    field(screen, "opening").setPlainText(OPENING)
    recorded.context.changes.closing.emit()
    again = PhrasesScreen(recorded.context)
    qtbot.addWidget(again)
    again.show()
    again.begin()
    assert field(again, "opening").toPlainText() == ""
    again.kept.strip.chosen.emit(again.kept.strip.rows[0])
    assert field(again, "opening").toPlainText() == OPENING
    again.store()
    again.begin()
    assert not again.kept.strip.isVisible()


def test_a_screen_that_was_only_looked_at_leaves_no_draft(
    screen: PhrasesScreen, recorded: Recorded
) -> None:
    recorded.context.changes.closing.emit()
    screen.back.click()
    screen.begin()
    assert not screen.kept.strip.rows
