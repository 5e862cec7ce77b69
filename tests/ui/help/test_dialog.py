"""The help: a page for every screen in both languages, and the shortcuts."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.startup import OpenOffice
from ui.help.dialog import HelpDialog
from ui.help.pages import SESSION, help_text, help_title
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

KEYS = sorted({entry.key for entry in (*PRECINCT_PAGES, *HEADQUARTERS_PAGES)} | {SESSION})
_ARABIC = re.compile("[\u0600-\u06ff]")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", KEYS)
def test_every_screen_has_a_page(key: str, language: Language) -> None:
    text = help_text(key, language)
    assert 100 < len(text.split()) < 260
    assert bool(_ARABIC.search(help_title(key, language))) is (language is Language.ARABIC)
    if language is Language.FRENCH:
        assert "'" not in text
        assert not re.search(r"[^\u00a0\d][:;!?»](\s|$)", text)


def test_f1_explains_the_page_that_is_shown_without_blocking(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.open_page("trash")
    QTest.keyClick(shell, Qt.Key.Key_F1)
    dialog = shell.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.text.toPlainText().startswith("المحذوفات")
    assert dialog.topics.currentItem().text() == "المحذوفات"
    dialog.show_shortcuts()
    assert dialog.shortcuts.isVisible()
    dialog.reject()
