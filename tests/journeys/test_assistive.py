"""What a screen reader finds in the program's real window: names and roles."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from outreach_app import i18n, vault
from outreach_app.database import Database
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.i18n import gettext as _
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.guards.sources import ROOT
from tests.journeys.real_screen import (
    PATIENCE,
    SIZE,
    Hands,
    real_screen,
    running,
    session_bus,
    wait,
)
from tests.key_files import real_key_file
from tests.languages import ARABIC_FIRST
from tests.ui.offices import consolidate
from tests.ui.tab_order import LINE
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES, PageEntry
from ui.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's")
READER = Path(__file__).with_name("accessible_tree.py")
# What tells nothing of what a control is for; "filler" is what Qt calls an area that scrolls.
VAGUE = {"", "unknown", "invalid", "panel"}
# What is read inside another control, in its order.
PARTS = {"list item", "table cell", "page tab", "tree item"}


@dataclass(frozen=True, slots=True)
class Control:
    """A control as assistive technology is told of it; its place is on the screen, in pixels."""

    role: str
    name: str
    place: tuple[int, int, int, int]
    is_current: bool

    @property
    def is_told(self) -> bool:
        """Whether its name and role say what it is; a cell of a table may be empty."""
        return bool(self.name.strip() or self.role == "table cell") and self.role not in VAGUE


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    with real_screen(tmp_path) as environment, session_bus(environment) as heard:
        controls(0, heard)  # starts the registry: a faster program is never listed in it
        yield heard


def controls(process_id: int, environment: dict[str, str]) -> list[Control]:
    """Return a program's visible controls, as assistive technology sees them."""
    command = ["/usr/bin/python3", str(READER), str(process_id)]
    told = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    return [Control(**json.loads(line)) for line in told.stdout.splitlines()]


class Walk:
    """A walk through the pages of a program; `found` is what is not told on each screen."""

    def __init__(self, hands: Hands, program_id: int, language: Language) -> None:
        self.hands = hands
        self.found: dict[str, list[str]] = {}
        self._program_id = program_id
        self._language = language

    def hear(
        self, named: str, is_shown: Callable[[Control], bool], screen: dict[str, str]
    ) -> list[Control]:
        """Note what of a screen is not told, or not in the order it is read."""
        told = heard_once(is_shown, self._program_id, screen)
        rows = [f"{it.role} {it.name!r}" for it in told if not it.is_told]
        rows += turned_back(told, self._language)
        if rows:
            self.found[named] = rows
        return told

    def go_through(self, pages: Sequence[PageEntry], screen: dict[str, str]) -> None:
        """Unlock, and open page after page by the rail."""
        self.hear("unlock", lambda it: it.name == _("Passphrase or recovery code"), screen)
        self.hands.type(makers.PASSPHRASE)
        self.hands.press("Return")
        rail = self.hear(pages[0].key, is_page(pages[0].title()), screen)
        for page in pages[1:]:
            entry = next(it for it in rail if it.role == "list item" and it.name == page.title())
            left, top, width, height = entry.place
            self.hands.click(left + width // 2, top + height // 2)
            self.hear(page.key, is_page(page.title()), screen)


@contextmanager
def walking(
    screen: dict[str, str], tmp_path: Path, store: Path, language: Language
) -> Iterator[Walk]:
    """Yield a walk through the program, which is closed with the block."""
    i18n.use(language)
    real_key_file(store)
    settings = tmp_path / "config" / "outreach" / "window.json"
    Settings(settings, ScreenLanguage(language.value)).save()
    command = [sys.executable, str(ROOT / "main.py"), "--store", str(store)]
    with running(command, screen) as program:
        hands = Hands(screen)
        hands.find_window(program.pid)
        yield Walk(hands, program.pid, language)
        hands.press("alt+F4")
        program.communicate(timeout=PATIENCE)


@pytest.mark.early
@pytest.mark.parametrize("language", ARABIC_FIRST)
def test_every_page_is_told_in_the_order_it_is_read(
    screen: dict[str, str], tmp_path: Path, register: Path, language: Language
) -> None:
    with walking(screen, tmp_path, register, language) as walk:
        walk.go_through(PRECINCT_PAGES, screen)
        walk.hands.press("ctrl+3", "ctrl+n")
        walk.hear("session", lambda it: it.name == _("Partners present"), screen)
    assert not walk.found


@pytest.mark.long
@pytest.mark.parametrize("language", Language)
def test_every_page_of_headquarters_is_told_likewise(
    screen: dict[str, str], tmp_path: Path, language: Language
) -> None:
    store = tmp_path / "headquarters"
    makers.create_store(store, makers.headquarters_draft())
    with closing(Database(store / STORE_FILE, vault.unlock(store, makers.PASSPHRASE))) as database:
        consolidate(database, has_calendar=True)
    with walking(screen, tmp_path, store, language) as walk:
        walk.go_through(HEADQUARTERS_PAGES, screen)
    assert not walk.found


def is_page(title: str) -> Callable[[Control], bool]:
    """Return what recognises the page in the rail, where it is the current one."""
    return lambda it: it.role == "list item" and it.is_current and it.name.startswith(title)


def turned_back(told: list[Control], language: Language) -> list[str]:
    """Return the steps to what is read earlier: before in the line, or above and not beside."""
    read = [it for it in told if it.role not in PARTS]
    return [
        f"{one.role} {one.name!r} → {other.role} {other.name!r}"
        for one, other in pairwise(read)
        if is_earlier(other, one, language)
    ]


def is_earlier(control: Control, other: Control, language: Language) -> bool:
    # The tiles of the map are boxes: its west is at the left in every language.
    is_map = control.role == other.role == "check box"
    begin, other_begin = (
        SIZE[0] - x - width if language.is_right_to_left and not is_map else x
        for x, _y, width, _height in (control.place, other.place)
    )
    line, other_line = control.place[1] // LINE, other.place[1] // LINE
    if line == other_line:
        return begin < other_begin
    return line < other_line and begin < other_begin + other.place[2]


def heard_once(
    is_shown: Callable[[Control], bool], process_id: int, environment: dict[str, str]
) -> list[Control]:
    """Return the visible controls once the awaited one is among them."""
    found: list[Control] = []
    complaint = ""

    def is_heard() -> bool:
        nonlocal complaint
        try:
            found[:] = controls(process_id, environment)
        except subprocess.CalledProcessError as error:
            # A control went while it was asked: the page is still changing, and is read again.
            complaint = error.stderr
            return False
        return any(map(is_shown, found))

    wait(is_heard, lambda: f"awaited, not among {[it.name for it in found]}\n{complaint}")
    return found
