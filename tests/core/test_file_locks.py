"""Locks on files."""

from pathlib import Path

import pytest

from outreach_app.file_locks import FileLock


def test_a_lock_has_one_holder_until_it_is_released(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.acquire()
    assert not other.acquire()
    one.release()
    one.release()
    assert other.acquire()
    assert (one.is_locked, other.is_locked) == (False, True)
    other.release()


def test_what_cannot_be_locked_is_no_lock_of_another(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "missing" / "lock")
    with pytest.raises(FileNotFoundError):
        lock.acquire()
    assert not lock.is_locked
