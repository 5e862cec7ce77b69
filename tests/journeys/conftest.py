"""Fixtures of the journeys: a desk in each language."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.journeys.desk import Desk
from ui import languages, style
from ui.settings import Settings
from ui.style import Scheme

HERE = Path(__file__).parent
# What the offscreen platform, which has no window manager, does not do.
HARMLESS = ("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")

MakeDesk = Callable[[], Desk]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a Qt warning fail a journey, but for the harmless ones named above."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS))


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest) -> Language:
    """The language of the window."""
    return Language(request.param)


@pytest.fixture
def make_desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> Iterator[MakeDesk]:
    """Starts the program, as often as it is asked to; all are closed at the end."""
    style.apply(Scheme.LIGHT)
    desks: list[Desk] = []

    def make() -> Desk:
        desk = Desk(qtbot, Settings(tmp_path / "window.json"), language)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
        desk.window.deleteLater()
    # A window that outlived its journey would follow the next test's language on a closed store.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # what is left is not looked at again: a run makes millions of objects
    languages.switch(Language.ARABIC)
    qapp.processEvents()


@pytest.fixture
def filled_store(store: Path, new_store_key: bytes) -> Path:
    """A store with a partner and its meeting, closed."""
    database = Database(store / STORE_FILE, new_store_key)
    partner = makers.write_partner(database)
    makers.write_meeting(database, subject_ar="تأمين محيط المدرسة", attendances=((partner, True),))
    database.close()
    return store


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """The program, not started yet."""
    return make_desk()
