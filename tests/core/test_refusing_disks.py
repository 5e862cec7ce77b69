"""A store on a full, read-only or foreign disk: a correct message, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app import backup, restoring, startup, vault
from outreach_app.database import Database
from outreach_app.errors import Locked, StoreFailed, WriteFailed
from outreach_app.integrity import check_store
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.partners import list_partners
from outreach_app.rows_apart import NotLogged
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.transfer.vcard_out import write_vcards
from tests import disks, makers
from tests.core.cli.running import outreach


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


def test_nobody_is_looked_up_and_no_name_goes_out_where_the_log_finds_no_room(disk: Path) -> None:
    makers.create_store(disk / "store", makers.office_draft())
    with startup.opened(disk / "store", makers.PASSPHRASE) as office:
        database = office.database
        partner = makers.write_partner(database)
        person = makers.write_person(database, partner)
        ballast = disks.fill(disk)
        with pytest.raises(StoreFailed):
            disks.use_up(database)
        cards = disk.parent / "cards.vcf"
        with pytest.raises(NotLogged) as refused, database.read() as session:
            draft_of_person(session, person)
        assert refused.value.details == {"cause": "no_room"}
        with pytest.raises(StoreFailed), database.read() as session:
            write_vcards(session, cards, [partner], Progress())
        assert not cards.exists()
        with database.read() as session:
            assert partner in [row.uid for row in list_partners(session)]
        ballast.unlink()
        with database.read() as session:
            assert draft_of_person(session, person).name_ar


def test_an_opening_that_the_log_cannot_tell_does_not_take_place(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    ballast = disks.fill(disk)
    for work in (startup.open_office, startup.check):
        with pytest.raises(Locked) as refused:
            work(folder, makers.PASSPHRASE)
        assert refused.value.code == "no_room"
    ballast.unlink()
    assert all(each.is_sound for each in startup.check(folder, makers.PASSPHRASE))


def test_a_command_says_that_it_was_done_where_only_the_backup_found_no_room(disk: Path) -> None:
    folder = disk / "store"
    makers.create_store(folder, makers.office_draft())
    disks.fill(disk, leaving=300_000)
    done = outreach("list", "people", "--store", folder)
    assert done.code == 0
    assert str(folder / "backups") in done.said
