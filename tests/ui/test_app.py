"""From the gate to the shell and back."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from outreach_app import accounts, backup, startup, vault
from outreach_app.actors import Role
from outreach_app.i18n import Language
from outreach_app.models import SavedDraft
from outreach_app.queries.partners import list_partners
from tests import disks, makers
from tests.key_files import confirm_code
from tests.ui.drafts.chips import chips_of
from ui import held_drafts, languages, style
from ui.app import Program
from ui.exchange.page import ExchangePage
from ui.first_run.page import FirstRunPage
from ui.gate import ClosingScreen
from ui.meetings.page import MeetingsPage
from ui.meetings.session_editor import SessionEditor
from ui.palettes import DARK, LIGHT
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme
from ui.unlock.asking import AskingPage
from ui.unlock.own_passphrase import OwnPassphrasePage
from ui.unlock.page import UnlockPage


@pytest.fixture
def program(qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    # Not managed by qtbot, which would delete the window while it still saves.
    program = Program(settings)
    yield program
    close(qtbot, program)
    program.window.deleteLater()


def close(qtbot: QtBot, program: Program) -> None:
    """Close the window as a person does, and wait for the backup."""
    program.window.close()
    # One that was never shown is not visible, but still saves.
    qtbot.waitUntil(lambda: not program.window.isVisible() and not program._is_closing)


def unlock(qtbot: QtBot, program: Program) -> None:
    screen = program.gate.currentWidget()
    assert isinstance(screen, UnlockPage)
    screen.secret.setText(makers.PASSPHRASE)
    with qtbot.waitSignal(program.gate.opened):
        screen.unlock()


def wait_for_gate(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: isinstance(program.gate.currentWidget(), UnlockPage))


def closing_screen(program: Program) -> ClosingScreen:
    screen = program.gate.currentWidget()
    assert isinstance(screen, ClosingScreen)
    return screen


def shell_of(program: Program) -> Shell:
    assert program.shell is not None
    return program.shell


def test_files_that_were_double_clicked_are_tried_once_the_store_is_open(
    qtbot: QtBot, program: Program, store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "1.outreach"
    file.write_bytes(b"nothing of the kind")
    program.receive([file])
    program.show(store)
    unlock(qtbot, program)
    page = shell_of(program).page
    assert isinstance(page, ExchangePage)
    qtbot.waitUntil(lambda: page.receive.table.model.rowCount() == 1)


def test_unlock_lock_and_unlock_again(
    qtbot: QtBot, program: Program, store: Path, settings: Settings
) -> None:
    program.show(store)
    unlock(qtbot, program)
    assert shell_of(program).isVisible()
    assert settings.folder == str(store)
    shell_of(program).lock_asked.emit()
    assert program.shell is None
    wait_for_gate(qtbot, program)
    assert not (store / "outreach.open").exists()
    unlock(qtbot, program)
    assert shell_of(program).isVisible()
    program._idle.session.left.emit()  # somebody locked the session of the computer
    assert program.shell is None
    wait_for_gate(qtbot, program)


def test_headquarters_is_asked_from_the_gate_and_escape_goes_back(
    qtbot: QtBot, program: Program, store: Path
) -> None:
    program.show(store)
    screen = program.gate.currentWidget()
    assert isinstance(screen, UnlockPage)
    screen.ask.setFocus()
    QTest.keyClick(screen.ask, Qt.Key.Key_Return)
    asking = program.gate.currentWidget()
    assert isinstance(asking, AskingPage)
    QTest.keyClick(asking.write, Qt.Key.Key_Escape)
    unlock(qtbot, program)


def test_an_empty_folder_leads_to_the_first_run(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    gc.disable()  # as the start does before it
    program.show(tmp_path)
    qtbot.waitUntil(lambda: isinstance(program.gate.currentWidget(), FirstRunPage))
    assert gc.isenabled()


def test_closing_the_window_closes_the_office_and_keeps_its_place(
    qtbot: QtBot, program: Program, store: Path, settings: Settings
) -> None:
    program.show(store)
    unlock(qtbot, program)
    close(qtbot, program)
    assert not (store / "outreach.open").exists()
    assert settings.geometry
    assert settings.file.exists()


def test_the_window_is_painted_before_the_store_and_the_calendars_are_imported() -> None:
    later = ("sqlalchemy", "holidays", "hijridate")
    script = f"import sys, ui.app; print(*sys.modules.keys() & {later})"
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not result.stdout.strip()


def test_an_unexpected_error_is_a_banner(
    qtbot: QtBot, settings: Settings, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Made here, not in a fixture: pytest-qt has its own hook in each phase of a test.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(settings)
    program.show(store)
    unlock(qtbot, program)
    sys.excepthook(RuntimeError, RuntimeError("inner words"), None)
    banner = shell_of(program).banner
    assert banner.isVisible()
    assert "inner words" not in banner.words
    close(qtbot, program)


def test_the_window_stays_until_what_was_logged_is_backed_up(
    qtbot: QtBot, program: Program, store: Path
) -> None:
    program.show(store)
    unlock(qtbot, program)
    makers.write_partner(shell_of(program).context.office.database)
    program.window.close()
    assert program.window.isVisible()
    program.window.close()  # impatient
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert len(backup.newest(store)) == 1
    with startup.opened(store, makers.PASSPHRASE):
        pass


def test_a_backup_that_fails_is_told_before_the_window_goes(
    qtbot: QtBot, program: Program, store: Path
) -> None:
    program.show(store)
    unlock(qtbot, program)
    makers.write_partner(shell_of(program).context.office.database)
    (store / backup.FOLDER).write_text("in the way")
    program.window.close()
    qtbot.waitUntil(lambda: bool(closing_screen(program).problem.text()))
    assert program.window.isVisible()
    closing_screen(program).leave.click()
    assert not program.window.isVisible()
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        assert len(list_partners(session)) == 1
        (store / backup.FOLDER).unlink()


def test_a_code_that_nobody_confirmed_is_called_to_mind(
    qtbot: QtBot, program: Program, store: Path
) -> None:
    program.show(store)
    unlock(qtbot, program)
    assert shell_of(program).banner.isVisible()
    arabic = shell_of(program).banner.words
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: shell_of(program).banner.words != arabic)
    languages.switch(Language.ARABIC)
    shell_of(program).lock_asked.emit()
    wait_for_gate(qtbot, program)
    confirm_code(store)
    unlock(qtbot, program)
    assert not shell_of(program).banner.isVisible()


def test_the_computers_colours_are_followed_live(
    qtbot: QtBot, program: Program, settings: Settings
) -> None:
    changed = style.the_application().styleHints().colorSchemeChanged
    settings.scheme = Scheme.SYSTEM
    changed.emit(Qt.ColorScheme.Dark)
    assert style.colours() == DARK
    changed.emit(Qt.ColorScheme.Light)
    assert style.colours() == LIGHT
    settings.scheme = Scheme.LIGHT
    changed.emit(Qt.ColorScheme.Dark)
    assert style.colours() == LIGHT


def test_what_a_full_disk_did_not_take_outlives_a_lock_and_is_not_lost_in_silence(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_drafts, "INTERVAL", 50)
    with disks.small_disk(tmp_path / "disk", 8) as disk:
        store = disk / "store"
        makers.create_store(store, makers.office_draft())
        program.show(store)
        unlock(qtbot, program)
        database = shell_of(program).context.office.database
        qtbot.waitUntil(database.checkpoint)
        ballast = disks.fill(disk)
        editor = begun_session(program)
        editor.head.subject.insert("Lien avec le quartier")
        shell_of(program).lock_asked.emit()
        wait_for_gate(qtbot, program)
        ballast.unlink()
        unlock(qtbot, program)
        ballast = disks.fill(disk)
        editor = begun_session(program)
        chips_of(editor.left_drafts)[0].click()
        assert editor.head.subject.text() == "Lien avec le quartier"

        editor.head.subject.insert(" et suite")
        program.window.close()
        assert not shell_of(program).banner.isHidden()
        assert program.window.isVisible()
        ballast.unlink()
        close(qtbot, program)
        with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
            [draft] = session.scalars(select(SavedDraft))
        assert b"Lien avec le quartier et suite" in draft.content


def begun_session(program: Program) -> SessionEditor:
    shell = shell_of(program)
    shell.show_page("meetings")
    page = shell.page
    assert isinstance(page, MeetingsPage)
    page.new_session()
    return page.editor


def test_who_opens_an_account_first_chooses_its_passphrase_before_anything_is_shown(
    qtbot: QtBot, program: Program, store: Path
) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.SECRETARY)
    program.show(store)
    screen = program.gate.currentWidget()
    assert isinstance(screen, UnlockPage)
    screen.secret.setText(first.passphrase)
    with qtbot.waitSignal(program.gate.opened):
        screen.unlock()
    choosing = program.gate.currentWidget()
    assert isinstance(choosing, OwnPassphrasePage)
    assert program.shell is None
    for line in (choosing.fields.first.line, choosing.fields.again.line):
        line.setText(first.passphrase)
    choosing.choose.click()
    qtbot.waitUntil(lambda: bool(choosing.fields.first.problem.text()))
    for line in (choosing.fields.first.line, choosing.fields.again.line):
        line.setText("a passphrase of one's own")
    choosing.choose.click()
    qtbot.waitUntil(lambda: program.shell is not None)
    vault.unlock(store, "a passphrase of one's own")
