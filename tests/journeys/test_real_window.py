"""The program as it is started, in a window of a real window system, driven from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Point
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.guards.sources import ROOT
from ui.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the X window system is Linux's")
PATIENCE = 30  # seconds
# A letter that the keyboard has not would be typed by changing the keyboard, which is unreliable.
WORDS = "trois lampadaires en panne"


def wait(condition: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A program that is ended with the block, if it has not ended by itself."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of programs on a screen of their own, with a window manager."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    with ExitStack() as stack:
        # Xvfb chooses a free number and writes it where it is told to.
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24"]
        server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
        stack.callback(server.wait)
        stack.callback(server.terminate)
        os.close(writer)
        with os.fdopen(reader) as told:
            environment["DISPLAY"] = f":{told.readline().strip()}"
        stack.enter_context(running(["openbox"], environment))
        yield environment


class Hands:
    """Press the keys of that screen."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def find_window(self, process_id: int) -> None:
        """Wait for the window of a program, and make it the active one."""
        chosen = ("--sync", "--onlyvisible", "--all", "--pid", str(process_id), "")
        self._run("search", *chosen, "windowactivate", "--sync")

    def type(self, text: str) -> None:
        self._run("type", "--delay", "20", text)

    def press(self, *keys: str) -> None:
        self._run("key", "--delay", "20", *keys)

    def _run(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=PATIENCE)


@pytest.mark.parametrize("language", Language)
def test_a_session_is_logged_in_a_real_window(
    screen: dict[str, str], tmp_path: Path, new_store_key: bytes, store: Path, language: Language
) -> None:
    kept = Settings(tmp_path / "config" / "outreach" / "window.json", language, folder=str(store))
    kept.save()
    written = kept.file.stat().st_mtime_ns
    hands = Hands(screen)
    with running([sys.executable, str(ROOT / "main.py")], screen) as program:
        hands.find_window(program.pid)
        hands.type(makers.PASSPHRASE)
        hands.press("Return")
        # The window writes down which store it opened in the moment in which it shows it.
        wait(lambda: kept.file.stat().st_mtime_ns > written)
        hands.press("ctrl+n", "F6", "Return")
        hands.type("eclair")
        hands.press("Return")
        hands.type(WORDS)
        hands.press("ctrl+s", "alt+F4")
        _, warnings = program.communicate(timeout=PATIENCE)
    assert program.returncode == 0
    assert not warnings
    assert points_of(store, new_store_key) == [("tp.6.1", WORDS)]


def points_of(folder: Path, key: bytes) -> list[tuple[str, str | None]]:
    """The topic and words of every point, as another program reads them meanwhile."""
    database = Database(folder / STORE_FILE, key)
    with database.read() as session:
        points = [(point.topic, point.text) for point in session.query(Point)]
    database.close()
    return points
