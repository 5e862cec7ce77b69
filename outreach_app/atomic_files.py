"""Atomic files: written whole or not at all, readable by their owner only."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from outreach_app.errors import RegisterFile, WriteFailed
from outreach_app.paths import BACKUP_SUFFIX, is_of_a_register

# The prefix of unfinished files, by which leftovers of an interruption are found.
_UNFINISHED = ".new-"
# Errors of file systems that cannot sync a folder.
_CANNOT_SYNC_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that a person asked for, but never in place of a register's own.

    Raises what `write_register_file` raises.
    """
    require_free(path)
    write_register_file(path, data)


def require_free(path: Path) -> None:
    """Raise WriteFailed if a register keeps what is under this path: nothing asked for goes there.

    A folder is not refused; what is written into it is checked by itself.
    """
    with writing(path):
        require_outside(path)
        if path.suffix.casefold() == BACKUP_SUFFIX and path.exists():
            raise RegisterFile


def require_outside(path: Path) -> None:
    """Raise RegisterFile if a register keeps one of its own files under this path."""
    if is_of_a_register(path):
        raise RegisterFile


def write_register_file(path: Path, data: bytes) -> None:
    """Write a file that gets its name only once all of it is on the disk.

    Raises WriteFailed; a file of that name is then untouched and nothing else is left. Only for
    what the program itself keeps: its key files, marks and settings.
    """
    with writing(path):
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
        part = Path(name)
        try:
            with open(descriptor, "wb") as file:  # noqa: PTH123  a path cannot open a descriptor
                file.write(data)
            put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def written_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[None]:
    """Write files into a folder: all of them are there in the block, and none if it fails.

    Former files of these names are then restored. Raises WriteFailed.
    """
    with ExitStack() as stack:
        with writing(folder):
            parts, former = (stack.enter_context(work_folder(folder)) for _each in range(2))
        for name, data in files:
            with writing(folder / name):
                require_outside(folder / name)
                (parts / name).write_bytes(data)
                settle(parts / name)
        stack.enter_context(_in_place(folder, parts, former))
        yield


@contextmanager
def _in_place(folder: Path, parts: Path, former: Path) -> Iterator[None]:
    """Move finished files into a folder for the block, and permanently if the block succeeds."""
    moved: list[Path] = []
    try:
        for part in sorted(parts.iterdir()):
            path = folder / part.name
            with writing(path):
                if path.is_file():
                    path.replace(former / part.name)
                moved.append(path)
                put_in_place(part, path)
        yield
    except BaseException:
        for path in moved:
            if (former / path.name).exists():
                (former / path.name).replace(path)
            elif path.is_file():  # not what was there under the name and could not be replaced
                path.unlink()
        raise


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file of the same disk its name, once it is synced. Raises OSError.

    Replaces another file of that name, but never a pipe or a device.
    """
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    settle(part)
    part.replace(path)
    sync_folder(path.parent)


def settle(file: Path) -> None:
    """Sync a finished file to the disk, for its owner only. Raises OSError."""
    file.chmod(0o600)
    with file.open("rb+") as finished:
        os.fsync(finished.fileno())


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder to the disk; Windows does so by itself. Raises OSError."""
    if os.name == "posix":
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC_FOLDERS:
                raise


def disk_of(folder: Path) -> int:
    """Return the disk of a folder, or of the nearest one in which it will be made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return there.stat().st_dev


def make_folder(folder: Path) -> None:
    """Make a folder and its parents, for their owner only. Raises WriteFailed."""
    with writing(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make a folder for the block; if it is new, remove it again if the block fails."""
    was_there = folder.exists()
    make_folder(folder)
    try:
        yield
    except BaseException:
        if not was_there:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def work_folder(place: Path) -> Iterator[Path]:
    """Make a folder for unfinished files, which is deleted after the block. Raises OSError."""
    with tempfile.TemporaryDirectory(dir=place, prefix=_UNFINISHED) as name:
        yield Path(name)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Translate an OSError of the block into WriteFailed for the path."""
    try:
        yield
    except OSError as error:
        raise WriteFailed(path, error) from error


def clear_unfinished(
    folder: Path,
    older_than: timedelta = timedelta(),
    holding: str = "",
    beginning: bytes | None = None,
) -> None:
    """Remove what interrupted work left unfinished in a folder.

    Only while nobody else works there. In a folder that others write to as well, `older_than`
    spares what may be theirs; in one of which nothing is known, so do `holding`, the name of a
    file that only our folders hold, and `beginning`, the first bytes of our files.
    """
    latest = time.time() - older_than.total_seconds()
    for leftover in folder.glob(f"{_UNFINISHED}*"):
        if not (leftover / holding).exists():
            continue
        with suppress(OSError):  # a leftover that cannot be removed does no harm
            if leftover.stat().st_mtime > latest:
                continue
            if beginning is not None and not _begins_with(leftover, beginning):
                continue
            if leftover.is_dir():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()


def _begins_with(path: Path, beginning: bytes) -> bool:
    """Return whether a regular file begins with these bytes, as far as it was written."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return beginning.startswith(file.read(len(beginning)))
