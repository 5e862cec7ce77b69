"""An older key file restores no account or data, is recognised, and changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app import accounts, backup, newest_key_file, startup, vault
from outreach_app.access_log import Act
from outreach_app.actors import Role
from outreach_app.errors import Locked
from outreach_app.i18n import Language, use
from outreach_app.key_files import find_key_file, read_key_file
from outreach_app.models import AccessRow
from outreach_app.paths import STORE_FILE, profile
from outreach_app.queries.accounts import find_account, list_accounts
from outreach_app.queries.partners import list_partners
from tests import makers
from tests.altering import run

NEW = "a passphrase of one's own"
KEYS = (vault.KEY_FILE, vault.KEY_FILE_COPY)


@pytest.fixture(autouse=True)
def _french() -> None:
    use(Language.FRENCH)


@pytest.fixture
def secretary(store: Path) -> str:
    """Return the passphrase of a secretary account."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        first = accounts.add_account(office.database, store, Role.SECRETARY)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, "the secretary's own")
    return "the secretary's own"


def refusal(folder: Path, secret: str) -> Locked:
    with pytest.raises(Locked) as refused:
        startup.open_office(folder, secret)
    return refused.value


def files(folder: Path) -> dict[str, bytes]:
    beside = (STORE_FILE, *KEYS)
    return {name: (folder / name).read_bytes() for name in beside} | {
        str(path.relative_to(folder)): b"" for path in folder.rglob("*.outreach-backup")
    }


def remove(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, "secretary-1").uid
        accounts.remove_account(office.database, store, uid, delete_from=[store])


def reset(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, "secretary-1").uid
        accounts.reset_passphrase(office.database, store, uid)


@pytest.mark.parametrize("shut_out", [remove, reset])
@pytest.mark.parametrize("names", [KEYS, KEYS[:1]])
def test_who_was_shut_out_stays_out_and_whoever_is_let_in_puts_the_key_file_right(
    store: Path,
    tmp_path: Path,
    secretary: str,
    shut_out: Callable[[Path], None],
    names: tuple[str, ...],
) -> None:
    former = Path(shutil.copytree(store, tmp_path / "former"))
    shut_out(store)
    newest = read_key_file(store).slots
    for name in names:
        shutil.copy(former / name, store / name)
    for file in backup.newest(former):
        shutil.copy(file, store / backup.FOLDER / file.name)
    before = files(store)
    refused = refusal(store, secretary)
    assert refused.code == "older_key_file"
    assert "outreach.key" in refused.message
    assert "chef de l’arrondissement" in refused.message
    assert files(store) == before
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert "outreach.key" in office.notice
        with office.database.read() as session:
            verbs = session.scalars(select(AccessRow.verb).where(AccessRow.act == Act.ACCOUNT))
            assert "put_key_file_right" in list(verbs)
            assert len(list_partners(session)) == 1
    for name in KEYS:
        key_file = find_key_file(store / name)
        assert key_file is not None
        assert key_file.slots == newest
    assert refusal(store, secretary).code == "wrong_passphrase"
    assert not list(store.glob("set-aside-*"))


def test_a_changed_passphrase_stays_changed(store: Path) -> None:
    former = [(store / name).read_bytes() for name in KEYS]
    with startup.opened(store, makers.PASSPHRASE) as office:
        accounts.change_own_passphrase(office.database, store, NEW)
        office.back_up()
    for name, content in zip(KEYS, former, strict=True):
        (store / name).write_bytes(content)
    assert refusal(store, makers.PASSPHRASE).code == "older_key_file"
    # The newest backup has the newest key file: today's passphrase still opens it.
    with startup.opened(store, NEW) as office:
        assert office.notice is not None


@pytest.mark.parametrize(
    "alteration", ["DELETE FROM kept_key_files", "UPDATE kept_key_files SET sealed = x'00'"]
)
def test_a_store_without_its_own_key_file_takes_that_of_its_last_closing(
    store: Path, new_store_key: bytes, alteration: str
) -> None:
    former = [(store / name).read_bytes() for name in KEYS]
    with startup.opened(store, makers.PASSPHRASE) as office:
        accounts.change_own_passphrase(office.database, store, NEW)
    run(store, new_store_key, alteration)
    for name, content in zip(KEYS, former, strict=True):
        (store / name).write_bytes(content)
    assert refusal(store, makers.PASSPHRASE).code == "older_key_file"
    startup.open_office(store, NEW).close()
    assert refusal(store, makers.PASSPHRASE).code == "wrong_passphrase"


def test_a_key_file_that_went_on_in_a_copy_of_the_store_is_not_believed(
    store: Path, tmp_path: Path, secretary: str
) -> None:
    copy = Path(shutil.copytree(store, tmp_path / "copy"))
    reset(store)
    shutil.rmtree(profile() / "marks")  # the copy is on another computer
    for passphrase in ("one of many more", "another one of them", "and yet another"):
        with startup.opened(copy, secretary) as office:
            accounts.change_own_passphrase(office.database, copy, passphrase)
        secretary = passphrase
    for name in KEYS:
        shutil.copy(copy / name, store / name)
    before = files(store)
    assert refusal(store, secretary).code == "older_store"
    assert files(store) == before


def test_a_damaged_store_is_put_back_by_who_may_restore_alone(store: Path, secretary: str) -> None:
    with (store / STORE_FILE).open("r+b") as file:
        for place in (100, 8192, 20480):
            file.seek(place)
            file.write(b"\x55" * 4)
    before = files(store)
    refused = refusal(store, secretary)
    assert refused.code == "restorer_needed"
    assert "chef de l’arrondissement" in refused.message
    assert files(store) == before
    [newest, *_older] = backup.newest(store)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert "set-aside-" in office.notice
        # A backup from before an erasure holds the name.
        assert "effacez de nouveau" in office.notice
        with office.database.read() as session:
            row = session.scalars(select(AccessRow).where(AccessRow.act == Act.RESTORE)).one()
        assert row.account == office.account.uid
        assert row.verb == f"put_back {backup.tag_of(newest)}"


def test_the_rows_that_the_log_loses_with_a_damaged_store_are_said(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    for _opening in range(2):
        with startup.opened(store, makers.PASSPHRASE):
            pass
    for file in backup.newest(store)[:-1]:
        file.unlink()
    (store / STORE_FILE).write_bytes(b"\x55" * 8192)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert "journal des accès" in office.notice
        with office.database.read() as session:
            row = session.scalars(select(AccessRow).where(AccessRow.act == Act.RESTORE)).one()
        assert row.count is not None
        assert row.count >= 2


def test_an_older_key_file_puts_back_no_older_backup(
    store: Path, tmp_path: Path, secretary: str
) -> None:
    """Not even if the store is damaged: the newest backup shows that there is a newer key."""
    former = Path(shutil.copytree(store, tmp_path / "former"))
    remove(store)
    for name in KEYS:
        shutil.copy(former / name, store / name)
    for file in backup.newest(former):
        shutil.copy(file, store / backup.FOLDER / file.name)
    damaged = b"\x55" * 8192
    (store / STORE_FILE).write_bytes(damaged)
    assert refusal(store, secretary).code == "older_key_file"
    assert (store / STORE_FILE).read_bytes() == damaged


def test_a_file_of_another_key_is_told_apart_from_a_damaged_one(
    store: Path, tmp_path: Path, secretary: str
) -> None:
    """The store of before a removal, with the key file of after it."""
    former = Path(shutil.copytree(store, tmp_path / "former"))
    remove(store)
    shutil.copy(former / STORE_FILE, store / STORE_FILE)
    assert refusal(store, makers.PASSPHRASE).code == "older_key_file"
    assert not list(store.glob("set-aside-*"))


def test_a_passphrase_that_finds_no_room_stays_as_it_was(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store and the key file change together or not at all."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        monkeypatch.setattr("outreach_app.newest_key_file.keep", _full)
        with pytest.raises(OSError, match="full"):
            accounts.change_own_passphrase(office.database, store, NEW)
        monkeypatch.undo()
    assert refusal(store, NEW).code == "wrong_passphrase"
    startup.open_office(store, makers.PASSPHRASE).close()
    assert not (store / vault.NEXT_KEY_FILE).exists()


def _full(*_given: object) -> None:
    raise OSError("full")


def test_a_removal_that_ended_once_the_key_was_changed_goes_on(store: Path, secretary: str) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, "secretary-1").uid
            former = newest_key_file.current(session, store)
        key = vault.new_key()
        newest_key_file.prepare(store, vault.for_new_key(former, key, without=uid), key)
        office.database.change_key(key)

    for _time in ("the first", "the next"):
        with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
            assert [row.code for row in list_accounts(session)] == ["chief-1"]
            assert office.notice is None
    assert refusal(store, secretary).code == vault.WRONG_PASSPHRASE
    assert len({(store / name).read_bytes() for name in KEYS}) == 1
    assert not (store / vault.NEXT_KEY_FILE).exists()
