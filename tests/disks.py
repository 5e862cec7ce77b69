"""Real failing locations: a full disk, a read-only one, a folder of another user."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from outreach_app.access_log import Act
from outreach_app.database import Database
from outreach_app.taken_out import note_taken_out

_NOBODY = 65534


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Mount an empty file system of a few megabytes. Skips the test without permission."""
    folder.mkdir()
    options = f"size={megabytes}m,mode=0700"
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.name != "posix" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, *, leaving: int = 0) -> Path:
    """Fill the disk of a folder except for `leaving` bytes; return the file that does so."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            with suppress(OSError):
                while file.write(b"x" * size):
                    pass
    if leaving:
        os.truncate(ballast, ballast.stat().st_size - leaving)
    return ballast


def use_up(database: Database) -> None:
    """Write rows of the log until the disk is full. Raises StoreFailed."""
    for _each in range(2_000):
        note_taken_out(database, Act.TABLE)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a mounted disk read-only for the block."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Remove the permission to write to a folder for the block; root becomes nobody."""
    mode = folder.stat().st_mode
    folder.chmod(0o555)
    is_root = os.name == "posix" and os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(mode)
