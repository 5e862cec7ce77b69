"""A store on a disk that is full, read-only or another user's: a true sentence, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app import backup, restoring, startup, vault
from outreach_app.database import Database
from outreach_app.errors import OutreachError, StoreFailed, WriteFailed
from outreach_app.integrity import check_store
from outreach_app.paths import STORE_FILE
from outreach_app.queries.partners import list_partners
from tests import disks, makers


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small_disk(tmp_path / "disk", 8) as disk:
        yield disk


def test_a_change_on_a_full_disk_is_refused_and_made_once_there_is_room(disk: Path) -> None:
    makers.create_store(disk / "store", makers.office_draft())
    with startup.opened(disk / "store", makers.PASSPHRASE) as office:
        makers.write_partner(office.database, name_ar="قبل", name_fr=None)
        ballast = disks.fill(disk)
        with pytest.raises(StoreFailed) as refused:
            write_until_refused(office.database)
        assert refused.value.code == "no_room"
        with office.database.read() as session:
            known = [row.name.ar for row in list_partners(session)]
        assert "قبل" in known
        ballast.unlink()
        makers.write_partner(office.database, name_ar="بعد", name_fr=None)
        assert all(check.is_sound for check in check_store(office.database))
        with office.database.read() as session:
            assert {row.name.ar for row in list_partners(session)} == {*known, "بعد"}


def test_no_room_for_a_backup_is_not_said_of_the_register(disk: Path, store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        ballast = disks.fill(disk, leaving=100_000)
        with pytest.raises(WriteFailed) as refused:
            backup.back_up(office.database, office.folder, disk / "copy")
        assert refused.value.code == "no_room"
        assert str(disk / "copy") in refused.value.message
        assert list(disk.iterdir()) == [ballast]


@pytest.mark.parametrize("room", [0, 50_000, 400_000])
def test_no_room_for_a_new_or_restored_store_leaves_none(
    disk: Path, store: Path, tmp_path: Path, room: int
) -> None:
    file = tmp_path / "held"
    with startup.opened(store, makers.PASSPHRASE) as office:
        backup.back_up(office.database, office.folder, file)
    (disk / "store").mkdir()
    disks.fill(disk, leaving=room)
    for work in (
        lambda: startup.create_store(disk / "store", makers.PASSPHRASE, makers.office_draft()),
        lambda: restoring.restore(file, disk / "store", makers.PASSPHRASE),
    ):
        with pytest.raises(WriteFailed) as refused:
            work()
        assert refused.value.code == "no_room"
        assert ".new-" not in refused.value.message
        assert [path.name for path in (disk / "store").iterdir()] in ([], ["outreach.lock"])


def test_closing_on_a_full_disk_says_so_and_keeps_what_was_recorded(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    office = startup.open_office(folder, makers.PASSPHRASE)
    makers.write_partner(office.database)
    ballast = disks.fill(disk)
    with pytest.raises(WriteFailed) as refused:
        office.close()
    assert refused.value.code == "no_room"
    ballast.unlink()
    with startup.opened(folder, makers.PASSPHRASE) as again:
        with again.database.read() as session:
            assert len(list_partners(session)) == 1
        assert all(check.is_sound for check in check_store(again.database))


def test_a_store_on_a_full_disk_opens_or_says_what_to_free(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    disks.fill(disk)
    with pytest.raises(OutreachError) as refused:
        startup.open_office(folder, makers.PASSPHRASE).close()
    assert refused.value.code == "no_room"


def test_a_store_that_may_not_be_written_is_told(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    with disks.read_only(disk):
        for work in (startup.open_office, startup.check):
            with pytest.raises(WriteFailed) as refused:
                work(folder, makers.PASSPHRASE)
            assert refused.value.code == "read_only"
    disk.chmod(0o755)
    with disks.without_rights(folder), pytest.raises(WriteFailed) as refused:
        startup.open_office(folder, makers.PASSPHRASE)
    assert refused.value.code == "no_permission"
    with startup.opened(folder, makers.PASSPHRASE):
        pass


def test_a_disk_that_becomes_read_only_is_told_at_the_next_change(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    database = Database(folder / STORE_FILE, vault.unlock(folder, makers.PASSPHRASE))
    with database.read() as session:
        assert list_partners(session) == []
    database.close()
    with disks.read_only(disk), pytest.raises(StoreFailed) as refused:
        makers.write_partner(database)
    assert refused.value.code == "unreachable_store"
    database.close()


def write_until_refused(database: Database) -> None:
    for number in range(200):
        makers.write_partner(database, name_ar=f"جمعية {number}", name_fr=None)
