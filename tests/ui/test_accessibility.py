"""With a screen reader or without a mouse every control is found, in reading order."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.startup import OpenOffice
from tests.languages import ARABIC_FIRST
from tests.ui.tab_order import controls, reading_place, tab_order
from ui import languages
from ui.context import AppContext
from ui.first_run.page import FirstRunPage
from ui.pages import PRECINCT_PAGES
from ui.preferences.page import PreferencesPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.unlock.page import UnlockPage

SIZE = (1366, 696)

every_language = pytest.mark.parametrize("language", ARABIC_FIRST)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


def show(qtbot: QtBot, widget: QWidget, language: Language) -> None:
    languages.switch(language)
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()


def nameless(widget: QWidget) -> list[str]:
    return [
        f"{control!r} in {control.parentWidget()!r}"
        for control in controls(widget)
        if not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name).strip()
    ]


def heard_twice(widget: QWidget) -> list[str]:
    """Shortcuts used twice in the window, which Qt then ignores."""
    listened = [
        shortcut.key().toString()
        for shortcut in widget.findChildren(QShortcut)
        if shortcut.isEnabled()
        and shortcut.context() is Qt.ShortcutContext.WindowShortcut
        and cast("QWidget", shortcut.parent()).isVisible()
    ]
    buttons = [it for it in widget.findChildren(QAbstractButton) if it.isVisible()]
    listened += [it.shortcut().toString() for it in buttons if not it.shortcut().isEmpty()]
    return [keys for keys, times in Counter(listened).items() if times > 1]


def assert_tab_reads(root: QWidget, part: QWidget) -> None:
    visited = [control for control in tab_order(root) if part.isAncestorOf(control)]
    assert len(visited) > 1
    assert visited == sorted(visited, key=lambda control: reading_place(root, control))


@every_language
def test_every_control_of_every_page_has_a_name_and_every_key_one_meaning(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks, language: Language
) -> None:
    settings.language = ScreenLanguage(language.value)
    shell = Shell(office, settings, tasks)
    show(qtbot, shell, language)
    found: list[str] = []
    for entry in PRECINCT_PAGES:
        shell.show_page(entry.key)
        QApplication.processEvents()
        found += nameless(shell) + heard_twice(shell)
    assert not found


def office_step(page: FirstRunPage) -> None:
    page.go_on()


def passphrase_step(page: FirstRunPage) -> None:
    page._show(2)


def recovery_step(page: FirstRunPage) -> None:
    page.recovery.show_code("7H2KQ-M4X9T-0ABCD-EFGHJ-KMNPQ-RSTVW", "Annakhil")
    page._show(3)


@every_language
@pytest.mark.parametrize("go", [None, office_step, passphrase_step, recovery_step])
def test_the_first_run_is_read_as_it_stands(
    qtbot: QtBot,
    settings: Settings,
    tasks: Tasks,
    tmp_path: Path,
    language: Language,
    go: Callable[[FirstRunPage], None] | None,
) -> None:
    page = FirstRunPage(settings, tasks)
    page.show_folder(tmp_path)
    show(qtbot, page, language)
    if go is not None:
        go(page)
    QApplication.processEvents()
    assert not nameless(page)
    fields = [line for line in controls(page) if isinstance(line, QLineEdit | QRadioButton)]
    assert fields
    # The foot of the rail, with the language, comes before the form beside it.
    form = page.next.parentWidget()
    assert form is not None
    assert_tab_reads(page, form)


@every_language
def test_the_unlock_screen_is_read_as_it_stands(
    qtbot: QtBot, settings: Settings, tasks: Tasks, store: Path, language: Language
) -> None:
    page = UnlockPage(settings, tasks)
    page.show_folder(store)
    page.offer_restore()
    show(qtbot, page, language)
    assert not nameless(page)
    assert_tab_reads(page, page)


@every_language
@pytest.mark.parametrize("screen", ["choices", "passphrase", "code"])
def test_the_settings_are_read_as_they_stand(
    qtbot: QtBot, context: AppContext, language: Language, screen: str
) -> None:
    context.settings.language = ScreenLanguage(language.value)
    page = PreferencesPage(context)
    show(qtbot, page, language)
    if screen == "passphrase":
        page.change_passphrase.click()
    elif screen == "code":
        page.renew_code.click()
    assert not nameless(page)
    # Tab scrolls the settings, and the search above them stays where it is.
    assert_tab_reads(page, page._choices._area if screen == "choices" else page._stack)
