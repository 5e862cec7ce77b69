"""Fixtures of the exchange: the open offices of a precinct and headquarters, and a USB stick."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import startup
from outreach_app.queries.records import get_own_office
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.helping import enrol_each_other
from tests.ui.conftest import Heard
from tests.ui.exchange.computers import Copy
from tests.ui.exchange.desk import Desk, Stick
from ui.changes import Changes
from ui.context import AppContext
from ui.settings import Settings
from ui.tasks import Tasks


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    """Return a USB stick that is not plugged in yet."""
    folder = tmp_path / "STICK"
    folder.mkdir()
    return Stick(folder)


@pytest.fixture
def make_desk(
    settings: Settings, tasks: Tasks, stick: Stick, qtbot: QtBot
) -> Callable[[OpenOffice], Desk]:
    """Return a function that shows the exchange page of an office."""

    def make(office: OpenOffice) -> Desk:
        heard = Heard()
        context = AppContext(
            office, Changes(), tasks, settings, heard.open_page, heard.say, _is_headquarters(office)
        )
        desk = Desk(context, heard, stick, qtbot)
        qtbot.addWidget(desk.page)
        desk.page.resize(1182, 700)
        desk.page.show()
        return desk

    return make


@pytest.fixture
def precinct_desk(make_desk: Callable[[OpenOffice], Desk], office: OpenOffice) -> Desk:
    """Return the page at the precinct."""
    return make_desk(office)


@pytest.fixture
def headquarters_desk(make_desk: Callable[[OpenOffice], Desk], headquarters: OpenOffice) -> Desk:
    """Return the page at headquarters."""
    return make_desk(headquarters)


@pytest.fixture
def enrolled(
    office: OpenOffice, headquarters: OpenOffice, request: pytest.FixtureRequest
) -> tuple[Desk, Desk]:
    """Return both pages, opened after each office enrolled the other."""
    enrol_each_other(office, headquarters)
    return request.getfixturevalue("precinct_desk"), request.getfixturevalue("headquarters_desk")


@pytest.fixture
def enrolled_precinct(
    office: OpenOffice, headquarters: OpenOffice, request: pytest.FixtureRequest
) -> Desk:
    """Return the page at the precinct alone, opened after each office enrolled the other."""
    enrol_each_other(office, headquarters)
    desk: Desk = request.getfixturevalue("precinct_desk")
    return desk


@pytest.fixture
def enrolled_headquarters(
    office: OpenOffice, headquarters: OpenOffice, request: pytest.FixtureRequest
) -> Desk:
    """Return the page at headquarters alone, opened after each office enrolled the other."""
    enrol_each_other(office, headquarters)
    desk: Desk = request.getfixturevalue("headquarters_desk")
    return desk


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """Return a function that copies a store to a second computer and opens it there."""
    with ExitStack() as opened:

        def make(office: OpenOffice) -> OpenOffice:
            office.database.checkpoint()
            folder = tmp_path / "copy"
            left_out = shutil.ignore_patterns("*.lock", ".*", "backups")
            shutil.copytree(office.folder, folder, ignore=left_out)
            return opened.enter_context(startup.opened(folder, makers.PASSPHRASE))

        yield make


def _is_headquarters(office: OpenOffice) -> bool:
    with office.database.read() as session:
        return get_own_office(session).role == "headquarters"
