"""What a screen reader finds of the program from outside, in a real window: names and roles."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach_app import i18n
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.i18n import gettext as _
from tests import makers
from tests.guards.sources import ROOT
from tests.journeys.real_screen import PATIENCE, Hands, real_screen, running, session_bus, wait
from tests.key_files import real_key_file
from ui.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's")
READER = Path(__file__).with_name("accessible_tree.py")
# What tells nothing of what a control is for.
VAGUE = {"", "unknown", "invalid", "filler", "panel"}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    with real_screen(tmp_path) as environment, session_bus(environment) as heard:
        controls(0, heard)  # starts the registry: a program that is faster is never listed in it
        yield heard


def controls(process_id: int, environment: dict[str, str]) -> list[dict[str, str]]:
    """Return a program's visible controls, as assistive technology is told of them."""
    command = ["/usr/bin/python3", str(READER), str(process_id)]
    told = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=PATIENCE
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize("language", Language)
def test_every_control_of_the_first_pages_has_a_name_and_a_role(
    screen: dict[str, str], tmp_path: Path, store: Path, language: Language
) -> None:
    i18n.use(language)
    real_key_file(store)
    Settings(
        tmp_path / "config" / "outreach" / "window.json", ScreenLanguage(language.value)
    ).save()
    hands = Hands(screen)
    steps: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: None, _("Passphrase or recovery code")),
        (lambda: unlock(hands), _("New session")),
        (lambda: hands.press("ctrl+n"), _("Partners present")),
    )
    command = [sys.executable, str(ROOT / "main.py"), "--store", str(store)]
    with running(command, screen) as program:
        hands.find_window(program.pid)
        for step, awaited in steps:
            step()
            found = controls_once_shown(awaited, program.pid, screen)
            assert not [it for it in found if not it["name"].strip() or it["role"] in VAGUE]
        hands.press("alt+F4")
        program.communicate(timeout=PATIENCE)


def unlock(hands: Hands) -> None:
    hands.type(makers.PASSPHRASE)
    hands.press("Return")


def controls_once_shown(
    awaited: str, process_id: int, environment: dict[str, str]
) -> list[dict[str, str]]:
    """Return the visible controls once the awaited one is among them."""
    found: list[dict[str, str]] = []

    def is_shown() -> bool:
        found[:] = controls(process_id, environment)
        return awaited in {control["name"] for control in found}

    wait(is_shown, lambda: f"{awaited} is not among {[control['name'] for control in found]}")
    return found
