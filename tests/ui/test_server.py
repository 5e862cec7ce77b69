"""Headquarters moves to a server and back in the window, and a second computer opens it there."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.database.address import ServerAddress
from outreach_app.paths import PASSWORD_FILE, SERVER_FILE, STORE_FILE
from outreach_app.rules.kinds import OfficeRole
from tests import makers
from tests.key_files import confirm_code
from tests.servers import Copied, Server
from tests.ui.test_app import close, shell_of, unlock, wait_for_gate
from ui.app import Program
from ui.first_run.page import FirstRunPage
from ui.preferences.page import PreferencesPage
from ui.server.form import ServerForm
from ui.settings import Settings
from ui.unlock.moving import MovingPage
from ui.unlock.page import UnlockPage
from ui.unlock.reaching import ReachingPage

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def programs(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Program]]:
    """Return a function that starts the program, each time on another computer."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    started: list[Program] = []

    def start() -> Program:
        started.append(Program(Settings(tmp_path / f"window-{len(started)}.json")))
        return started[-1]

    yield start
    for program in started:
        close(qtbot, program)
        program.window.deleteLater()


@pytest.fixture
def folder(new_headquarters: Path, tmp_path: Path) -> Path:
    """Return the folder of headquarters' register, in a file."""
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    confirm_code(folder)
    return folder


def screen_of(qtbot: QtBot, program: Program, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: isinstance(program.gate.currentWidget(), kind))
    screen = program.gate.currentWidget()
    assert isinstance(screen, kind)
    return screen


def fill(form: ServerForm, place: ServerAddress, server: Server) -> None:
    form.server.line.setText(str(server.socket))
    form.database.line.setText(place.url.database or "")
    form.user.line.setText("outreach")


def place_section(program: Program) -> PreferencesPage:
    shell = shell_of(program)
    shell.show_page("preferences")
    page = shell.page
    assert isinstance(page, PreferencesPage)
    return page


def move(qtbot: QtBot, program: Program, fill_in: Callable[[MovingPage], None]) -> MovingPage:
    place_section(program).place.move_away.click()
    page = screen_of(qtbot, program, MovingPage)
    fill_in(page)
    page.secret.line.setText(makers.PASSPHRASE)
    page.next.click()
    return page


def said(program: Program) -> str:
    screen = program.gate.currentWidget()
    assert isinstance(screen, UnlockPage)
    return screen.message.text()


def test_a_register_goes_to_a_server_and_back(
    qtbot: QtBot, programs: Callable[[], Program], server: Server, folder: Path
) -> None:
    program, empty = programs(), server.address(server.new_database())
    nowhere = server.address("no_such_database")
    program.show(folder)
    unlock(qtbot, program)
    page = move(qtbot, program, lambda page: fill(page.form, nowhere, server))
    qtbot.waitUntil(page.problem.isVisible)
    assert page.next.isEnabled()
    assert (folder / STORE_FILE).exists()
    fill(page.form, empty, server)
    page.next.click()
    wait_for_gate(qtbot, program)
    assert any(letter.isdecimal() for letter in said(program))
    assert not (folder / STORE_FILE).exists()
    unlock(qtbot, program)
    assert shell_of(program).context.office.database.is_on_server
    move(qtbot, program, lambda _page: None)
    wait_for_gate(qtbot, program)
    assert not (folder / SERVER_FILE).exists()
    unlock(qtbot, program)
    assert not shell_of(program).context.office.database.is_on_server


def test_thinking_better_of_a_move_opens_the_register_as_it_is(
    qtbot: QtBot, programs: Callable[[], Program], folder: Path
) -> None:
    program = programs()
    program.show(folder)
    unlock(qtbot, program)
    page = move(qtbot, program, lambda _page: None)
    assert page.form.server.problem.text()
    page.back.click()
    wait_for_gate(qtbot, program)
    unlock(qtbot, program)
    assert shell_of(program).isVisible()


def test_a_second_computer_opens_it_and_types_another_address_when_it_changed(
    qtbot: QtBot,
    programs: Callable[[], Program],
    server: Server,
    new_headquarters_on_server: Copied,
    tmp_path: Path,
) -> None:
    program, place = programs(), new_headquarters_on_server.make()
    program.show(tmp_path / "second")
    page = screen_of(qtbot, program, FirstRunPage)
    page.start.on_server.click()
    page.next.click()
    assert page.server.isVisible()
    fill(page.server.form, server.address("no_such_database"), server)
    page.next.click()
    qtbot.waitUntil(page.problem.isVisible)
    fill(page.server.form, place, server)
    page.server.form.password.line.setText("unasked")
    page.next.click()
    wait_for_gate(qtbot, program)
    assert (tmp_path / "second" / PASSWORD_FILE).read_text() == "unasked"
    unlock_page = screen_of(qtbot, program, UnlockPage)
    unlock_page.reach.click()
    reaching = screen_of(qtbot, program, ReachingPage)
    assert reaching.form.database.text() == place.url.database
    assert reaching.form.password.line.text() == ""
    reaching.next.click()
    wait_for_gate(qtbot, program)
    unlock(qtbot, program)
    assert shell_of(program).context.office.database.is_on_server


def test_headquarters_is_set_up_on_a_server_after_it_was_asked(
    qtbot: QtBot,
    programs: Callable[[], Program],
    server: Server,
    new_headquarters_on_server: Copied,
    tmp_path: Path,
) -> None:
    program, empty = programs(), server.address(server.new_database())
    program.show(tmp_path / "first")
    page = screen_of(qtbot, program, FirstRunPage)
    page.start.headquarters.click()
    page.start.makes_on_server.click()
    assert page.rail.promise.isVisible()
    page.next.click()
    assert page.rail.promise.isHidden()
    fill(page.server.form, new_headquarters_on_server.make(), server)
    page.next.click()  # there is a register already
    qtbot.waitUntil(page.problem.isVisible)
    fill(page.server.form, empty, server)
    page.next.click()
    qtbot.waitUntil(page.office.isVisible)
    draft = makers.headquarters_draft()
    page.office.fill({name: getattr(draft, name) for name in ("name_ar", "name_fr", "city_ar")})
    page.office.fill({"city_fr": draft.city_fr, "name_ar": draft.name_ar, "name_fr": draft.name_fr})
    page.next.click()
    assert page.passphrase.isVisible()
    for field in (page.passphrase.first, page.passphrase.again):
        field.line.setText(makers.PASSPHRASE)
    page.next.click()
    qtbot.waitUntil(page.recovery.isVisible)
    assert (tmp_path / "first" / SERVER_FILE).exists()
    assert page.start.role() is OfficeRole.HEADQUARTERS


def test_a_pasted_address_fills_the_form(qtbot: QtBot) -> None:
    from ui.files import Files

    form = ServerForm(Files())
    qtbot.addWidget(form)
    form.server.line.textEdited.emit("postgresql://work:secret@db.example:5433/register")
    address = form.address()
    assert str(address) == "postgresql+psycopg://work@db.example:5433/register"
    assert form.password.line.text() == "secret"
