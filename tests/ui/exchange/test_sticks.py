"""A plugged-in stick is noticed on every page, at the precinct and at headquarters."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests import makers
from tests.ui.exchange.desk import Desk, Stick, StickFiles
from ui import languages
from ui.exchange.page import RECEIVE, ExchangePage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

MakeShell = Callable[[Desk], Shell]


@pytest.fixture
def make_shell(settings: Settings, tasks: Tasks, stick: Stick, qtbot: QtBot) -> MakeShell:
    """Return a function that shows the window of a desk's office, on its first page."""

    def make(desk: Desk) -> Shell:
        shell = Shell(desk.context.office, settings, tasks, files=StickFiles(stick))
        qtbot.addWidget(shell)
        shell.resize(1366, 768)
        shell.show()
        return shell

    return make


def look(shell: Shell, qtbot: QtBot) -> None:
    """Check the sticks, and wait for the result, which the window does not."""
    shell.sticks.look()
    assert shell.sticks._is_looking
    qtbot.waitUntil(lambda: not shell.sticks._is_looking)


def test_an_acknowledgement_is_offered_on_any_page_until_it_was_taken_in(
    enrolled: tuple[Desk, Desk], stick: Stick, make_shell: MakeShell, qtbot: QtBot
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    stick.plug()
    at_precinct, central = make_shell(precinct), make_shell(headquarters)
    look(at_precinct, qtbot)
    assert not at_precinct.sticks.offer.isVisible()  # it is its own file
    look(central, qtbot)
    assert central.sticks.offer.isVisible()
    assert "\u20661\u2069" in central.sticks.offer.text()
    take_in(central, qtbot)
    stick.empty()
    headquarters.send()
    at_precinct.show_page("partners")
    look(at_precinct, qtbot)
    assert "إشعار بالتوصل" in at_precinct.sticks.offer.text()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "Accusé de réception" in at_precinct.sticks.offer.text())
    take_in(at_precinct, qtbot)
    look(at_precinct, qtbot)
    assert not at_precinct.sticks.offer.isVisible()  # it is known now


def take_in(shell: Shell, qtbot: QtBot) -> None:
    """Follow the offer to its files, and import them."""
    shell.sticks.offer.click()
    page = shell.page
    assert isinstance(page, ExchangePage)
    assert page.tabs.currentIndex() == RECEIVE
    qtbot.waitUntil(page.receive.bring.isEnabled)
    page.receive.bring.click()
    qtbot.waitUntil(lambda: not page.receive.bring.isEnabled() and bool(shell.status.message))
    assert not shell.sticks.offer.isVisible()


def test_what_a_stick_offered_goes_with_it(
    enrolled: tuple[Desk, Desk], stick: Stick, make_shell: MakeShell, qtbot: QtBot
) -> None:
    precinct, headquarters = enrolled
    precinct.send()
    stick.plug()
    central = make_shell(headquarters)
    look(central, qtbot)
    assert central.sticks.offer.isVisible()
    look(central, qtbot)
    assert central.sticks.offer.isVisible()  # it stays, without a second check
    stick.pull()
    look(central, qtbot)
    assert not central.sticks.offer.isVisible()


def test_the_clock_looks_from_the_opening_of_the_window(
    enrolled: tuple[Desk, Desk], stick: Stick, make_shell: MakeShell, qtbot: QtBot
) -> None:
    precinct, headquarters = enrolled
    precinct.send()
    central = make_shell(headquarters)
    stick.plug()
    central.sticks._clock.setInterval(1)
    qtbot.waitUntil(central.sticks.offer.isVisible)
    central.changes.closing.emit()
    assert not central.sticks._clock.isActive()
