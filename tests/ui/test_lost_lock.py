"""A window whose register lost its lock file shows no more of it than it already did."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from outreach_app import i18n, startup
from outreach_app.errors import StoreFailed
from outreach_app.i18n import ScreenLanguage
from tests import makers
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks


def test_without_its_lock_the_window_stays_at_its_page_and_in_its_language(
    qtbot: QtBot, store: Path, settings: Settings, tasks: Tasks
) -> None:
    lock, away = store / "outreach.lock", store / "away"
    with startup.opened(store, makers.PASSPHRASE) as office:
        shell = Shell(office, settings, tasks)
        qtbot.addWidget(shell)
        shell.show()
        (pages,) = shell.rail.findChildren(QListView)
        lock.rename(away)
        try:
            with qtbot.captureExceptions() as raised:
                third = pages.visualRect(pages.model().index(2, 0)).center()
                QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=third)
            assert {kind for kind, _error, _trace in raised} == {StoreFailed}
            assert [index.row() for index in pages.selectedIndexes()] == [0]
            with qtbot.captureExceptions() as raised:
                shell.rail.language.click()
            assert [kind for kind, _error, _trace in raised] == [StoreFailed]
            assert settings.language is i18n.screen() is ScreenLanguage.ARABIC
        finally:
            away.rename(lock)
