"""Files are written atomically, for their owner only, on disks that really fail."""

import os
import secrets
import stat
import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app.atomic_files import (
    clear_unfinished,
    make_folder,
    work_folder,
    write_whole,
    written_together,
)
from outreach_app.errors import WriteFailed
from tests import disks

WRITE_ON = """
import sys
from pathlib import Path
from outreach_app.atomic_files import write_whole
while True:
    for letter in b"ab":
        write_whole(Path(sys.argv[1]), bytes([letter]) * 2_000_000)
        print(letter, flush=True)
"""


def test_a_file_and_its_folder_are_their_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    make_folder(path.parent)
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert (modes(path), modes(path.parent)) == (0o600, 0o700)


@pytest.mark.skipif(os.name != "posix", reason="Windows puts names on the disk by itself")
def test_the_content_is_on_the_disk_before_the_name_and_the_name_before_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fsync = tmp_path / "file", os.fsync
    synced: list[tuple[str, bool]] = []

    def watched(descriptor: int) -> None:
        fsync(descriptor)
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append(("folder" if is_folder else "file", path.exists()))

    monkeypatch.setattr(os, "fsync", watched)
    write_whole(path, b"content")
    assert synced == [("file", False), ("folder", True)]


def test_a_full_disk_keeps_the_former_file_and_nothing_half_written(tmp_path: Path) -> None:
    with disks.small_disk(tmp_path / "disk", 1) as disk:
        write_whole(disk / "file", b"former")
        ballast = disks.fill(disk, leaving=4096)
        with pytest.raises(WriteFailed) as refused:
            write_whole(disk / "file", b"x" * 100_000)
        assert refused.value.code == "no_room"
        assert str(disk / "file") in refused.value.message
        assert (disk / "file").read_bytes() == b"former"
        assert sorted(disk.iterdir()) == [ballast, disk / "file"]
        ballast.unlink()
        write_whole(disk / "file", b"x" * 100_000)


def test_files_of_a_group_are_all_there_or_none(tmp_path: Path) -> None:
    files = {"a": b"new", "b": b"x" * 100_000, "c": b"new"}
    with disks.small_disk(tmp_path / "disk", 1) as disk:
        write_whole(disk / "a", b"former")
        ballast = disks.fill(disk, leaving=60_000)
        with pytest.raises(WriteFailed) as refused, written_together(disk, files.items()):
            pytest.fail("not all of them are there")
        assert (refused.value.code, refused.value.details["path"]) == ("no_room", str(disk / "b"))
        assert (disk / "a").read_bytes() == b"former"
        assert sorted(disk.iterdir()) == [disk / "a", ballast]
        ballast.unlink()
        with suppress(KeyError), written_together(disk, files.items()):
            assert (disk / "a").read_bytes() == b"new"
            raise KeyError  # their record could not be written
        assert [(path.name, path.read_bytes()) for path in disk.iterdir()] == [("a", b"former")]
        with written_together(disk, files.items()):
            pass
        assert {path.name: path.read_bytes() for path in disk.iterdir()} == files


def test_a_read_only_disk_and_a_folder_without_rights_are_told_apart(tmp_path: Path) -> None:
    with disks.small_disk(tmp_path / "disk", 1) as disk:
        (disk / "folder").mkdir()
        with disks.read_only(disk), pytest.raises(WriteFailed) as refused:
            write_whole(disk / "file", b"content")
        assert refused.value.code == "read_only"
        disk.chmod(0o755)
        with disks.without_rights(disk / "folder"):
            with pytest.raises(WriteFailed) as refused:
                write_whole(disk / "folder" / "file", b"content")
            assert refused.value.code == "no_permission"
            with pytest.raises(WriteFailed) as refused:
                make_folder(disk / "folder" / "inner")
            assert refused.value.code == "no_permission"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as refused:
        write_whole(tmp_path / "gone" / "file", b"content")
    assert refused.value.code == "disk_gone"


def test_killed_at_any_moment_the_file_is_one_of_the_two_that_were_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for _round in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITE_ON, str(path)], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(secrets.randbelow(20) / 1000)
            child.kill()
        assert path.read_bytes() in (b"a" * 2_000_000, b"b" * 2_000_000)
        clear_unfinished(tmp_path)
        assert list(tmp_path.iterdir()) == [path]


def test_only_what_is_old_is_cleared_where_others_may_be_at_work(tmp_path: Path) -> None:
    with work_folder(tmp_path) as at_work:
        (at_work / "part").touch()
        clear_unfinished(tmp_path, timedelta(days=1))
        assert (at_work / "part").exists()
        before = time.time() - timedelta(days=2).total_seconds()
        os.utime(at_work, (before, before))
        clear_unfinished(tmp_path, timedelta(days=1))
        assert not at_work.exists()
        at_work.mkdir()


def modes(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WriteFailed):
        write_whole(pipe, b"content")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]
