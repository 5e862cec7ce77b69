"""A store is opened by keyboard, and every refusal shows what to do."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import accounts, clock, startup, vault
from outreach_app.actors import Role
from outreach_app.errors import Locked
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.paths import STORE_FILE, default_store
from outreach_app.services.purposes import ask_two_persons
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from ui import languages, style
from ui.settings import Settings
from ui.tasks import Tasks
from ui.unlock.page import UnlockPage


@pytest.fixture
def chosen() -> Answers:
    return Answers()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


@pytest.fixture
def page(
    qtbot: QtBot, tasks: Tasks, store: Path, tmp_path: Path, chosen: Answers
) -> Iterator[UnlockPage]:
    style.apply(style.Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    page = UnlockPage(Settings(tmp_path / "window.json"), tasks, chosen)
    page.show_folder(store)
    qtbot.addWidget(page)
    page.show()
    yield page
    languages.switch(Language.ARABIC)


def test_headquarters_has_nobody_above_it_to_ask(page: UnlockPage, store: Path) -> None:
    assert page.ask.isVisible()
    page._settings.folder, page._settings.is_headquarters = str(store), True
    page.show_folder(store)
    assert not page.ask.isVisible()


def test_a_register_of_headquarters_never_opened_here_is_known_by_its_accounts(
    qtbot: QtBot, page: UnlockPage, tmp_path: Path
) -> None:
    folder = tmp_path / "headquarters"
    startup.create_store(folder, makers.PASSPHRASE, makers.headquarters_draft())
    page.show_folder(folder)
    qtbot.waitUntil(lambda: not page.ask.isVisible())


def enter(qtbot: QtBot, page: UnlockPage, secret: str) -> None:
    page.secret.clear()
    QTest.keyClicks(page.secret, secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)


def open_with(qtbot: QtBot, page: UnlockPage, secret: str) -> OpenOffice:
    with qtbot.waitSignal(page.opened) as opened:
        enter(qtbot, page, secret)
    return cast("list[OpenOffice]", opened.args)[0]


def be_refused(qtbot: QtBot, page: UnlockPage, secret: str) -> str:
    enter(qtbot, page, secret)
    qtbot.waitUntil(page.message.isVisible)
    return page.message.text()


@pytest.fixture
def backup_file(store: Path, tmp_path: Path) -> Path:
    with startup.opened(store, makers.PASSPHRASE) as office:
        made = office.back_up()
    kept = tmp_path / "elsewhere" / made.name
    kept.parent.mkdir()
    return made.rename(kept)


@pytest.mark.parametrize("language", Language)
def test_the_passphrase_opens(
    qtbot: QtBot, page: UnlockPage, store: Path, language: Language
) -> None:
    if language is Language.FRENCH:
        page.languages.buttons[ScreenLanguage.FRENCH].click()
    office = open_with(qtbot, page, makers.PASSPHRASE)
    assert office.folder == store
    assert not page.secret.text()
    office.close()


def test_the_recovery_code_opens(qtbot: QtBot, page: UnlockPage, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    code = startup.create_store(folder, makers.PASSPHRASE, makers.office_draft()).recovery_code
    page.show_folder(folder)
    office = open_with(qtbot, page, code.lower())
    assert office.folder == folder
    office.close()


def test_the_sample_tells_its_passphrase_and_a_register_does_not(
    qtbot: QtBot, page: UnlockPage, store: Path
) -> None:
    assert not page.sample.isVisible()
    assert not page.new_register.isVisible()
    assert page.ask.isVisible()
    page._settings.folder = str(store)
    page._settings.is_sample = True
    page.show_folder(store)
    assert vault.SAMPLE_PASSPHRASE in page.sample.text()
    assert page.sample.isVisible()
    assert not page.ask.isVisible()
    with qtbot.waitSignal(page.create_asked) as asked:
        page.new_register.click()
    assert asked.args == [str(default_store())]


def test_a_wrong_passphrase_waits_and_lets_the_person_type(qtbot: QtBot, page: UnlockPage) -> None:
    for _time in range(3):  # a slip, and one more, cost nothing
        assert page.open.isEnabled()
        page.message.hide()
        assert be_refused(qtbot, page, "wrong passphrase")
    assert not page.open.isEnabled()
    assert page.wait.isVisible()
    with qtbot.assertNotEmitted(page.opened, wait=200):
        enter(qtbot, page, makers.PASSPHRASE)
    assert page.secret.text() == makers.PASSPHRASE
    qtbot.waitUntil(page.open.isEnabled)
    assert not page.wait.isVisible()
    open_with(qtbot, page, makers.PASSPHRASE).close()


def test_a_store_that_is_in_use_is_said_and_can_be_tried_again(
    qtbot: QtBot, page: UnlockPage, store: Path
) -> None:
    with startup.opened(store, makers.PASSPHRASE):
        with pytest.raises(Locked) as refused:
            startup.open_office(store, makers.PASSPHRASE)
        assert be_refused(qtbot, page, makers.PASSPHRASE) == refused.value.message
        assert page.backup.isHidden()
    open_with(qtbot, page, makers.PASSPHRASE).close()


def test_a_damaged_store_is_replaced_by_a_chosen_backup(
    qtbot: QtBot, page: UnlockPage, store: Path, backup_file: Path, chosen: Answers
) -> None:
    damaged = b"damaged" * 1000
    (store / STORE_FILE).write_bytes(damaged)
    be_refused(qtbot, page, makers.PASSPHRASE)
    assert page.backup.isVisible()
    chosen.path = backup_file
    page.backup.choose.click()
    assert str(backup_file) in str(page.backup.file)
    open_with(qtbot, page, makers.PASSPHRASE).close()
    (aside,) = store.glob("set-aside-*")
    assert (aside / STORE_FILE).read_bytes() == damaged


def test_a_restore_that_fails_puts_everything_back(
    qtbot: QtBot, page: UnlockPage, store: Path, backup_file: Path, chosen: Answers
) -> None:
    (store / STORE_FILE).write_bytes(b"damaged" * 1000)
    before = {file.name: file.read_bytes() for file in store.glob("outreach.[dk]*")}
    be_refused(qtbot, page, makers.PASSPHRASE)
    chosen.path = backup_file
    page.backup.choose.click()
    be_refused(qtbot, page, "not the passphrase")
    qtbot.waitUntil(page.backup.isEnabled)
    assert {file.name: file.read_bytes() for file in store.glob("outreach.[dk]*")} == before
    assert not list(store.glob("set-aside-*"))


def test_a_missing_store_is_restored_into_its_folder(
    qtbot: QtBot, page: UnlockPage, store: Path, backup_file: Path, chosen: Answers
) -> None:
    shutil.rmtree(store)
    page.show_folder(store)
    page.setFocus()
    assert page.backup.isVisible()
    assert str(store) in page.message.text()
    assert not page.secret.isVisible()  # there is nothing that it could open
    assert page.backup.choose.hasFocus()
    chosen.path = backup_file
    page.backup.choose.click()
    assert page.secret.hasFocus()
    assert not page.message.isVisible()
    office = open_with(qtbot, page, makers.PASSPHRASE)
    assert office.folder == store
    office.close()


def test_closing_the_file_dialog_keeps_things_as_they_were(
    qtbot: QtBot, page: UnlockPage, store: Path
) -> None:
    page.offer_restore()
    words = page.open.text()
    page.backup.choose.click()
    assert page.open.text() == words


def test_where_several_open_a_store_the_account_is_chosen_first(
    qtbot: QtBot, page: UnlockPage, store: Path
) -> None:
    assert not page.account.isVisible()
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.SECRETARY)
    page.show_folder(store)
    qtbot.waitUntil(page.account.isVisible)
    assert [page.account.box.itemText(place) for place in (0, 1)] == [
        "رئيس الدائرة الأمنية",
        "كاتب",
    ]
    assert "لوحة المفاتيح" in be_refused(qtbot, page, first.passphrase)
    page.account.box.setCurrentIndex(1)
    opened = open_with(qtbot, page, first.passphrase)
    assert opened.account.code == "secretary-1"
    opened.close()
    page._settings.account = str(opened.account.uid)  # who opened it last opens it again
    page.show_folder(store)
    qtbot.waitUntil(lambda: page.account.box.currentText() == "كاتب")
    page.restore_from(store / "a.outreach-backup")  # it has accounts of its own
    assert not page.account.isVisible()
    assert page.account.account() is None
    page.backup.take(None)
    assert page.account.isVisible()


def test_a_date_far_ahead_is_confirmed_by_who_may(
    qtbot: QtBot, page: UnlockPage, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    startup.open_office(store, makers.PASSPHRASE).close()
    later = clock.now() + timedelta(days=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert f"{clock.local(later):%d/%m/%Y}" in be_refused(qtbot, page, makers.PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        page.question.confirm.click()
    cast("list[OpenOffice]", opened.args)[0].close()
    assert not page.question.isVisible()


def test_an_older_store_opens_by_two_persons_who_go_on_with_it(
    qtbot: QtBot, page: UnlockPage, store: Path, tmp_path: Path
) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.CHIEF)
    with startup.opened(store, first.passphrase, first.account.uid) as office:
        accounts.change_own_passphrase(office.database, store, "the other's own")
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        ask_two_persons(session, is_asked=True)
    older = shutil.copy(store / STORE_FILE, tmp_path)
    startup.open_office(store, makers.PASSPHRASE).close()
    shutil.copy(older, store / STORE_FILE)
    page.show_folder(store)
    qtbot.waitUntil(page.account.isVisible)
    assert "ملف المفاتيح" in be_refused(qtbot, page, makers.PASSPHRASE)
    assert page.question.isVisible()
    assert not page.question.secret.isVisible()
    assert page.backup.isVisible()
    page.question.confirm.click()
    qtbot.waitUntil(page.question.secret.isVisible, timeout=30_000)
    qtbot.waitUntil(page.question.account.isVisible)
    page.question.account.box.setCurrentIndex(1)
    QTest.keyClicks(page.question.secret, "the other's own")
    with qtbot.waitSignal(page.opened, timeout=30_000) as opened:
        QTest.keyClick(page.question.secret, Qt.Key.Key_Return)
    cast("list[OpenOffice]", opened.args)[0].close()
    assert not page.question.isVisible()
