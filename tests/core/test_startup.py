"""The start sequence on real files: locks, damage, newer stores, restore, folders."""

import multiprocessing
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from outreach_app import accounts, backup, i18n, paths, restoring, startup, vault
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import (
    BackupFailed,
    InvalidDraft,
    Locked,
    NotAllowed,
    NotFound,
)
from outreach_app.i18n import Language
from outreach_app.integrity import check_store
from outreach_app.journal import current_device
from outreach_app.paths import STORE_FILE
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from tests import makers


def names(folder: Path) -> list[str | None]:
    with startup.opened(folder, makers.PASSPHRASE) as office, office.database.read() as session:
        return [row.name.ar for row in list_partners(session)]


def test_the_store_file_shows_nothing_in_clear(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    for path in store.rglob("*"):
        if path.is_file():
            assert b"Annakhil" not in path.read_bytes(), path


def test_a_wrong_passphrase_leaves_the_store_free(store: Path) -> None:
    with pytest.raises(Locked):
        startup.open_office(store, "another passphrase")
    with startup.opened(store, makers.PASSPHRASE):
        pass


def test_no_store_and_an_existing_store_are_told_apart(store: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as missing:
        startup.open_office(tmp_path / "nowhere", makers.PASSPHRASE)
    assert missing.value.code == "no_store"
    with pytest.raises(NotAllowed) as there:
        startup.create_store(store, makers.PASSPHRASE, makers.office_draft())
    assert there.value.code == "store_exists"


def test_a_second_program_is_kept_out(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE):
        with pytest.raises(Locked) as refused:
            startup.open_office(store, makers.PASSPHRASE)
        assert refused.value.code == "in_use"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked another way")
def test_a_folder_is_on_the_drive_that_is_mounted_nearest_to_it() -> None:
    assert {paths._file_system(Path(place)) for place in ("/proc", "/proc/self/net")} == {"proc"}
    assert paths._file_system(Path("/process")) == paths._file_system(Path("/"))


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - DGSN", "Dropbox"])
def test_a_synchronised_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        startup.create_store(tmp_path / name / "x", makers.PASSPHRASE, makers.office_draft())
    assert refused.value.code == "network_folder"
    assert not (tmp_path / name).exists()


def test_a_store_of_a_newer_version_is_refused_and_untouched(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        database = office.database
        with database.write(Actor.PROGRAM) as session:
            session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = (store / STORE_FILE).read_bytes()
    with pytest.raises(Locked) as refused:
        startup.open_office(store, makers.PASSPHRASE)
    assert refused.value.code == "newer_version"
    assert (store / STORE_FILE).read_bytes() == before


@pytest.mark.parametrize("language", list(Language))
def test_a_damaged_store_gives_way_to_its_backup(store: Path, language: Language) -> None:
    i18n.use(language)
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    damaged = b"\x55" * (store / STORE_FILE).stat().st_size
    (store / STORE_FILE).write_bytes(damaged)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert str(backup.count_records(office.database)) in office.notice
        with office.database.read() as session:
            assert len(list_partners(session)) == 1
            assert current_device(session).letter == "B"
    aside = next(store.glob("set-aside-*"))
    assert (aside / STORE_FILE).read_bytes() == damaged


def test_a_store_that_gave_way_to_its_backup_keeps_the_passphrase_of_today(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        office.back_up()
        accounts.change_own_passphrase(office.database, store, "another passphrase")
    (store / STORE_FILE).write_bytes(b"damaged" * 1000)
    for _time in range(2):
        with (
            startup.opened(store, "another passphrase") as office,
            office.database.read() as session,
        ):
            assert len(list_partners(session)) == 1


def test_damage_inside_is_found_after_an_unclean_exit(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    (store / "outreach.open").touch()
    with (store / STORE_FILE).open("r+b") as file:
        file.seek(-5000, os.SEEK_END)
        file.write(b"\x55" * 4000)
    assert names(store) == ["جمعية النخيل"]
    assert list(store.glob("set-aside-*"))


def test_a_damaged_store_without_a_backup_stays_as_it_is(store: Path) -> None:
    (store / STORE_FILE).write_bytes(b"\x55" * 8192)
    with pytest.raises(Locked) as refused:
        startup.open_office(store, makers.PASSPHRASE)
    assert refused.value.code == "damaged_store"
    assert (store / STORE_FILE).read_bytes() == b"\x55" * 8192


def test_restore_gives_the_records_back_under_a_new_device(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database)
        records = backup.back_up(office.database, office.folder, copy)
        with office.database.read() as session:
            device = current_device(session).uid
    folder = tmp_path / "restored"
    assert restoring.restore(copy, folder, makers.PASSPHRASE) == records
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database, reference="second")
        with office.database.read() as session:
            assert current_device(session).uid != device
            assert sorted(row.number for row in list_meetings(session)) == ["01-B/2026", "01/2026"]
        assert all(check.is_sound for check in check_store(office.database))


def test_a_backup_takes_the_place_of_a_damaged_store(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        backup.back_up(office.database, office.folder, copy)
    (store / STORE_FILE).write_bytes(b"damaged")
    office = startup.restore_over(copy, store, makers.PASSPHRASE)
    with office.database.read() as session:
        assert len(list_partners(session)) == 1
    office.close()
    (aside,) = store.glob("set-aside-*")
    assert (aside / STORE_FILE).read_bytes() == b"damaged"


def test_a_backup_that_does_not_open_leaves_what_was_there(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        backup.back_up(office.database, office.folder, copy)
        with pytest.raises(Locked) as refused:
            startup.restore_over(copy, store, makers.PASSPHRASE)
        assert refused.value.code == "in_use"
    with pytest.raises(Locked):
        startup.restore_over(copy, store, "another passphrase")
    assert not list(store.glob("set-aside-*"))
    assert names(store) == []


@pytest.mark.parametrize("cut", [0, 10, 4096, -1])
def test_a_damaged_backup_leaves_nothing_behind(store: Path, tmp_path: Path, cut: int) -> None:
    copy = tmp_path / "copy.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        backup.back_up(office.database, office.folder, copy)
    copy.write_bytes(copy.read_bytes()[:cut])
    with pytest.raises(BackupFailed):
        restoring.restore(copy, tmp_path / "restored", makers.PASSPHRASE)
    assert not (tmp_path / "restored" / STORE_FILE).exists()
    assert not (tmp_path / "restored" / vault.KEY_FILE).exists()


def test_closing_backs_up_only_what_changed(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE):
        pass
    assert backup.newest(store) == []
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    assert len(backup.newest(store)) == 1


def _write_until_killed(
    folder: Path, key: bytes, acknowledged: "multiprocessing.Queue[int]"
) -> None:
    database = Database(folder / STORE_FILE, key)
    for count in range(10_000):
        makers.write_partner(database, name_ar=f"جمعية {count}", name_fr=None, phone=None)
        acknowledged.put(count)


def test_kill_9_loses_no_acknowledged_write(store: Path, new_store_key: bytes) -> None:
    context = multiprocessing.get_context("spawn")
    acknowledged: multiprocessing.Queue[int] = context.Queue()
    child = context.Process(target=_write_until_killed, args=(store, new_store_key, acknowledged))
    child.start()
    last = -1
    while last < 20:
        last = acknowledged.get(timeout=60)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    database = Database(store / STORE_FILE, new_store_key)
    with database.read() as session:
        assert len(list_partners(session)) >= last + 1
    assert all(check.is_sound for check in check_store(database))
    database.close()


def test_an_interrupted_creation_leaves_no_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    draft = makers.office_draft()
    with pytest.raises(InvalidDraft):
        startup.create_store(folder, makers.PASSPHRASE, replace(draft, name_ar=""))
    assert not (folder / STORE_FILE).exists()
    startup.create_store(folder, makers.PASSPHRASE, draft)
    assert (folder / STORE_FILE).exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the user's folders from others")
def test_everything_of_a_store_is_its_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "store"
    startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        office.back_up()
        found = {path: path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}
    assert {path.name for path in found} >= {STORE_FILE, vault.KEY_FILE, backup.FOLDER}
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in found.items())


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_no_file_of_a_store_is_for_others_whatever_the_system_allows(tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        makers.create_store(tmp_path / "store", makers.office_draft())
        with startup.opened(tmp_path / "store", makers.PASSPHRASE) as office:
            makers.write_partner(office.database)
            while_open = for_others(tmp_path)
            file = office.back_up()
        restoring.restore(file, tmp_path / "restored", makers.PASSPHRASE)
        restoring.replace(file, tmp_path / "store", makers.PASSPHRASE)
    finally:
        os.umask(former)
    assert while_open == for_others(tmp_path) == []


def for_others(folder: Path) -> list[str]:
    """Return the files and folders inside that users other than their owner may use."""
    return [path.name for path in folder.rglob("*") if path.stat().st_mode & 0o077]
