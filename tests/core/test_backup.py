"""Rotation and failure of backups."""

import os
import random
import warnings
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach_app import backup, backup_file, startup, vault
from outreach_app.actors import Actor
from outreach_app.errors import BackupFailed, WriteFailed
from outreach_app.paths import STORE_FILE
from outreach_app.queries.emblems import get_emblem
from outreach_app.services.emblems import set_emblem
from outreach_app.startup import OpenOffice
from tests import makers

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_rotation_keeps_days_weeks_and_months() -> None:
    moments = [NOW - timedelta(hours=6 * step) for step in range(4 * 400)]
    kept = sorted(backup.moments_to_keep(moments), reverse=True)
    assert kept[0] == NOW
    assert kept[:4] == [NOW - timedelta(hours=6 * step) for step in range(4)]
    days = {moment.date() for moment in kept}
    assert {(NOW - timedelta(days=day)).date() for day in range(7)} <= days
    assert len({(moment.year, moment.month) for moment in kept}) == 12
    assert len(kept) <= 4 + 7 + 4 + 12


def test_an_unwritable_place_is_a_clear_refusal(office: OpenOffice, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(WriteFailed):
        backup.back_up(office.database, office.folder, blocked / "copy")


def test_a_backup_opens_with_its_own_key_only(office: OpenOffice, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    backup.back_up(office.database, office.folder, target)
    assert backup.verify(target, office.database.key) > 0
    with pytest.raises(BackupFailed):
        backup.verify(target, bytes(32))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_backup_of_another_key_is_told_from_a_damaged_one(
    office: OpenOffice, tmp_path: Path, is_whole: bool
) -> None:
    file = tmp_path / "copy"
    backup.back_up(office.database, office.folder, file)
    if not is_whole:
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    with pytest.raises(BackupFailed) as refused:
        backup.verify(file, bytes(32))
    assert refused.value.code == ("other_key" if is_whole else "backup_failed")


def test_a_file_that_is_no_backup_is_not_replaced(office: OpenOffice, tmp_path: Path) -> None:
    letter, own = tmp_path / "letter.txt", tmp_path / "own.outreach-backup"
    letter.write_text("kept")
    with pytest.raises(WriteFailed):
        backup.back_up(office.database, office.folder, letter)
    assert letter.read_text() == "kept"
    for _time in range(2):
        assert backup.back_up(office.database, office.folder, own) > 0


def test_what_is_written_during_a_backup_does_not_fail_it(
    office: OpenOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to = office.database.copy_to

    def copy_then_write(path: Path) -> None:
        copy_to(path)
        makers.write_partner(office.database)

    monkeypatch.setattr(office.database, "copy_to", copy_then_write)
    target = tmp_path / "copy"
    records = backup.back_up(office.database, office.folder, target)
    assert records == backup.count_records(office.database) - 1


def test_a_second_place_holds_the_same_file_in_its_own_rotation(
    office: OpenOffice, tmp_path: Path
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    old = place / backup.FOLDER / f"20200101-000000-000000{backup.SUFFIX}"
    old.parent.mkdir()
    for day in range(1, 9):  # eight days, of which rotation keeps seven
        old.with_name(old.name.replace("0101", f"010{day}")).touch()
    office.second_place = place
    file = office.back_up()
    copies = backup.newest(place)
    assert copies[0].read_bytes() == file.read_bytes()
    assert backup.verify(copies[0], office.database.key) > 0
    assert not old.exists()


def test_a_stick_that_is_not_plugged_in_is_said_and_the_backup_is_there(
    office: OpenOffice, tmp_path: Path
) -> None:
    office.second_place = tmp_path / "no stick"
    with pytest.raises(BackupFailed) as failed:
        office.back_up()
    assert failed.value.code == "no_second_place"
    assert len(backup.newest(office.folder)) == 1
    assert not (tmp_path / "no stick").exists()


def test_backups_of_these_names_are_deleted_and_no_others(
    office: OpenOffice, tmp_path: Path
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    office.second_place = place
    former = office.back_up()
    of_another = place / backup.FOLDER / f"20200101-000000-000000{backup.SUFFIX}"
    of_another.touch()
    kept = office.back_up()
    backup.delete_named({former.name}, [office.folder, place, tmp_path / "no stick"])
    assert backup.newest(office.folder) == [kept]
    assert [file.name for file in backup.newest(place)] == [kept.name, of_another.name]


def test_a_backup_that_cannot_be_deleted_is_named_and_the_others_go(
    office: OpenOffice, tmp_path: Path
) -> None:
    stuck = tmp_path / backup.FOLDER / f"20200101-000000-000000{backup.SUFFIX}"
    stuck.mkdir(parents=True)  # simulates a file held open by another program
    file = office.back_up()
    with pytest.raises(BackupFailed, match=stuck.name):
        backup.delete_named({stuck.name, file.name}, [tmp_path, office.folder])
    assert backup.newest(office.folder) == []


def test_a_backup_is_looked_at_where_the_store_is_and_leaves_nothing(office: OpenOffice) -> None:
    file = office.back_up()
    before = {path.name: path.read_bytes() for path in office.folder.glob("outreach.db*")}
    records = backup.verify(file, office.database.key, office.folder)
    assert records == backup.count_records(office.database)
    assert {path.name: path.read_bytes() for path in office.folder.glob("outreach.db*")} == before
    assert not list(office.folder.glob(".new-*"))


def test_what_an_interrupted_backup_left_is_gone_at_the_next_opening(store: Path) -> None:
    for leftover in (store / backup.FOLDER / ".new-killed", store / ".new-killed"):
        leftover.mkdir(parents=True)
        (leftover / "outreach.db").write_bytes(b"half")
    kept = store / backup.FOLDER / "mine.txt"
    kept.write_text("a file of the person", encoding="utf-8")
    with startup.opened(store, makers.PASSPHRASE):
        pass
    assert not list(store.rglob(".new-*"))
    assert kept.exists()


def test_closing_after_a_backup_makes_no_second_one(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        states = [office.has_changed]
        makers.write_partner(office.database)
        states.append(office.has_changed)
        office.back_up()
        states.append(office.has_changed)
    assert states == [False, True, False]
    assert len(backup.newest(store)) == 1


def test_what_is_kept_here_alone_is_backed_up_too(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.write(Actor.CHIEF) as session:
            set_emblem(session, makers.emblem_image())
        states = [office.has_changed]
    states.append(office.has_changed)  # closed: later calls do not open it again
    assert states == [True, False]
    assert len(backup.newest(store)) == 1


def test_looking_around_makes_no_backup(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            get_emblem(session)
        with office.database.write(Actor.CHIEF):
            pass
        assert not office.has_changed
    assert not backup.newest(store)


def test_a_store_without_the_tables_of_younger_nouns_is_backed_up(
    office: OpenOffice, tmp_path: Path
) -> None:
    """The backup that comes before a migration."""
    with office.database.rebuild() as connection:
        connection.exec_driver_sql("DROP TABLE replies")
    assert backup.back_up(office.database, office.folder, tmp_path / "copy") > 0


def packed(file: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", method) as archive:
        warnings.simplefilter("ignore")  # a name that stands twice
        for name, content in members:
            archive.writestr(name, content)


def bomb(file: Path) -> None:
    key, store = (vault.KEY_FILE, bytes(9)), (STORE_FILE, bytes(200 << 20))
    packed(file, key, store, method=zipfile.ZIP_DEFLATED)


def one_more(file: Path) -> None:
    packed(file, (vault.KEY_FILE, b"{}"), (STORE_FILE, b"x"), ("../../more", b"x"))


def one_twice(file: Path) -> None:
    packed(file, (vault.KEY_FILE, b"{}"), (STORE_FILE, b"x"), (STORE_FILE, b"y"))


def one_missing(file: Path) -> None:
    packed(file, (STORE_FILE, b"x"))


def larger_than_it_is(file: Path) -> None:
    packed(file, (vault.KEY_FILE, b"{}"), (STORE_FILE, b"x"))
    content = bytearray(file.read_bytes())
    place = content.rindex(b"PK\x01\x02") + 20
    content[place : place + 8] = (1 << 30).to_bytes(4, "little") * 2
    file.write_bytes(content)


def pipe(file: Path) -> None:
    os.mkfifo(file)


def link(file: Path) -> None:
    file.symlink_to("/dev/zero")


def test_the_next_backup_in_a_folder_removes_a_copy_that_a_killed_one_left_there(
    office: OpenOffice, tmp_path: Path
) -> None:
    before = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    killed, others, of_now = (tmp_path / name for name in (".new-killed", ".new-other", ".new-now"))
    for folder, held in ((killed, STORE_FILE), (others, "text"), (of_now, STORE_FILE)):
        folder.mkdir()
        (folder / held).touch()
        os.utime(folder, None if folder == of_now else (before, before))
    backup.back_up(office.database, office.folder, tmp_path / "sent.outreach-backup")
    assert [killed.exists(), others.exists(), of_now.exists()] == [False, True, True]


@pytest.mark.skipif(os.name != "posix", reason="made by this system's own calls")
@pytest.mark.parametrize(
    "made", [bomb, one_more, one_twice, one_missing, larger_than_it_is, pipe, link]
)
def test_a_backup_that_is_not_as_the_program_makes_it_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[Path], None]
) -> None:
    file = tmp_path / "sent.outreach-backup"
    made(file)
    monkeypatch.setattr(backup_file, "_unpack", lambda *_given: pytest.fail("it was unpacked"))
    with pytest.raises(BackupFailed) as refused:
        backup.verify(file, bytes(32))
    assert file.name in refused.value.message
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("more", [(b"x", b""), (b"", b"x")], ids=["before", "after"])
def test_a_backup_with_more_than_its_members_is_refused(
    office: OpenOffice, tmp_path: Path, more: tuple[bytes, bytes]
) -> None:
    file, (before, after) = tmp_path / "held", more
    backup.back_up(office.database, office.folder, file)
    file.write_bytes(before * 600 + file.read_bytes() + after)
    with pytest.raises(BackupFailed):
        backup.verify(file, office.database.key)


def test_a_damaged_backup_is_refused_wherever_the_damage_is(
    office: OpenOffice, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    backup.back_up(office.database, office.folder, whole)
    content, chance = whole.read_bytes(), random.Random(5)  # noqa: S311  repeatable
    for number in range(24):
        damaged = bytearray(content)
        for _time in range(3):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        file = tmp_path / "damaged"
        file.write_bytes(damaged[: len(damaged) - number * 97 % len(damaged)])
        with pytest.raises(BackupFailed):
            backup.verify(file, office.database.key)
