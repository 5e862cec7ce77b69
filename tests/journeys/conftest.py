"""Fixtures of the journeys: a desk in each language."""

import gc
import shutil
import socket
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.paths import STORE_FILE
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from tests import makers
from tests.journeys.desk import Desk
from ui import languages, style
from ui.settings import Settings
from ui.style import Scheme

MakeDesk = Callable[[], Desk]


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every network connection fail (L12)."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        # The reading and rendering processes use a local socket.
        assert self.family == getattr(socket, "AF_UNIX", None), f"a connection to {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Walk a journey in one language, which its name decides; in the other, in the long run.

    Every screen is looked at in one or the other by the tests of the pictures.
    """
    parametrized = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
    if "language" in metafunc.fixturenames and "language" not in parametrized:
        languages = list(Language)
        if len(metafunc.function.__name__) % 2:
            languages.reverse()
        usual, other = languages
        cases = (usual, pytest.param(other, marks=pytest.mark.long))
        metafunc.parametrize("language", cases, indirect=True)


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Language:
    """Return the language of the window."""
    return Language(request.param)


@pytest.fixture
def make_desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> Iterator[MakeDesk]:
    """Return a function that starts the program; all are closed at the end."""
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
    # A window left open would follow the next test's language on a closed store.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # remaining objects are not scanned again: a run makes millions
    languages.switch(Language.ARABIC)
    qapp.processEvents()


@pytest.fixture
def filled_store(store: Path, new_store_key: bytes) -> Path:
    """Return a closed store with a partner and its meeting."""
    database = Database(store / STORE_FILE, new_store_key)
    partner = makers.write_partner(database)
    makers.write_meeting(database, subject_ar="تأمين محيط المدرسة", attendances=((partner, True),))
    database.close()
    return store


@pytest.fixture(scope="session")
def filled_registers(
    tmp_path_factory: pytest.TempPathFactory, new_store: Path, new_store_key: bytes
) -> Callable[[date], Path]:
    """Return a function that makes a day's register with work waiting; copied, never opened.

    An association was recorded twice, once in each script, with a meeting and a person each: one
    last month, with two overdue commitments and a concern without a reaction, one of today.
    """

    @cache  # a run may go on past midnight
    def fill(today: date) -> Path:
        folder = Path(shutil.copytree(new_store, tmp_path_factory.mktemp("register") / "store"))
        database = Database(folder / STORE_FILE, new_store_key)
        arabic = makers.write_partner(database, name_fr=None, phone=None, place="حي النخيل")
        latin = makers.write_partner(database, name_ar=None, email="bureau@annakhil.example")
        makers.write_person(database, arabic, name_fr=None, phone=None, inform_by=today)
        makers.write_person(
            database, latin, name_ar=None, name_fr="Nadia Alami", phone=None, informed_on=today
        )
        _write_meetings(database, today, arabic, latin)
        database.close()
        return folder

    return fill


def _write_meetings(database: Database, today: date, arabic: UUID, latin: UUID) -> None:
    makers.write_meeting(
        database,
        held_on=last_month(today),
        subject_ar="تأمين محيط المدرسة",
        attendances=((arabic, True),),
        points=(
            PointDraft("concern", "tp.6.1", "الزقاق مظلم ليلا", "ar"),
            PointDraft("request", "tp.8.4", "دوريات أكثر مساء", "ar"),
        ),
        commitments=tuple(
            CommitmentDraft(words, "ar", "office", due_on=today - timedelta(days=1), point=1)
            for words in ("تخصيص دورية راجلة", "لوحة إرشادية قرب المدرسة")
        ),
        referrals=(),
    )
    makers.write_meeting(
        database,
        held_on=today,
        subject_ar=None,
        subject_fr="Abords du marché",
        attendances=((latin, True),),
        points=(PointDraft("concern", "tp.6.3", "Étals sur le trottoir", "fr"),),
        commitments=(),
        referrals=(),
    )


def last_month(today: date) -> date:
    """Return the last day of the month before."""
    return today.replace(day=1) - timedelta(days=1)


@pytest.fixture
def register(filled_registers: Callable[[date], Path], tmp_path: Path) -> Path:
    """Return a copy of today's register for this journey."""
    today = clock.today()
    return Path(shutil.copytree(filled_registers(today), tmp_path / "register"))


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """Return the program, not started yet."""
    return make_desk()
