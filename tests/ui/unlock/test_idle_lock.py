"""An idle register is locked, and drafts are kept."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock, startup
from outreach_app.actors import Actor
from outreach_app.i18n import Language
from outreach_app.queries.drafts import find_draft
from outreach_app.services.drafts import save_draft
from tests import makers
from ui import languages
from ui.unlock import idle_lock
from ui.unlock.idle_lock import IdleLock, idle_words

_MINUTES = 0.3 / 60
_LONG = 10.0


def test_nobody_typing_closes_the_office_and_keeps_drafts(qtbot: QtBot, store: Path) -> None:
    office = startup.open_office(store, makers.PASSPHRASE)
    with office.database.write(Actor.CHIEF) as session:
        save_draft(session, "meeting", "half a sentence", clock.now())
    lock = IdleLock(lambda: _MINUTES)
    lock.idle.connect(office.close)
    with qtbot.waitSignal(lock.idle):
        lock.start()
    with startup.opened(store, makers.PASSPHRASE) as again, again.database.read() as session:
        found = find_draft(session, "meeting", str)
    assert found is not None
    assert found.draft == "half a sentence"


def test_typing_puts_the_lock_off(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    minutes = [_MINUTES]
    lock = IdleLock(lambda: minutes[0])
    lock.start()
    minutes[0] = _LONG
    with qtbot.assertNotEmitted(lock.idle, wait=600):
        QTest.keyClick(line, Qt.Key.Key_A)


def test_a_stopped_lock_never_fires(qtbot: QtBot) -> None:
    lock = IdleLock(lambda: _MINUTES)
    lock.start()
    lock.stop()
    with qtbot.assertNotEmitted(lock.idle, wait=600):
        pass


def test_another_choice_of_minutes_counts_from_the_next_key(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    minutes = [_LONG]
    lock = IdleLock(lambda: minutes[0])
    lock.start()
    minutes[0] = _MINUTES
    with qtbot.waitSignal(lock.idle):
        QTest.keyClick(line, Qt.Key.Key_A)


def test_a_computer_that_slept_is_locked_when_it_wakes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, now = IdleLock(lambda: _LONG), time.time()
    lock.start()
    with qtbot.assertNotEmitted(lock.left):
        monkeypatch.setattr(time, "time", lambda: now + 30)
        lock.look()
    with qtbot.waitSignal(lock.left):
        monkeypatch.setattr(time, "time", lambda: now + 30 + 600)
        lock.look()


def test_a_program_that_was_kept_waiting_stays_open(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, now, awake = IdleLock(lambda: _LONG), time.time(), idle_lock.time_awake()
    lock.start()
    monkeypatch.setattr(time, "time", lambda: now + 600)
    monkeypatch.setattr(idle_lock, "time_awake", lambda: awake + 600)
    with qtbot.assertNotEmitted(lock.left):
        lock.look()
    monkeypatch.setattr(time, "time", lambda: now + 1200)
    with qtbot.waitSignal(lock.left):
        lock.look()


@pytest.mark.parametrize(
    ("language", "minutes", "said"),
    [
        (Language.ARABIC, 10, "\u206610\u2069 دقائق"),
        (Language.ARABIC, 30, "\u206630\u2069 دقيقة"),
        (Language.FRENCH, 10, "\u206610\u2069 minutes"),
    ],
)
def test_the_minutes_are_told_as_they_are_counted(
    language: Language, minutes: int, said: str
) -> None:
    languages.switch(language)
    assert said in idle_words(minutes)
