"""The program in a real window system, driven from outside."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.models import Point
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.guards.sources import ROOT
from tests.journeys.real_screen import PATIENCE, SIZE, Hands, real_screen, running, wait
from tests.key_files import real_key_file
from tests.languages import ARABIC_FIRST
from ui.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the X window system is Linux's")
# Letters missing on the keyboard would require remapping it, which is unreliable.
SCALES = {Language.ARABIC: "1", Language.FRENCH: "1.5"}
WORDS = "trois lampadaires en panne"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    with real_screen(tmp_path) as environment:
        yield environment


@pytest.mark.parametrize("language", ARABIC_FIRST)
def test_a_session_is_logged_in_a_real_window(
    screen: dict[str, str], tmp_path: Path, new_store_key: bytes, store: Path, language: Language
) -> None:
    real_key_file(store)
    kept = Settings(
        tmp_path / "config" / "outreach" / "window.json",
        ScreenLanguage(language.value),
        folder=str(store),
    )
    kept.save()
    written = kept.file.stat().st_mtime_ns
    hands = Hands(screen)
    screen = screen | {"QT_SCALE_FACTOR": SCALES[language]}
    with running([sys.executable, str(ROOT / "main.py")], screen) as program:
        hands.find_window(program.pid)
        hands.type(makers.PASSPHRASE)
        hands.press("Return")
        # The window records which store it opened when it shows it.
        wait(lambda: kept.file.stat().st_mtime_ns > written)
        left, top, right, bottom = hands.place_of_window()
        assert 0 <= left < right <= SIZE[0]
        assert 0 <= top < bottom <= SIZE[1]
        hands.press("ctrl+n", "F6")
        hands.type("eclair")
        hands.press("Return")
        hands.type(WORDS)
        hands.press("ctrl+s", "alt+F4")
        _, warnings = program.communicate(timeout=PATIENCE)
    assert program.returncode == 0
    assert not warnings
    assert points_of(store, new_store_key) == [("tp.6.1", WORDS)]


def test_words_selected_before_a_lock_are_not_pasted_after_it(
    screen: dict[str, str], tmp_path: Path, store: Path
) -> None:
    real_key_file(store)
    kept = Settings(
        tmp_path / "config" / "outreach" / "window.json", ScreenLanguage.FRENCH, folder=str(store)
    )
    kept.save()
    written = kept.file.stat().st_mtime_ns
    hands = Hands(screen)
    with running([sys.executable, str(ROOT / "main.py")], screen) as program:
        hands.find_window(program.pid)
        hands.type(makers.PASSPHRASE)
        hands.press("Return")
        wait(lambda: kept.file.stat().st_mtime_ns > written)
        hands.press("ctrl+k")
        hands.type("berrada")
        hands.press("shift+Home")
        wait(lambda: selected_words(screen) == "berrada")
        hands.press("Escape", "ctrl+l")
        wait(lambda: selected_words(screen) == "")


def selected_words(screen: dict[str, str]) -> str:
    """Return what a middle click pastes, as another program sees it."""
    reading = (
        "from PySide6.QtGui import QClipboard, QGuiApplication\n"
        "program = QGuiApplication([])\n"
        "print(program.clipboard().text(QClipboard.Mode.Selection))"
    )
    done = subprocess.run(
        [sys.executable, "-c", reading],
        env=screen,
        check=True,
        timeout=PATIENCE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip()


def points_of(folder: Path, key: bytes) -> list[tuple[str, str | None]]:
    """Return the topic and words of every point in the store."""
    database = Database(folder / STORE_FILE, key)
    with database.read() as session:
        points = [(point.topic, point.text) for point in session.query(Point)]
    database.close()
    return points
