"""The help: a page for every screen in both languages, and the shortcuts."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.i18n import ScreenLanguage
from outreach_app.presets import Presets
from outreach_app.startup import OpenOffice
from tests import makers
from ui.files import Files
from ui.first_run.page import FirstRunPage
from ui.gate import Gate
from ui.gate_screens import GateScreens
from ui.help.dialog import HelpDialog
from ui.help.pages import OPENING_TOPICS, help_text, help_title, help_topics
from ui.help.text import HelpText
from ui.history.dialog import HistoryDialog
from ui.import_wizard.dialog import ImportDialog
from ui.meetings.page import MeetingsPage
from ui.notes.dialog import NoteDialog
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES
from ui.partners.page import PartnersPage
from ui.requests import LogSession
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.unlock.page import UnlockPage
from ui.widgets.keys import key_words
from ui.widgets.labels import KeyCap

SCREENS = [entry.key for entry in PRECINCT_PAGES]
OF_HEADQUARTERS = [entry.key for entry in HEADQUARTERS_PAGES]
_WRITING = ("Ctrl+N", "Ctrl+Z", "Ctrl+S", "Ctrl+Enter", "Del")
KEYS = sorted(
    {
        *help_topics(SCREENS, is_headquarters=False),
        *help_topics(OF_HEADQUARTERS, is_headquarters=True),
        *OPENING_TOPICS,
    }
)
_ARABIC = re.compile("[\u0600-\u06ff]")


@pytest.fixture
def shell(office: OpenOffice, settings: Settings, tasks: Tasks, qtbot: QtBot) -> Shell:
    """Return the active window of a precinct."""
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


@pytest.mark.parametrize("language", ScreenLanguage)
def test_every_screen_has_a_page(language: ScreenLanguage) -> None:
    for key in KEYS:
        text, title = help_text(key, language), help_title(key, language)
        assert 100 < len(text.split()) < 260, key
        assert bool(_ARABIC.search(title)) is (language is ScreenLanguage.ARABIC), key
        if language is not ScreenLanguage.ARABIC:
            assert "'" not in text, key
        if language is ScreenLanguage.FRENCH:
            assert not re.search(r"[^\u00a0\d][:;!?»](\s|$)", text), key


def test_f1_explains_the_page_that_is_shown_without_blocking(shell: Shell) -> None:
    shell.show_page("trash")
    QTest.keyClick(shell, Qt.Key.Key_F1)
    dialog = shell.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.text.toPlainText().startswith("المحذوفات")
    assert dialog.topics.currentItem().text() == "المحذوفات"
    dialog.topics.setCurrentRow(dialog.topics.count() - 1)
    assert dialog.shortcuts.isVisible()
    dialog.reject()


def test_no_key_is_listed_that_the_role_may_not_use(office: OpenOffice, shell: Shell) -> None:
    office.database.actor = Actor.READER
    for page in ("today", "meetings", "agenda", "partners", "follow_up"):
        shell.show_page(page)
        shell.show_help()
        dialog = shell.findChildren(HelpDialog)[-1]
        keys = {cap.text() for cap in dialog.shortcuts.findChildren(KeyCap)}
        assert key_words("Ctrl+K") in keys
        assert not keys & set(map(key_words, _WRITING)), page
        dialog.reject()


def test_a_part_of_a_screen_has_a_page_of_its_own(office: OpenOffice, shell: Shell) -> None:
    makers.write_partner(office.database)
    shell.show_page("partners")
    assert isinstance(shell.page, PartnersPage)
    shell.page.review_duplicates()
    QTest.keyClick(shell, Qt.Key.Key_F1)
    dialog = shell.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.topics.currentItem().text() == "التسجيلات المكررة"
    dialog.reject()


def test_the_parts_follow_their_screen_and_headquarters_has_those_it_uses() -> None:
    topics = help_topics(SCREENS, is_headquarters=False)
    assert topics.index("session") == topics.index("meetings") + 1
    assert topics.index("duplicates") < topics.index("follow_up")
    ours = help_topics(OF_HEADQUARTERS, is_headquarters=True)
    assert {"session", "import", "duplicates"}.isdisjoint(ours)
    assert {"filters", "backups", "server"} <= set(ours)
    assert "server" not in topics


def test_a_page_shows_its_screen(qtbot: QtBot) -> None:
    text = HelpText()
    qtbot.addWidget(text)
    text.resize(800, 600)
    text.show()
    text.show_page("trash")
    corner = text.document().documentMargin()
    below = text.document().documentLayout().documentSize().height()
    assert below > 468 + 2 * corner  # the height of the picture alone


def test_f1_explains_how_a_register_is_opened(
    qtbot: QtBot, settings: Settings, tasks: Tasks, store: Path
) -> None:
    gate = Gate(GateScreens(settings, lambda: tasks, Files(), Presets()))
    qtbot.addWidget(gate)
    gate.show()
    gate.show_unlock(store)
    gate.activateWindow()
    qtbot.waitUntil(gate.isActiveWindow)
    page = gate.currentWidget()
    assert isinstance(page, UnlockPage)
    for is_clicked in (False, True):
        if is_clicked:
            page.help.click()
        else:
            QTest.keyClick(gate, Qt.Key.Key_F1)
        dialog = gate.findChild(HelpDialog)
        assert dialog is not None
        assert dialog.topics.currentItem().text() == help_title("opening", ScreenLanguage.ARABIC)
        dialog.close()


def test_the_first_run_has_a_button_of_the_help(
    qtbot: QtBot, settings: Settings, tasks: Tasks, tmp_path: Path
) -> None:
    gate = Gate(GateScreens(settings, lambda: tasks, Files(), Presets()))
    qtbot.addWidget(gate)
    gate.show_first_run(tmp_path)
    page = gate.currentWidget()
    assert isinstance(page, FirstRunPage)
    page.rail.help.click()
    assert gate.findChild(HelpDialog) is not None


def test_f1_in_a_dialog_explains_the_dialog(shell: Shell, qtbot: QtBot) -> None:
    shell.open_page(LogSession())
    assert isinstance(shell.page, MeetingsPage)
    shell.page.editor.notes.show_text("Points :\n- éclairage en panne\n")
    note = shell.page.findChild(NoteDialog)
    assert note is not None
    qtbot.waitUntil(note.list.hasFocus)
    QTest.keyClick(note.list, Qt.Key.Key_F1)
    explaining = note.findChild(HelpDialog)
    assert explaining is not None
    assert explaining.text.toPlainText().startswith(help_title("notes", ScreenLanguage.ARABIC))
    explaining.close()
    note.close()


def test_f1_in_a_dialog_without_a_page_explains_the_screen(
    office: OpenOffice, shell: Shell, qtbot: QtBot
) -> None:
    partner = makers.write_partner(office.database)
    shell.show_page("partners")
    HistoryDialog(shell.context, partner, "", shell.page).open()
    _assert_explained(shell, HistoryDialog, "partners", qtbot)


def test_f1_in_the_import_of_partners_explains_it(shell: Shell, qtbot: QtBot) -> None:
    shell.show_page("partners")
    assert isinstance(shell.page, PartnersPage)
    shell.page.bring.click()
    _assert_explained(shell, ImportDialog, "import", qtbot)


def _assert_explained(shell: Shell, of: type[QDialog], topic: str, qtbot: QtBot) -> None:
    dialog = shell.page.findChild(of)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    explaining = dialog.findChild(HelpDialog)
    assert explaining is not None
    assert explaining.text.toPlainText().startswith(help_title(topic, ScreenLanguage.ARABIC))
    explaining.close()
    dialog.close()
