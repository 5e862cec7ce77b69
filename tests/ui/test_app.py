"""From the gate to the shell and back."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import makers
from ui.app import Program
from ui.first_run.page import FirstRunPage
from ui.settings import Settings
from ui.shell import Shell
from ui.unlock.page import UnlockPage


@pytest.fixture
def program(qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(settings)
    qtbot.addWidget(program.window)
    yield program
    program.window.close()


def unlock(qtbot: QtBot, program: Program) -> None:
    screen = program.gate.currentWidget()
    assert isinstance(screen, UnlockPage)
    screen.secret.setText(makers.PASSPHRASE)
    with qtbot.waitSignal(program.gate.opened, timeout=10_000):
        screen.unlock()


def shell_of(program: Program) -> Shell:
    assert program.shell is not None
    return program.shell


def test_unlock_lock_and_unlock_again(
    qtbot: QtBot, program: Program, store: Path, settings: Settings
) -> None:
    program.show(store)
    unlock(qtbot, program)
    assert shell_of(program).isVisible()
    assert settings.folder == str(store)
    shell_of(program).lock_asked.emit()
    assert not (store / "outreach.open").exists()
    unlock(qtbot, program)
    assert shell_of(program).isVisible()


def test_an_empty_folder_leads_to_the_first_run(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.show(tmp_path)
    qtbot.waitUntil(lambda: isinstance(program.gate.currentWidget(), FirstRunPage), timeout=10_000)


def test_closing_the_window_closes_the_office_and_keeps_its_place(
    qtbot: QtBot, program: Program, store: Path, settings: Settings
) -> None:
    program.show(store)
    unlock(qtbot, program)
    program.window.close()
    assert not (store / "outreach.open").exists()
    assert settings.geometry
    assert settings.file.exists()


def test_the_window_is_painted_before_the_store_is_imported() -> None:
    command = [sys.executable, "-c", "import sys, ui.app; print('sqlalchemy' in sys.modules)"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_an_unexpected_error_is_a_banner(
    qtbot: QtBot, settings: Settings, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Made here and not in a fixture: pytest-qt has a hook of its own in each phase of a test.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(settings)
    qtbot.addWidget(program.window)
    program.show(store)
    unlock(qtbot, program)
    sys.excepthook(RuntimeError, RuntimeError("inner words"), None)
    banner = shell_of(program).banner
    assert banner.isVisible()
    assert "inner words" not in banner.words
    program.window.close()
