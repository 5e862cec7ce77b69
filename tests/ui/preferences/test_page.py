"""A setting takes effect at once and survives a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import i18n, vault
from outreach_app.errors import Locked
from outreach_app.i18n import ScreenLanguage
from tests import makers
from tests.key_files import confirm_code
from tests.ui.conftest import Heard
from ui import settings as window_settings
from ui import style
from ui.context import AppContext
from ui.palettes import DARK
from ui.preferences.page import PreferencesPage
from ui.style import Scheme


def test_dark(qtbot: QtBot, context: AppContext) -> None:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.look.schemes[Scheme.DARK].click()
    assert style.colours() == DARK
    assert window_settings.load(context.settings.file).scheme is Scheme.DARK


def test_french_and_english(qtbot: QtBot, context: AppContext) -> None:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    arabic = page.look.schemes[Scheme.LIGHT].text()
    page.look.languages[ScreenLanguage.FRENCH].click()
    qtbot.waitUntil(lambda: page.look.schemes[Scheme.LIGHT].text() != arabic)
    assert i18n.screen() is ScreenLanguage.FRENCH
    assert window_settings.load(context.settings.file).language is ScreenLanguage.FRENCH
    page.look.languages[ScreenLanguage.ENGLISH].click()
    qtbot.waitUntil(lambda: page.show_backups.accessibleName() == "Backups")
    assert page.layoutDirection() is Qt.LayoutDirection.LeftToRight


NEW = "another passphrase"


def no_printer(_parent: object) -> QPrinter | None:
    return None


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> PreferencesPage:
    page = PreferencesPage(context, no_printer)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_passphrase_is_changed_by_whoever_knows_it(
    qtbot: QtBot, page: PreferencesPage, store: Path, heard: Heard
) -> None:
    page.change_passphrase.click()
    screen = page.new_passphrase
    QTest.keyClicks(screen.secret.line, "not this one")
    for field in (screen.fields.first, screen.fields.again):
        QTest.keyClicks(field.line, NEW)
    QTest.keyClick(screen.fields.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.secret.problem.isVisible)
    vault.unlock(store, makers.PASSPHRASE)
    screen.secret.line.setText(makers.PASSPHRASE)
    screen.change.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert page.change_passphrase.isVisible()
    vault.unlock(store, NEW)
    with pytest.raises(Locked):
        vault.unlock(store, makers.PASSPHRASE)
    page.change_passphrase.click()
    assert not screen.fields.passphrase()


def test_a_new_recovery_code_counts_once_it_is_typed_back(
    qtbot: QtBot, page: PreferencesPage, store: Path, heard: Heard
) -> None:
    confirm_code(store)
    page.renew_code.click()
    screen = page.new_code
    assert not screen.code.isVisible()
    QTest.keyClicks(screen.secret.line, makers.PASSPHRASE)
    QTest.keyClick(screen.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.code.isVisible)
    code = screen.code.text
    screen.confirm.click()
    assert not heard.said
    assert not vault.has_confirmed_code(store)
    groups = code.split("-")
    for place in screen.code.typed.asked:
        QTest.keyClicks(screen.code.typed.lines[place], groups[place])
    screen.confirm.click()
    assert heard.said
    assert vault.has_confirmed_code(store)
    vault.unlock(store, code)
    assert page.renew_code.isVisible()


def test_the_rail_leads_to_the_sections_again(page: PreferencesPage) -> None:
    page.show_claims.click()
    assert page.claims.isVisible()
    page.show_start()
    assert page.show_claims.isVisible()


def test_the_person_can_turn_back_and_nothing_has_changed(
    page: PreferencesPage, store: Path
) -> None:
    before = (store / vault.KEY_FILE).read_bytes()
    for button, screen in (
        (page.change_office, page.office),
        (page.show_backups, page.backups),
        (page.change_passphrase, page.new_passphrase),
        (page.renew_code, page.new_code),
    ):
        button.click()
        assert screen.isVisible()
        screen.back.click()
        assert page.change_passphrase.isVisible()
    assert (store / vault.KEY_FILE).read_bytes() == before


def test_esc_closes_the_form_of_a_request_first_and_then_the_requests(
    qtbot: QtBot, page: PreferencesPage
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_claims.click()
    page.claims.add.click()
    qtbot.waitUntil(page.claims.form.isVisible)
    press_esc(page)
    assert not page.claims.form.isVisible()
    assert page.claims.isVisible()
    press_esc(page)
    assert page.show_claims.isVisible()


def press_esc(page: PreferencesPage) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
