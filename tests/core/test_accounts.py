"""Several accounts at one store: what each opens, and what is left of a removed one."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import (
    accounts,
    backup,
    newest_key_file,
    recovery_codes,
    restoring,
    startup,
    unlocking,
    vault,
)
from outreach_app.actors import Actor, Role
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, Locked, NotAllowed, OutreachError
from outreach_app.key_files import find_key_file
from outreach_app.paths import STORE_FILE
from outreach_app.queries.accounts import AccountRow, list_accounts
from outreach_app.queries.partners import list_partners_by_uid
from outreach_app.startup import OpenOffice
from tests import makers

NEW = "a passphrase of one's own"


def rows(office: OpenOffice) -> list[AccountRow]:
    with office.database.read() as session:
        return list_accounts(session)


def added(office: OpenOffice, role: Role) -> accounts.FirstPassphrase:
    return accounts.add_account(office.database, office.folder, role)


def refusal(folder: Path, secret: str, account: UUID | None = None) -> str:
    with pytest.raises(Locked) as refused:
        startup.open_office(folder, secret, account)
    return refused.value.code


def test_a_new_store_has_one_account_that_administers_it(
    office: OpenOffice, headquarters: OpenOffice
) -> None:
    assert [row.code for row in rows(office)] == ["chief-1"]
    assert [row.code for row in rows(headquarters)] == ["administrator-1"]
    assert office.database.actor is Actor.CHIEF
    assert headquarters.database.actor is Actor.HEADQUARTERS


def test_who_can_make_no_recovery_code_is_not_called_to_make_one(
    office: OpenOffice, store: Path
) -> None:
    assert recovery_codes.reminder(store, Role.CHIEF)
    assert recovery_codes.reminder(store, Role.SECRETARY) is None
    recovery_codes.confirm_recovery_code(office.database, store)
    assert recovery_codes.reminder(store, Role.CHIEF) is None


def test_an_account_opens_the_store_and_acts_as_its_role(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = added(office, Role.SECRETARY)
        assert added(office, Role.SECRETARY).account.code == "secretary-2"
    with startup.opened(store, first.passphrase) as office:
        assert (office.account.code, office.account.must_change) == ("secretary-1", True)
        assert office.database.actor is Actor.SECRETARY
        with pytest.raises(NotAllowed) as refused:
            accounts.require_settled(office.account)
        assert refused.value.code == "must_change_passphrase"
        with pytest.raises(InvalidDraft):
            accounts.change_own_passphrase(office.database, store, first.passphrase)
        accounts.change_own_passphrase(office.database, store, NEW)
    assert refusal(store, first.passphrase) == "wrong_passphrase"
    with startup.opened(store, NEW) as office:
        accounts.require_settled(office.account)
    assert refusal(store, NEW, vault.list_accounts(store)[0].uid) == "wrong_passphrase"


def test_who_is_no_administrator_changes_no_account(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first, chief = added(office, Role.DEPUTY), office.account.uid
    with startup.opened(store, first.passphrase) as office:
        for attempt in (
            lambda: added(office, Role.READER),
            lambda: accounts.change_role(office.database, store, chief, Role.READER),
            lambda: accounts.reset_passphrase(office.database, store, chief),
            lambda: accounts.remove_account(office.database, store, chief),
            lambda: recovery_codes.renew_recovery_code(office.database, store),
        ):
            with pytest.raises(NotAllowed) as refused:
                attempt()
            assert refused.value.code == "not_allowed_role"


def test_the_account_that_is_open_stays_as_it_is(office: OpenOffice) -> None:
    own = office.account.uid
    with pytest.raises(NotAllowed) as removed:
        accounts.remove_account(office.database, office.folder, own)
    with pytest.raises(NotAllowed) as lowered:
        accounts.change_role(office.database, office.folder, own, Role.READER)
    assert {removed.value.code, lowered.value.code} == {"own_account"}


def test_a_removed_account_opens_nothing_made_since(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        key, first = office.database.key, added(office, Role.DEPUTY)
        old_key_file = (store / vault.KEY_FILE).read_bytes()
        partner = makers.write_partner(office.database)
        left = accounts.remove_account(office.database, store, first.account.uid)
        assert (left, office.database.key == key) == (1, False)
        newest, *_before = backup.newest(store)
    assert refusal(store, first.passphrase) == "wrong_passphrase"
    with pytest.raises(Locked):
        restoring.restore(newest, store.parent / "restored", first.passphrase)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        assert list_partners_by_uid(session, [partner])
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        (store / name).write_bytes(old_key_file)
    stale = vault.unlock(store, first.passphrase)
    with closing(Database(store / STORE_FILE, stale)) as database:
        assert not database.is_readable()


@pytest.mark.both_engines
def test_a_number_that_an_account_had_is_given_to_no_other(headquarters: OpenOffice) -> None:
    """Whether it was removed or has another role now; what was printed of the log names one."""
    office = headquarters
    first = added(office, Role.ANALYST).account
    accounts.remove_account(office.database, office.folder, first.uid)
    second = added(office, Role.ANALYST).account
    reader = accounts.change_role(office.database, office.folder, second.uid, Role.READER)
    third = added(office, Role.ANALYST).account
    assert [second.code, reader.code, third.code] == ["analyst-2", "reader-1", "analyst-3"]


def test_backups_that_a_removed_account_opens_go_where_that_is_asked_for(
    office: OpenOffice,
) -> None:
    first = added(office, Role.READER)
    office.back_up()
    accounts.remove_account(
        office.database, office.folder, first.account.uid, delete_from=[office.folder]
    )
    assert len(backup.newest(office.folder)) == 1


@pytest.mark.parametrize("moment", ["prepared", "changed"])
def test_a_removal_that_was_interrupted_is_done_or_not_done(
    store: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    with opened_as(store, makers.PASSPHRASE) as database, monkeypatch.context() as patched:
        first = accounts.add_account(database, store, Role.DEPUTY)
        if moment == "prepared":
            patched.setattr(Database, "change_key", interrupted)
        else:
            patched.setattr(newest_key_file, "take_next", interrupted)
        with pytest.raises(KeyboardInterrupt):
            accounts.remove_account(database, store, first.account.uid)
    if moment == "changed":
        assert refusal(store, first.passphrase) == "older_key_file"
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert len(rows(office)) == (2 if moment == "prepared" else 1)
        assert not (store / vault.NEXT_KEY_FILE).exists()


def interrupted(*_given: object) -> None:
    raise KeyboardInterrupt


def test_an_older_key_file_raises_nobody(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = added(office, Role.DEPUTY)
        before = (store / vault.KEY_FILE).read_bytes()
        accounts.change_role(office.database, store, first.account.uid, Role.READER)
    for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
        (store / name).write_bytes(before)
    with startup.opened(store, first.passphrase) as office:
        assert office.database.actor is Actor.READER
    assert vault.list_accounts(store)[1].role is Role.READER


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 60))]
)
def test_no_sequence_of_changes_leaves_a_store_without_administrator_or_a_removed_key(
    store: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  repeatable
    opening, gone = {vault.list_accounts(store)[0].uid: makers.PASSPHRASE}, set[str]()
    for _turn in range(10):
        acting = chance.choice(list(opening))
        with opened_as(store, opening[acting]) as database:
            assert database.account == acting
            for _change in range(3):
                with suppress(OutreachError):
                    change(database, store, chance, opening, gone)
            with database.read() as session:
                held = list_accounts(session)
        assert {row.uid for row in held} == opening.keys()
        assert any(row.role.administers for row in held)
        for name in (vault.KEY_FILE, vault.KEY_FILE_COPY):
            key_file = find_key_file(store / name)
            assert key_file is not None
            assert {label.uid for label in vault.labels_in(key_file)} == opening.keys()
    assert gone
    for secret in opening.values():
        vault.unlock(store, secret)
    for secret in gone:
        with pytest.raises(Locked):
            vault.unlock(store, secret)


def change(
    database: Database,
    folder: Path,
    chance: random.Random,
    opening: dict[UUID, str],
    gone: set[str],
) -> None:
    """Do one action on one account, as any account; require that a refusal changes nothing."""
    uid, role = chance.choice(list(opening)), chance.choice(list(Role))
    match chance.randrange(6):
        case 0 | 1:
            first = accounts.add_account(database, folder, role)
            opening[first.account.uid] = first.passphrase
        case 2:
            accounts.change_role(database, folder, uid, role)
        case 3:
            accounts.remove_account(database, folder, uid)
            gone.add(opening.pop(uid))
        case 4:
            first = accounts.reset_passphrase(database, folder, uid)
            gone.add(opening[uid])
            opening[uid] = first.passphrase
        case _:
            own = f"{NEW} {chance.random()}"
            accounts.change_own_passphrase(database, folder, own)
            gone.add(opening[database.account or uid])
            opening[database.account or uid] = own


@contextmanager
def opened_as(folder: Path, secret: str) -> Iterator[Database]:
    """Open a store as an account, without the costly start sequence."""
    unlocked = unlocking.unlock(folder, secret)
    with closing(Database(folder / STORE_FILE, unlocked.data_key)) as database:
        accounts.attend(database, folder, unlocked)
        yield database
