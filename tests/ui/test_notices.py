"""Reminders: in time, once, with numbers only, and none if nothing is due."""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.due import Due
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.context import AppContext
from ui.notices import NoticesWatch, counted_words
from ui.page_keys import PageKey
from ui.requests import ShowPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

DAY = date(2026, 11, 24)
SetClock = Callable[..., None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Return a function that sets the clock, on the DAY or days after it."""

    def set_clock(hour: int, minute: int = 0, days: int = 0) -> None:
        wall = datetime.combine(DAY, time(hour, minute), clock.CASABLANCA) + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda: wall.astimezone(UTC))

    set_clock(8)
    return set_clock


class Desk:
    """A watch, and the notifications it showed."""

    def __init__(self, context: AppContext, qtbot: QtBot, *, shows_notices: bool = True) -> None:
        self.tabs: list[str] = []
        self.counts: list[int] = []
        self._shows = shows_notices
        self.watch = NoticesWatch(context, context.changes, self._tell)
        qtbot.addWidget(self.watch.offer)
        self.watch.counted.connect(lambda: self.counts.append(self.watch.due.waiting))

    def _tell(self, words: str) -> bool:
        self.tabs.append(words)
        return self._shows


@pytest.fixture
def desk(context: AppContext, qtbot: QtBot, set_clock: SetClock) -> Desk:
    return Desk(context, qtbot)


def write_planned(database: Database, *starts: time) -> None:
    for start in starts:
        makers.write_meeting(
            database, held_on=DAY, starts_at=start, status="planned", commitments=(), referrals=()
        )


def write_late_promise(database: Database) -> None:
    late = CommitmentDraft("promised", "fr", "office", due_on=date(2026, 11, 20))
    makers.write_meeting(database, commitments=(late,))


def test_meetings_are_reminded_of_once_half_an_hour_before(
    desk: Desk, context: AppContext, set_clock: SetClock
) -> None:
    write_planned(context.office.database, time(15), time(15), time(17))
    set_clock(14, 29)
    desk.watch.look()
    assert desk.tabs == []
    for minute in (30, 31, 59):
        set_clock(14, minute)
        desk.watch.look()
    (words,) = desk.tabs
    assert "15:00" in words
    assert "2" in words


def test_nothing_is_told_of_who_comes(desk: Desk, context: AppContext, set_clock: SetClock) -> None:
    write_planned(context.office.database, time(15))
    write_late_promise(context.office.database)
    set_clock(14, 45)
    desk.watch.look()
    told = " ".join(desk.tabs)
    assert len(desk.tabs) == 2
    for written in ("تأمين محيط المؤسسات التعليمية", "مقر الدائرة", "promised"):
        assert written not in told


def test_a_meeting_that_has_begun_is_not_announced(
    desk: Desk, context: AppContext, set_clock: SetClock
) -> None:
    write_planned(context.office.database, time(15))
    set_clock(15)
    desk.watch.look()
    assert desk.tabs == []


@pytest.mark.parametrize(("ahead", "told"), [(0, 0), (10, 0), (60, 1)])
def test_how_long_before_is_a_setting(
    desk: Desk, context: AppContext, set_clock: SetClock, ahead: int, told: int
) -> None:
    context.settings.reminder_minutes = ahead
    write_planned(context.office.database, time(15))
    set_clock(14, 15)
    desk.watch.look()
    assert len(desk.tabs) == told


def test_what_is_overdue_is_told_once_a_day_and_not_again_after_a_lock(
    desk: Desk, context: AppContext, qtbot: QtBot, set_clock: SetClock
) -> None:
    write_late_promise(context.office.database)
    desk.watch.look()
    desk.watch.look()
    assert len(desk.tabs) == 1
    unlocked = Desk(context, qtbot)
    unlocked.watch.look()
    assert unlocked.tabs == []
    set_clock(8, days=1)
    unlocked.watch.look()
    assert len(unlocked.tabs) == 1


def test_a_day_without_anything_overdue_is_quiet(desk: Desk) -> None:
    desk.watch.look()
    assert desk.tabs == []
    assert desk.counts == [0]


def test_where_the_system_shows_no_notices_the_window_does_until_the_hour(
    context: AppContext, qtbot: QtBot, heard: Heard, set_clock: SetClock
) -> None:
    desk = Desk(context, qtbot, shows_notices=False)
    write_planned(context.office.database, time(15))
    set_clock(14, 45)
    desk.watch.look()
    assert not desk.watch.offer.isHidden()
    assert "15:00" in desk.watch.offer.text()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "Rencontres" in desk.watch.offer.text())
    desk.watch.offer.click()
    assert heard.requests == [ShowPage(PageKey.TODAY)]
    set_clock(15)
    desk.watch.look()
    assert desk.watch.offer.isHidden()


def test_the_rail_counts_what_waits_and_follows_each_change(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks, set_clock: SetClock
) -> None:
    write_late_promise(office.database)
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.show()
    today = shell.rail._model.index(0)
    assert "1" in today.data(Qt.ItemDataRole.AccessibleTextRole)
    without = shell.rail.grab().toImage()
    partner = makers.write_partner(office.database)
    makers.write_person(office.database, partner)
    shell.changes.happened.emit(frozenset({"person"}))
    assert "2" in today.data(Qt.ItemDataRole.AccessibleTextRole)
    assert shell.rail.grab().toImage() != without


@pytest.mark.parametrize("language", Language)
def test_the_words_of_the_count_say_all_that_it_counts(language: Language) -> None:
    languages.switch(language)
    names = [field.name for field in fields(Due) if field.name != "starts"]
    due = Due(starts=(), **{name: 10**at for at, name in enumerate(names)})
    said = [int(number) for number in re.findall(r"\d+", counted_words(due))]
    assert sum(said) == due.waiting
