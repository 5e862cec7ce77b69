"""Write files whole or not at all, for their owner only."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from outreach_app.errors import WriteFailed

# Everything unfinished is called so: what an interruption leaves behind is found by it.
_UNFINISHED = ".new-"
# What file systems answer that cannot put a folder on the disk by itself.
_CANNOT_SYNC_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that gets its name only once all of it is on the disk.

    Raises WriteFailed; then what had that name before is untouched and nothing else is left.
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
    """Write files of these names into a folder: in the block all are there, and none if it fails.

    What had one of the names before is then back in its place. Raises WriteFailed.
    """
    with ExitStack() as stack:
        with writing(folder):
            parts, former = (stack.enter_context(work_folder(folder)) for _each in range(2))
        for name, data in files:
            with writing(folder / name):
                (parts / name).write_bytes(data)
                settle(parts / name)
        stack.enter_context(_in_place(folder, parts, former))
        yield


@contextmanager
def _in_place(folder: Path, parts: Path, former: Path) -> Iterator[None]:
    """Move finished files into a folder for the block, and for good where nothing fails in it."""
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
            else:
                path.unlink(missing_ok=True)
        raise


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file of the same disk its name, once it is on the disk. Raises OSError.

    Another file of that name is replaced; what is no file, such as a pipe or a device, is not.
    """
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    settle(part)
    part.replace(path)
    sync_folder(path.parent)


def settle(file: Path) -> None:
    """Put a finished file on the disk, for its owner only. Raises OSError."""
    file.chmod(0o600)
    with file.open("rb+") as finished:
        os.fsync(finished.fileno())


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself. Raises OSError."""
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


def make_folder(folder: Path) -> None:
    """Make a folder for its owner only, and those above it. Raises WriteFailed."""
    with writing(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make a folder for the block; one that was not there is gone again where the block fails."""
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
    """Make a folder for unfinished files, which is gone after the block. Raises OSError."""
    with tempfile.TemporaryDirectory(dir=place, prefix=_UNFINISHED) as name:
        yield Path(name)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise WriteFailed, which names the path, where the system refuses something in the block."""
    try:
        yield
    except OSError as error:
        raise WriteFailed(path, error) from error


def clear_unfinished(folder: Path, older_than: timedelta = timedelta()) -> None:
    """Remove what interrupted work left unfinished in a folder.

    Only while nobody else is at work there. In a folder that others write to as well, `older_than`
    spares what may be theirs.
    """
    latest = time.time() - older_than.total_seconds()
    for leftover in folder.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):  # what cannot be removed harms nothing
            if leftover.stat().st_mtime > latest:
                continue
            if leftover.is_dir():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()
