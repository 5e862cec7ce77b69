"""A role is only offered what it may do: nothing it presses is refused."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QRadioButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from outreach_app import rights
from outreach_app.actors import Actor
from outreach_app.errors import NotAllowed
from outreach_app.rights import Right
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.offices import Offices, the_offices
from ui.request_commands import request_commands
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

# It opens the folder of the backups too.
pytestmark = pytest.mark.qt_log_ignore("does not support QPlatformServices", extend=True)
PRECINCT = (Actor.DEPUTY, Actor.SECRETARY, Actor.READER)
HEADQUARTERS = (Actor.ANALYST, Actor.READER)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with the_offices(tmp_path_factory.mktemp("roles")) as offices:
        for _twin in range(2):  # which the page of duplicates shows
            makers.write_partner(offices.precinct.database, name_fr="Amicale du Palmier")
        yield offices


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the rights refused to a role since the test began."""
    told: list[str] = []

    def require_role(session: Session, actor: Actor, right: Right) -> None:
        try:
            ask(session, actor, right)
        except NotAllowed:
            told.append(right)
            raise

    ask = rights.require_role
    monkeypatch.setattr(rights, "require_role", require_role)
    return told


Place = tuple[str, int]  # the name of a button on a page, and which of those of that name


def offered(shell: Shell) -> dict[Place, QAbstractButton]:
    """Return the buttons of the current page, with its first rows selected."""
    for view in shell.page.findChildren(QAbstractItemView):
        if view.isVisibleTo(shell) and view.model() is not None and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
    QApplication.processEvents()
    found: dict[Place, QAbstractButton] = {}
    for button in shell.page.findChildren(QAbstractButton):
        name = button.accessibleName() or button.text()
        if isinstance(button, QRadioButton):
            continue  # chooses what is shown, and restyles the window
        if name and button.isVisibleTo(shell) and button.isEnabled():
            found[name, sum(each == name for each, _number in found)] = button
    return found


def menu_lines() -> dict[str, QAction]:
    """Return the lines of the open menu."""
    return {
        action.text(): action
        for menu in QApplication.topLevelWidgets()
        if isinstance(menu, QMenu) and menu.isVisible()
        for action in menu.actions()
        if action.isEnabled() and action.text()
    }


def close_all_but(shell: Shell) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget is not shell and widget.isVisible():
            widget.close()
    QApplication.processEvents()


def walk(shell: Shell, rest: Callable[[], None], refused: list[str]) -> list[str]:
    """Press every button on every page; return what was refused after which press."""
    found, pressed = list[str](), set[tuple[str, Place, str]]()
    for key in shell._entries:
        while True:
            shell.show_page(key)
            places = offered(shell)
            left = [it for it in places if (key, it, "") not in pressed]
            if not left:
                break
            place, lines = left[0], [""]
            while lines:
                line = lines.pop()
                pressed.add((key, place, line))
                if place in places:
                    places[place].click()
                    QApplication.processEvents()
                    menu = menu_lines()
                    lines += [it for it in menu if (key, place, it) not in pressed and not line]
                    if line in menu:
                        menu[line].trigger()
                    rest()
                    found += [f"{key}: {place[0]} {line}: {right}" for right in refused]
                    refused.clear()
                close_all_but(shell)
                shell.show_page(key)
                places = offered(shell)
    return found


def led(shell: Shell, rest: Callable[[], None], refused: list[str]) -> list[str]:
    """Press every button that only a command of Ctrl+K leads to; return what walk returns."""
    usual: dict[str, set[Place]] = {}
    for key in shell._entries:
        shell.show_page(key)
        usual[key] = set(offered(shell))
    found = list[str]()
    is_recording = not shell.context.is_headquarters
    for command in request_commands(shell.context, is_recording=is_recording):
        pressed = set[Place]()
        while True:
            command.do()
            QApplication.processEvents()
            places = offered(shell)
            left = places.keys() - usual[shell._key] - pressed
            if left:
                pressed.add(place := min(left))
                places[place].click()
                QApplication.processEvents()
            rest()
            found += [f"{command.words()}: {pressed}: {right}" for right in refused]
            refused.clear()
            close_all_but(shell)
            if not left:
                break
    return found


def close_modal() -> None:
    """Close a modal dialog."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()


def walked(
    office: OpenOffice, actor: Actor, settings: Settings, qtbot: QtBot, refused: list[str]
) -> list[str]:
    tasks, former = Tasks(), office.database.actor
    office.database.actor = actor
    try:
        shell = Shell(office, settings, tasks, files=Answers())
        qtbot.addWidget(shell)
        shell.resize(1366, 696)
        shell.show()
        closer = QTimer(shell, interval=20)
        closer.timeout.connect(close_modal)
        closer.start()

        def rest() -> None:
            qtbot.waitUntil(lambda: not tasks._running)

        with qtbot.capture_exceptions() as raised:
            found = walk(shell, rest, refused) + led(shell, rest, refused)
        found += [repr(error) for _kind, error, _trace in raised]
        return found
    finally:
        office.database.actor = former
        tasks.stop()


@pytest.mark.long
@pytest.mark.parametrize("actor", PRECINCT)
def test_nothing_that_is_offered_at_a_precinct_is_refused(
    offices: Offices, actor: Actor, settings: Settings, qtbot: QtBot, refused: list[str]
) -> None:
    assert not walked(offices.precinct, actor, settings, qtbot, refused)


@pytest.mark.long
@pytest.mark.parametrize("actor", HEADQUARTERS)
def test_nothing_that_is_offered_at_headquarters_is_refused(
    offices: Offices, actor: Actor, settings: Settings, qtbot: QtBot, refused: list[str]
) -> None:
    assert not walked(offices.headquarters, actor, settings, qtbot, refused)
