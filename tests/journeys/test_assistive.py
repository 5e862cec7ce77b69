"""What a screen reader finds in the program's real window: names and roles."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from outreach_app import i18n
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.i18n import gettext as _
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
from tests.ui.tab_order import LINE
from ui.pages import PRECINCT_PAGES
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


@pytest.mark.parametrize("language", Language)
def test_every_page_is_told_in_the_order_it_is_read(
    screen: dict[str, str], tmp_path: Path, register: Path, language: Language
) -> None:
    i18n.use(language)
    real_key_file(register)
    Settings(
        tmp_path / "config" / "outreach" / "window.json", ScreenLanguage(language.value)
    ).save()
    hands, found = Hands(screen), dict[str, list[str]]()
    command = [sys.executable, str(ROOT / "main.py"), "--store", str(register)]
    with running(command, screen) as program:

        def hear(named: str, is_shown: Callable[[Control], bool]) -> list[Control]:
            told = heard_once(is_shown, program.pid, screen)
            found[named] = [f"{it.role} {it.name!r}" for it in told if not it.is_told]
            found[named] += turned_back(told, language)
            return told

        hands.find_window(program.pid)
        hear("unlock", lambda it: it.name == _("Passphrase or recovery code"))
        unlock(hands)
        rail = hear("today", is_page(_("Today")))
        for page in PRECINCT_PAGES[1:]:
            entry = next(it for it in rail if it.role == "list item" and it.name == page.title())
            left, top, width, height = entry.place
            hands.click(left + width // 2, top + height // 2)
            hear(page.key, is_page(page.title()))
        hands.press("ctrl+3", "ctrl+n")
        hear("session", lambda it: it.name == _("Partners present"))
        hands.press("alt+F4")
        program.communicate(timeout=PATIENCE)
    assert not {named: rows for named, rows in found.items() if rows}


def unlock(hands: Hands) -> None:
    hands.type(makers.PASSPHRASE)
    hands.press("Return")


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
    begin, other_begin = (
        SIZE[0] - x - width if language.is_right_to_left else x
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

    def is_heard() -> bool:
        found[:] = controls(process_id, environment)
        return any(map(is_shown, found))

    wait(is_heard, lambda: f"what is awaited is not among {[it.name for it in found]}")
    return found
