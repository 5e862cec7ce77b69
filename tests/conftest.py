"""Fixtures: a real encrypted store, migrated once per run and copied for each test."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from outreach_app import i18n, startup, vault
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress
from outreach_app.i18n import Language
from outreach_app.paths import SERVER_FILE, STORE_FILE, profile
from outreach_app.startup import OpenOffice
from tests import makers
from tests.compiled import compiled_once
from tests.migrated import migrated_once
from tests.opened import leave_unsaved
from tests.rendered import rendered_by_one
from tests.servers import Copied, Server, copy_of_store, find_programs, make_folder, running_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test depends on the speed of the machine, and examples may share a store.
settings.register_profile(
    "any_machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("any_machine")
PATIENCE = 120_000  # milliseconds until a test stops waiting


class PatientBot(QtBot):
    """A qtbot with timeouts long enough for a busy machine."""

    def waitUntil(  # noqa: N802  Qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802  Qt's name
        self, signal: SignalInstance, *, timeout: int = PATIENCE, **how: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **how)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that runs all tests with stores on a server."""
    parser.addoption("--engine", choices=("file", "server"), default="file")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a marked test on both engines."""
    if metafunc.definition.get_closest_marker("both_engines"):
        metafunc.parametrize("engine", ("file", "server"), indirect=True)


def pytest_xdist_auto_num_workers() -> int:
    """Start one worker more than processors: each waits at times, for a child or a screen."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Let Python look at what is collected neither meanwhile nor later: all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(20_000, 10, 10)  # at 2,000 it takes a sixteenth of the tests of the window
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, then the guards; on a server, only those that can use one.

    So one process runs the guards, which all look at every file, and reads each once.
    """
    if items and items[0].config.getoption("--engine") == "server":
        items[:] = [item for item in items if _is_for_server(item)]
    items.sort(
        key=lambda item: (
            item.get_closest_marker("early") is None,
            not item.nodeid.startswith("tests/guards/"),
        )
    )


def _is_for_server(item: pytest.Item) -> bool:
    """Return whether a test has a store that can be on a server."""
    if "engine" not in getattr(item, "fixturenames", ()):
        return False
    chosen = getattr(item, "callspec", None)
    return chosen is None or chosen.params.get("engine") != "file"


@pytest.fixture(autouse=True)
def arabic() -> Iterator[None]:
    """Use Arabic messages unless a test chooses otherwise."""
    i18n.use(Language.ARABIC)
    yield
    i18n.use(Language.ARABIC)


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Make Qt's only application of the process a graphical one, whatever test comes first."""
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """Return a patient qtbot, replacing pytest-qt's, and delete at once what it closed.

    A window that waits to be deleted would follow the next test's language on a closed store.
    """
    yield PatientBot(request)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def _own_profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the programs that they start, out of the user's profile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("profile")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("LC_ALL", "C.UTF-8")  # whatever the language of this computer
        yield


@pytest.fixture(autouse=True)
def _no_marks() -> Iterator[None]:
    """Forget the closings and failures of other tests, whose stores are copies of the same one.

    Before a test, those of its module's fixtures; after it, its own, for the next module's.
    """
    _forget_marks()
    yield
    _forget_marks()


def _forget_marks() -> None:
    for kept in ("marks", "attempts"):
        shutil.rmtree(profile() / kept, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def statements(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile each SQL statement once per run, not per store, and skip syncing."""
    with compiled_once(tmp_path_factory.mktemp("statements")):
        yield


@pytest.fixture(scope="session", autouse=True)
def migrations() -> Iterator[None]:
    """Run every migration once per run, not per store."""
    with migrated_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def rendering() -> Iterator[None]:
    """Start the rendering process once per run, not per page."""
    with rendered_by_one():
        yield


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new store; copied, never opened in place."""
    folder = tmp_path_factory.mktemp("new") / "store"
    makers.create_store(folder, makers.office_draft())
    return folder


@pytest.fixture(scope="session")
def new_store_key(new_store: Path) -> bytes:
    """Return the data key of the new store, unwrapped once."""
    return vault.unlock(new_store, makers.PASSPHRASE)


@pytest.fixture
def store(new_store: Path, tmp_path: Path) -> Path:
    """Return the folder of this test's own store."""
    return Path(shutil.copytree(new_store, tmp_path / "store"))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a real PostgreSQL server for the whole run."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here")
    with running_server(make_folder(), programs) as running:
        yield running


@pytest.fixture(scope="session")
def new_store_on_server(server: Server, new_store: Path, new_store_key: bytes) -> str:
    """Return the name of a database with the content of the new store; copied, never opened."""
    return copy_of_store(server, new_store / STORE_FILE, new_store_key)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """Return the engine of this test's store: `file` or `server`."""
    chosen: str = getattr(request, "param", request.config.getoption("--engine"))
    return chosen


@pytest.fixture
def database(
    engine: str, new_store_key: bytes, request: pytest.FixtureRequest
) -> Iterator[Database]:
    """Open this test's store without the start sequence."""
    with ExitStack() as stack:
        if engine == "server":
            server: Server = request.getfixturevalue("server")
            name = server.new_database(request.getfixturevalue("new_store_on_server"))
            stack.callback(server.drop, name)
            place: Path | ServerAddress = server.address(name)
        else:
            place = request.getfixturevalue("store") / STORE_FILE
        database = stack.enter_context(closing(Database(place, new_store_key)))
        database.actor = Actor.CHIEF
        yield database


@pytest.fixture
def office(store: Path) -> Iterator[OpenOffice]:
    """Open this test's store through the start sequence."""
    with startup.opened(store, makers.PASSPHRASE) as opened:
        yield opened
        leave_unsaved(opened)


@pytest.fixture(scope="session")
def made_headquarters(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the folder of headquarters' new store and its recovery key."""
    folder = tmp_path_factory.mktemp("new") / "headquarters"
    made = makers.create_store(folder, makers.headquarters_draft())
    assert made.recovery_key is not None
    return folder, made.recovery_key


@pytest.fixture(scope="session")
def new_headquarters(made_headquarters: tuple[Path, str]) -> Path:
    """Return the folder of headquarters' new store; copied, never opened in place."""
    return made_headquarters[0]


@pytest.fixture(scope="session")
def recovery_key(made_headquarters: tuple[Path, str]) -> str:
    """Return headquarters' recovery key as printed."""
    return made_headquarters[1]


@pytest.fixture(scope="session")
def new_headquarters_on_server(server: Server, new_headquarters: Path) -> Copied:
    """Return the template for copies of headquarters' new store on a server."""
    key = vault.unlock(new_headquarters, makers.PASSPHRASE)
    return Copied(server, copy_of_store(server, new_headquarters / STORE_FILE, key))


@pytest.fixture
def headquarters(
    engine: str, new_headquarters: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[OpenOffice]:
    """Open this test's own headquarters store through the start sequence."""
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    with ExitStack() as stack:
        if engine == "server":
            copied: Copied = request.getfixturevalue("new_headquarters_on_server")
            place = copied.make()
            stack.callback(copied.drop, place)
            (folder / STORE_FILE).unlink()
            (folder / SERVER_FILE).write_text(str(place))
        opened = stack.enter_context(startup.opened(folder, makers.PASSPHRASE))
        yield opened
        leave_unsaved(opened)
