"""A damaged store is replaced by the newest sound backup, with a notice; others stay."""

import os
import secrets
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from outreach_app import accounts, backup, i18n, startup, vault
from outreach_app.actors import Role
from outreach_app.backup_file import has_other_key
from outreach_app.database import Database
from outreach_app.errors import BackupFailed, Locked, StoreFailed
from outreach_app.i18n import Language, isolate
from outreach_app.integrity import check_store
from outreach_app.migrations.run import migrate
from outreach_app.paths import STORE_FILE
from outreach_app.queries.partners import list_partners
from outreach_app.restoring import restore
from tests import makers

Spoil = Callable[[Path, bytes], None]


def empty_file(file: Path, _key: bytes) -> None:
    file.write_bytes(b"")


def empty_store(file: Path, _key: bytes) -> None:
    repacked(file, b"")


def store_without_an_office(file: Path, key: bytes) -> None:
    made = file.with_name("made.db")
    database = Database(made, key)
    migrate(database)
    database.checkpoint()
    database.close()
    repacked(file, made.read_bytes())
    made.unlink()


def half_a_file(file: Path, _key: bytes) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def a_flipped_page(file: Path, _key: bytes) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.fixture
def backed_up(store: Path) -> Path:
    """Return a store with a partner and three backups, the last made at 12:00 UTC."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        made = office.back_up()
    for hour in (10, 11, 12):
        moment = datetime(2026, 6, 24, hour, tzinfo=UTC)
        shutil.copy(made, made.with_name(f"{moment:%Y%m%d-%H%M%S-%f}{backup.SUFFIX}"))
    made.unlink()
    return store


def told(hour: int) -> str:
    """Return the moment of a backup as messages write it."""
    return f"{isolate('24/06/2026')} {isolate(f'{hour}:00')}"


@pytest.mark.parametrize(
    "spoil", [empty_file, empty_store, store_without_an_office, half_a_file, a_flipped_page]
)
def test_recovery_goes_on_to_the_next_sound_backup_and_names_those_passed_over(
    backed_up: Path, new_store_key: bytes, spoil: Spoil
) -> None:
    i18n.use(Language.FRENCH)
    newest, second, _oldest = backup.newest(backed_up)
    spoil(newest, new_store_key)
    (backed_up / STORE_FILE).write_bytes(b"\x55" * 8192)
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert told(12) in office.notice  # 12:00 UTC+1 is the second's, 13:00 the first's
        assert told(13) in office.notice
        with office.database.read() as session:
            assert [row.name.ar for row in list_partners(session)] == ["جمعية النخيل"]
    assert second.exists()
    assert newest.exists()


def test_where_no_backup_is_sound_nothing_is_changed_and_all_are_named(backed_up: Path) -> None:
    i18n.use(Language.FRENCH)
    for file in backup.newest(backed_up):
        half_a_file(file, b"")
    (backed_up / STORE_FILE).write_bytes(b"\x55" * 8192)
    with pytest.raises(Locked) as refused:
        startup.open_office(backed_up, makers.PASSPHRASE)
    assert refused.value.code == "damaged_store"
    for hour in (11, 12, 13):
        assert told(hour) in refused.value.message
    assert (backed_up / STORE_FILE).read_bytes() == b"\x55" * 8192


def test_a_whole_backup_of_a_former_key_is_told_as_such_and_not_as_damaged(
    backed_up: Path,
) -> None:
    i18n.use(Language.FRENCH)
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, backed_up, Role.READER)
        accounts.remove_account(office.database, backed_up, first.account.uid)
        key = office.database.key
    for file in backup.newest(backed_up):
        if not has_other_key(file, key):
            half_a_file(file, b"")
    (backed_up / STORE_FILE).write_bytes(b"\x55" * 8192)
    with pytest.raises(Locked) as refused:
        startup.open_office(backed_up, makers.PASSPHRASE)
    _what, damaged, whole = refused.value.message.split("\u00a0: ")
    assert told(13) in whole
    assert "24/06/2026" not in damaged


def test_a_store_that_was_emptied_is_damaged_and_not_new(backed_up: Path) -> None:
    (backed_up / STORE_FILE).write_bytes(b"")
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        assert office.notice is not None
        with office.database.read() as session:
            assert len(list_partners(session)) == 1


def test_a_check_leaves_a_damaged_store_and_its_backups_alone(backed_up: Path) -> None:
    store = backed_up / STORE_FILE
    content = bytearray(store.read_bytes())
    content[100] ^= 1  # on the first page: the key does not open it at all
    store.write_bytes(content)
    before = contents(backed_up)
    checks = startup.check(backed_up, makers.PASSPHRASE)
    assert not checks[0].is_sound
    assert contents(backed_up) == before
    with startup.opened(backed_up, makers.PASSPHRASE) as office:
        assert office.notice is not None


def test_damage_met_while_open_is_told_and_mended_at_the_next_opening(backed_up: Path) -> None:
    office = startup.open_office(backed_up, makers.PASSPHRASE)
    office.database.engine.dispose()  # what was read of the file is forgotten
    page = secrets.randbelow(3)
    with (backed_up / STORE_FILE).open("r+b") as file:
        file.seek((page - 4) * 4096, os.SEEK_END)
        file.write(b"\x55" * 4096)
    assert office.database.damaged_pages()
    assert not is_sound(office.database)
    with suppress(StoreFailed):  # where the page is one that closing has to write
        office.close()
    with startup.opened(backed_up, makers.PASSPHRASE) as mended:
        assert mended.notice is not None
        assert is_sound(mended.database)


def test_a_flipped_bit_anywhere_in_a_backup_is_told_or_harmless(
    backed_up: Path, new_store_key: bytes
) -> None:
    [sound, *_others] = backup.newest(backed_up)
    records, content = backup.verify(sound, new_store_key), sound.read_bytes()
    # The ends of the file, with the directory of its content, are damaged more often.
    ends = 300
    places = [secrets.randbelow(len(content)) for _time in range(10)]
    places += [len(content) - 1 - secrets.randbelow(ends) for _time in range(30)]
    places += [secrets.randbelow(ends) for _time in range(10)]
    for at in places:
        changed = bytearray(content)
        changed[at] ^= 1 << secrets.randbelow(8)
        sound.write_bytes(changed)
        with suppress(BackupFailed):
            assert backup.verify(sound, new_store_key) == records
    assert not list(backed_up.rglob(".new-*"))


def repacked(file: Path, store: bytes) -> None:
    """Rewrite a backup with another store in it."""
    with zipfile.ZipFile(file) as archive:
        key_file = archive.read(vault.KEY_FILE)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(STORE_FILE, store)
        archive.writestr(vault.KEY_FILE, key_file)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".open")
    }


def is_sound(database: Database) -> bool:
    return all(check.is_sound for check in check_store(database))


def test_a_backup_with_the_key_file_of_another_register_is_told_for_what_it_is(
    backed_up: Path, tmp_path: Path
) -> None:
    makers.create_store(tmp_path / "other", makers.office_draft())
    file, key_file = backup.newest(backed_up)[0], tmp_path / "other" / vault.KEY_FILE
    with zipfile.ZipFile(file) as archive:
        store = archive.read(STORE_FILE)
    mixed = tmp_path / "mixed.obk"
    with zipfile.ZipFile(mixed, "w") as archive:
        archive.writestr(STORE_FILE, store)
        archive.write(key_file, vault.KEY_FILE)
    with pytest.raises(BackupFailed, match=mixed.name):
        restore(mixed, tmp_path / "new", makers.PASSPHRASE)
