"""A page shows what another analyst wrote to the same register on a server."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from outreach_app import startup
from outreach_app.database import Database
from outreach_app.startup import OpenOffice
from tests import makers
from tests.servers import Server
from tests.ui.recorded import Recorded
from ui.changes import EVERYTHING
from ui.server_watch import OthersWatch


@pytest.fixture
def office(server: Server, tmp_path: Path) -> Iterator[OpenOffice]:
    """Open headquarters' register on a server."""
    folder, place = tmp_path / "headquarters", server.address(server.new_database())
    makers.create_store(folder, makers.headquarters_draft(), server=place)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        yield office


def test_what_another_wrote_is_told_and_the_own_is_not(qtbot: QtBot, recorded: Recorded) -> None:
    database, heard = recorded.context.office.database, list[object]()
    recorded.context.changes.happened.connect(heard.append)
    owner = QObject()
    watch = OthersWatch(recorded.context, owner, seconds=0.05)
    makers.write_partner(database)
    with qtbot.waitSignal(watch.looked):
        pass
    with qtbot.waitSignal(watch.looked):
        pass
    assert heard == []
    with closing(Database(database.place, database.key)) as other:
        makers.write_partner(other, name_ar="جمعية الأمل")
    qtbot.waitUntil(lambda: heard == [EVERYTHING])
