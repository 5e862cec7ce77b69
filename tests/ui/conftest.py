"""Fixtures of the window: its look, its language, its settings, an open office's context."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from outreach_app.startup import OpenOffice
from tests.languages import FRENCH_FIRST
from tests.opened import Left, leave, opened_again
from tests.ui.offices import Offices, the_offices
from tests.ui.recorded import Recorded
from tests.ui.stage import Stage
from ui import languages, style
from ui.changes import Changes
from ui.context import AppContext
from ui.requests import Request
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme
from ui.tasks import Tasks
from ui.widgets.translated import Text


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Start each test in the light scheme and in Arabic."""
    _delete_shells(qapp)
    style.apply(Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    qapp.processEvents()
    yield
    # A button that is held makes every form of the tests that follow wait before it shows an error.
    assert not qapp.mouseButtons().value, "the test holds a mouse button"
    _delete_shells(qapp)
    languages.switch(Language.ARABIC)
    qapp.processEvents()


def _delete_shells(application: QApplication) -> None:
    """Delete windows left open: they would follow the next test's language on a closed store."""
    for window in application.topLevelWidgets():
        if isinstance(window, Shell):
            window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Otherwise Python may free a timer in a worker thread, which Qt forbids.
    gc.collect()
    gc.freeze()  # remaining objects are not scanned again: a run makes millions


@pytest.fixture(scope="session")
def left_store(new_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Return a precinct's store that was opened once."""
    return leave(new_store, tmp_path_factory.mktemp("left") / "store")


@pytest.fixture(scope="session")
def left_headquarters(new_headquarters: Path, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Return headquarters' store that was opened once."""
    return leave(new_headquarters, tmp_path_factory.mktemp("left") / "headquarters")


@pytest.fixture
def store(left_store: Left, tmp_path: Path) -> Path:
    """Return the folder of this test's own store."""
    return Path(shutil.copytree(left_store.folder, tmp_path / "store"))


@pytest.fixture
def office(store: Path, left_store: Left) -> Iterator[OpenOffice]:
    """Open this test's store as the start sequence leaves it."""
    with opened_again(store, left_store) as office:
        yield office


@pytest.fixture
def headquarters(
    engine: str, left_headquarters: Left, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[OpenOffice]:
    """Open this test's own headquarters store as the start sequence leaves it.

    One on a server is opened by the start sequence.
    """
    if engine == "server":
        yield request.getfixturevalue("headquarters")
        return
    folder = Path(shutil.copytree(left_headquarters.folder, tmp_path / "headquarters"))
    with opened_again(folder, left_headquarters) as office:
        yield office


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings for this test."""
    return Settings(tmp_path / "window.json")


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Return workers that are stopped after the test."""
    tasks = Tasks()
    yield tasks
    tasks.stop()


class Heard:
    """Records the requests of a page to the window."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.said: list[str] = []
        self._undo: Callable[[], None] | None = None

    def open_page(self, request: Request) -> None:
        self.requests.append(request)

    def say(
        self,
        message: str,
        undo: Callable[[], None] | None = None,
        *,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        is_refusal: bool = False,
        is_notice: bool = False,
    ) -> None:
        self.said.append(message)
        self._undo = undo

    def undo(self) -> None:
        """Press Undo."""
        assert self._undo is not None
        self._undo()


@pytest.fixture
def heard() -> Heard:
    """Return the recorder of `context`."""
    return Heard()


@pytest.fixture
def context(office: OpenOffice, settings: Settings, tasks: Tasks, heard: Heard) -> AppContext:
    """Return a page's context on a real store."""
    return AppContext(office, Changes(), tasks, settings, heard.open_page, heard.say)


@pytest.fixture
def recorded(office: OpenOffice, tmp_path: Path) -> Iterator[Recorded]:
    """Return a page's context on a real store, which records messages and requests."""
    recorded = Recorded(office, tmp_path)
    yield recorded
    recorded.close()


@pytest.fixture(scope="module")
def offices(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Return a precinct and headquarters with the records of the stage."""
    with the_offices(tmp_path_factory.mktemp("stage")) as offices:
        yield offices


@pytest.fixture(params=FRENCH_FIRST)
def stage(offices: Offices, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Return the stage in a language, in the light scheme."""
    stage = Stage(offices, request.param, Scheme.LIGHT)
    yield stage
    stage.close()
