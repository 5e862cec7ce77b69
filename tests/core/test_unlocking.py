"""Wrong secrets: each delays more than the previous one, and the tenth blocks the account."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach_app import accounts, attempts, clock, startup, unlocking, vault
from outreach_app.actors import Role, role_words
from outreach_app.attempts import ATTEMPTS_FILE
from outreach_app.errors import Locked, NotAllowed
from tests import makers
from tests.second_people import OWN, add_second

NOW = datetime(2026, 10, 19, 9, 30, tzinfo=UTC)
GUESS = "a guess"


class Clock:
    """A test clock that advances only by waiting."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment

    def wait(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Clock:
    wall = Clock()
    monkeypatch.setattr(clock, "now", wall.now)
    return wall


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault.create(tmp_path, makers.PASSPHRASE)
    return tmp_path


def refusal(folder: Path, secret: str = GUESS) -> Locked:
    with pytest.raises(Locked) as refused:
        unlocking.unlock(folder, secret)
    return refused.value


def block(folder: Path, wall: Clock) -> None:
    for _time in range(10):
        wall.wait(60)
        refusal(folder)


def test_from_the_third_failure_on_each_attempt_waits_longer(folder: Path, wall: Clock) -> None:
    waits = []
    for _time in range(9):
        seconds = refusal(folder).details["seconds"]
        assert isinstance(seconds, int)
        waits.append(seconds)
        if seconds:
            wall.wait(seconds - 0.5)
            early = refusal(folder, makers.PASSPHRASE)
            assert (early.code, early.details["seconds"]) == ("too_soon", 1)
            wall.wait(0.5)
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60]
    assert len(unlocking.unlock(folder, makers.PASSPHRASE).data_key) == 32


def test_a_clock_that_was_set_back_makes_nobody_wait_for_ever(folder: Path, wall: Clock) -> None:
    for _time in range(3):
        refusal(folder)
    wall.wait(-86_400)
    assert refusal(folder).details["seconds"] == 1


def test_the_tenth_failure_blocks_and_the_recovery_code_opens(store: Path, wall: Clock) -> None:
    block(store, wall)
    wall.wait(60)
    refused = refusal(store, makers.PASSPHRASE)
    assert refused.code == "account_blocked"
    assert "رمز الاسترداد" in refused.message


def test_the_recovery_code_frees_what_was_blocked(tmp_path: Path, wall: Clock) -> None:
    folder = tmp_path / "store"
    code = startup.create_store(folder, makers.PASSPHRASE, makers.office_draft()).recovery_code
    block(folder, wall)
    wall.wait(60)
    startup.open_office(folder, code).close()
    startup.open_office(folder, makers.PASSPHRASE).close()


def test_an_administrator_frees_an_account_and_nobody_else_does(store: Path, wall: Clock) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.SECRETARY)
        deputy = accounts.add_account(office.database, store, Role.DEPUTY)
    secretary = first.account.uid
    for _time in range(10):
        wall.wait(60)
        with pytest.raises(Locked):
            startup.open_office(store, GUESS, secretary)
    wall.wait(60)
    with startup.opened(store, deputy.passphrase) as office, pytest.raises(NotAllowed):
        accounts.unblock_account(office.database, store, secretary)
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            rows = accounts.list_with_blocks(session, store)
        assert {row.code for row in rows if row.is_blocked} == {"secretary-1"}
        accounts.unblock_account(office.database, store, secretary)
    startup.open_office(store, first.passphrase, secretary).close()


def test_another_account_that_opens_leaves_the_failures_of_the_first(
    store: Path, wall: Clock
) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.SECRETARY)
    chief = vault.list_accounts(store)[0].uid
    for _time in range(3):
        with pytest.raises(Locked):
            startup.open_office(store, GUESS, chief)
    startup.open_office(store, first.passphrase, first.account.uid).close()
    with pytest.raises(Locked) as refused:
        startup.open_office(store, makers.PASSPHRASE, chief)
    assert refused.value.code == "too_soon"


def test_deleting_the_file_beside_the_store_makes_no_guess_cheaper(
    folder: Path, wall: Clock
) -> None:
    for _time in range(4):
        wall.wait(60)
        refusal(folder)
        (folder / ATTEMPTS_FILE).unlink()
    assert refusal(folder, makers.PASSPHRASE).code == "too_soon"
    wall.wait(60)
    for _time in range(6):
        wall.wait(60)
        refusal(folder)
        (folder / ATTEMPTS_FILE).unlink()
    wall.wait(60)
    assert refusal(folder, makers.PASSPHRASE).code == "account_blocked"


def test_a_copy_of_the_folder_makes_no_guess_cheaper(
    folder: Path, wall: Clock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for number in range(4):
        copy = tmp_path_factory.mktemp("copies") / str(number)
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(ATTEMPTS_FILE))
        wall.wait(60)
        refusal(copy)
    early = refusal(folder, makers.PASSPHRASE)
    assert (early.code, early.details["seconds"]) == ("too_soon", 2)
    # One whose key is another does not wait for it.
    vault.create(other := tmp_path_factory.mktemp("other"), makers.PASSPHRASE)
    assert len(unlocking.unlock(other, makers.PASSPHRASE).data_key) == 32


def test_who_was_freed_elsewhere_is_not_blocked_by_an_older_count(
    folder: Path, wall: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    block(folder, wall)
    account = vault.list_accounts(folder)[0].uid
    with monkeypatch.context() as administrator:
        administrator.setenv("XDG_CONFIG_HOME", str(tmp_path / "another profile"))
        attempts.free(folder, {account})
    assert len(unlocking.unlock(folder, makers.PASSPHRASE).data_key) == 32


def test_a_passphrase_of_another_account_is_refused_by_the_name_of_the_chosen_one(
    store: Path,
) -> None:
    add_second(store, Role.SECRETARY)
    chief, secretary = vault.list_accounts(store)
    with pytest.raises(Locked) as refused:
        unlocking.unlock(store, OWN, chief.uid)
    assert refused.value.code == vault.WRONG_PASSPHRASE
    assert role_words(Role.CHIEF) in refused.value.message
    assert refused.value.details["seconds"] == 0
    assert unlocking.unlock(store, OWN, secretary.uid).account == secretary.uid
