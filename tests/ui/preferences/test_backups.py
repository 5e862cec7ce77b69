"""The screen of backups: contents, a restore test, a second location."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import accounts, backup
from outreach_app.actors import Role
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui.preferences.backup_rows import Unopened
from ui.preferences.backup_timer import BackupTimer
from ui.preferences.backups import BackupsScreen


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded, place: Path) -> BackupsScreen:
    screen = BackupsScreen(replace(recorded.context, files=Answers(place)))
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    return screen


def test_a_backup_is_made_and_what_it_holds_is_told(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded
) -> None:
    assert not screen.check.isEnabled()
    screen.make.click()
    qtbot.waitUntil(lambda: any(row.records for row in screen._rows))
    assert screen._rows[0].records == backup.count_records(recorded.context.office.database)
    assert screen.result.text()


def test_a_restore_is_tried_and_the_register_is_untouched(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded
) -> None:
    office = recorded.context.office
    office.back_up()
    makers.write_partner(office.database)  # younger than the backup
    screen.refresh()
    before = backup.count_records(office.database)
    screen.check.click()
    qtbot.waitUntil(lambda: bool(screen.result.text()))
    assert str(backup.verify(backup.newest(office.folder)[0], office.database.key)) in (
        screen.result.text()
    )
    assert backup.count_records(office.database) == before
    assert not list(office.folder.glob(".verify-*"))


def test_what_was_just_made_is_chosen_and_what_was_said_of_it_stays_with_it(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded
) -> None:
    older = recorded.context.office.back_up()
    screen.begin()
    assert screen.chosen() == older
    screen.make.click()
    qtbot.waitUntil(lambda: bool(screen.result.text()))
    assert screen.chosen() == backup.newest(recorded.context.office.folder)[0] != older
    screen.table.select(1)
    assert not screen.result.text()


def test_a_damaged_backup_is_shown_as_such(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded
) -> None:
    file = recorded.context.office.back_up()
    file.write_bytes(file.read_bytes()[:5000])
    screen.begin()
    qtbot.waitUntil(lambda: screen._rows[0].records is Unopened.DAMAGED)
    screen.check.click()
    qtbot.waitUntil(screen.failure.isVisible)


def test_a_backup_of_a_former_key_is_shown_as_sound_and_says_how_it_opens(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded
) -> None:
    """It was made before an account was removed, which gave the register another key."""
    office = recorded.context.office
    second = accounts.add_account(office.database, office.folder, Role.READER)
    former = office.back_up()
    accounts.remove_account(office.database, office.folder, second.account.uid)
    screen.begin()
    qtbot.waitUntil(lambda: all(row.records is not None for row in screen._rows))
    held = {row.file: row.records for row in screen._rows}
    assert held[former] is Unopened.OTHER_KEY
    assert isinstance(held[backup.newest(office.folder)[0]], int)
    screen.refresh(former)
    screen.check.click()
    qtbot.waitUntil(screen.failure.isVisible)
    assert "عبارة مرور" in screen.failure.words
    assert "تالفة" not in screen.failure.words
    screen.put_back.click()
    assert "عبارة مرور كانت سارية يوم إنجازها" in screen.asking.words.text()
    screen.asking.end()
    screen.table.select(0)
    screen.put_back.click()
    assert "وتبقى الحسابات وعبارات المرور والمسودات كما هي الآن" in screen.asking.words.text()
    assert "set-aside" not in screen.asking.words.text()
    assert "يأخذ هذا الحاسوب بطاقة جديدة" in screen.asking.words.text()
    assert "يُقبل ملفكم المقبل عادة" in screen.asking.words.text()


@pytest.mark.parametrize("done", ["another row", "a question", "the second place"])
def test_a_message_goes_once_something_else_is_done(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded, done: str
) -> None:
    recorded.context.office.back_up()
    file = recorded.context.office.back_up()
    file.write_bytes(file.read_bytes()[:5000])
    screen.begin()
    screen.check.click()
    qtbot.waitUntil(screen.failure.isVisible)
    screen.refresh()  # as each one is counted
    assert screen.failure.isVisible()
    if done == "another row":
        screen.table.select(1)
    else:
        (screen.put_back if done == "a question" else screen.choose).click()
    assert not screen.failure.isVisible()


def test_what_is_asked_stays_while_backups_are_counted(
    screen: BackupsScreen, recorded: Recorded
) -> None:
    recorded.context.office.back_up()
    screen.refresh()
    screen.put_back.click()
    screen.refresh()  # as each one is counted
    assert screen.asking.isVisible()


def test_a_second_place_is_used_from_then_on(
    qtbot: QtBot, screen: BackupsScreen, recorded: Recorded, place: Path
) -> None:
    screen.choose.click()
    assert recorded.context.settings.backup_folder == str(place)
    screen.make.click()
    qtbot.waitUntil(lambda: len(backup.newest(place)) == 1)
    qtbot.waitUntil(lambda: bool(screen.result.text()))
    assert [row.is_second for row in screen._rows] == [False, True]
    screen.forget.click()
    assert recorded.context.office.second_place is None


def test_the_timer_backs_up_only_what_changed(qtbot: QtBot, recorded: Recorded) -> None:
    office = recorded.context.office
    timer = BackupTimer(recorded.context, recorded.context.changes)
    timer.back_up_if_changed()
    assert not timer._is_busy
    makers.write_partner(office.database)
    with qtbot.waitSignal(timer.made):
        timer.back_up_if_changed()
    assert len(backup.newest(office.folder)) == 1


def test_the_timer_says_what_went_wrong(qtbot: QtBot, recorded: Recorded, tmp_path: Path) -> None:
    office = recorded.context.office
    office.second_place = tmp_path / "no stick"
    makers.write_partner(office.database)
    timer = BackupTimer(recorded.context, recorded.context.changes, minutes=0.001)
    with qtbot.waitSignal(timer.failed) as failed:
        pass
    assert "no stick" in failed.args[0]
