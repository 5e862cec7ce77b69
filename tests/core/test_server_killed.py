"""The server is killed during long work: reported, rolled back, and repeatable."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from outreach_app import register_moves, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.integrity import check_store
from outreach_app.models import Meeting
from outreach_app.paths import SERVER_FILE, STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.search import upkeep
from tests import makers
from tests.core.exchange.network import enrol, new_store
from tests.core.exchange.posts import export
from tests.opened import leave_unsaved
from tests.servers import Server, find_programs, make_folder, running_server

MEETINGS = 3
# SQLAlchemy leaves the cursor of a broken connection to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def mortal() -> Iterator[Server]:
    """Start a server for these tests only."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here")
    with running_server(make_folder(), programs, is_mortal=True) as running:
        yield running


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Collect such cursors in this test, not during another."""
    yield
    gc.collect()


@pytest.fixture
def folder(mortal: Server, tmp_path: Path) -> Path:
    """Return the folder of headquarters' store, which is on that server."""
    folder = tmp_path / "headquarters"
    address = mortal.address(mortal.new_database())
    makers.create_store(folder, makers.headquarters_draft(), server=address)
    return folder


@contextmanager
def killed_at(mortal: Server, database: Database, beginning: str) -> Iterator[None]:
    """Kill the server before the first statement with this prefix; restart it afterwards."""
    done: list[str] = []

    def kill(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(beginning) and not done:
            done.append(statement)
            mortal.kill()

    event.listen(database.engine, "before_cursor_execute", kill)
    try:
        yield
    finally:
        event.remove(database.engine, "before_cursor_execute", kill)
        mortal.start()
    assert done


def told(attempt: Callable[[], object]) -> str:
    with pytest.raises(StoreFailed) as refused:
        attempt()
    return refused.value.code


def count_meetings(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Meeting)) or 0


def unsound(database: Database) -> list[str]:
    database.actor = Actor.PROGRAM  # what a role may not see would be treated as lost
    return [check.name for check in check_store(database) if not check.is_sound]


def killing(mortal: Server, at: str) -> Progress:
    """Return a progress that kills the server when the work reaches a table."""

    def report(_done: int, _total: int, what: str) -> None:
        if what == at:
            mortal.kill()

    return Progress(report)


def test_an_import_and_its_index_are_repeated(mortal: Server, folder: Path, tmp_path: Path) -> None:
    with (
        startup.opened(folder, makers.PASSPHRASE) as office,
        closing(new_store(tmp_path / "precinct.db", "precinct")) as precinct,
    ):
        store = office.database
        enrol(precinct, store)
        enrol(store, precinct)
        for _meeting in range(MEETINGS):
            makers.write_meeting(precinct)
        files = [bundle.path for bundle in export(precinct, tmp_path)]
        with killed_at(mortal, store, "INSERT INTO meetings"):
            assert told(lambda: import_paths(store, files, Progress())) == "no_server"
        assert count_meetings(store) == 0
        # The import is committed before the index, which has its own transaction.
        with killed_at(mortal, store, "INSERT INTO search_meetings"):
            assert told(lambda: import_paths(store, files, Progress())) == "no_server"
        assert count_meetings(store) == MEETINGS
        again = import_paths(store, files, Progress())
        assert [file.status for file in again.files] == ["duplicate"]
        with store.read() as session:
            assert len(list_meeting_ids(session, MeetingFilter(text="دورية"))) == MEETINGS
        assert unsound(store) == []


def test_a_move_to_the_server_leaves_the_file_and_is_repeated(
    mortal: Server, new_headquarters: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database, actor=Actor.HEADQUARTERS)
        leave_unsaved(office)
    address = mortal.address(mortal.new_database())

    def move(progress: Progress) -> int:
        return register_moves.move_store(folder, makers.PASSPHRASE, None, address, progress)

    try:
        assert told(lambda: move(killing(mortal, "meetings"))) == "no_server"
    finally:
        mortal.start()
    assert not (folder / SERVER_FILE).exists()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert count_meetings(office.database) == 1
        leave_unsaved(office)
    move(Progress())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert office.database.is_on_server
        assert unsound(office.database) == []


def test_a_move_to_a_file_leaves_the_server_and_is_repeated(mortal: Server, folder: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database, actor=Actor.HEADQUARTERS)

    def move(progress: Progress) -> int:
        return register_moves.move_store(folder, makers.PASSPHRASE, None, None, progress)

    try:
        assert told(lambda: move(killing(mortal, "meetings"))) == "no_server"
    finally:
        mortal.start()
    assert not (folder / STORE_FILE).exists()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert count_meetings(office.database) == 1
    move(Progress())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert not office.database.is_on_server
        assert count_meetings(office.database) == 1
        upkeep.complete_index(office.database, Progress())
        assert unsound(office.database) == []
        leave_unsaved(office)
