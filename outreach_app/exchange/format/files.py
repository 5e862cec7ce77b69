"""The files of bundles: their names, how they are read, and written to a stick that may go."""

import hashlib
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from outreach_app import clock
from outreach_app.errors import BundleError, NotAllowed, UnreadableFile
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.container import SUFFIX
from outreach_app.exchange.format.limits import MOST_FILE
from outreach_app.foreign import read_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


def free_paths(folder: Path) -> Iterator[Path]:
    """Names that say the day and nothing else, as long as there is none such."""
    day = clock.local(clock.now()).date()
    paths = (folder / f"{day:%Y-%m-%d}-{number}{SUFFIX}" for number in count(1))
    return (path for path in paths if not path.exists())


def write_file(path: Path, data: bytes) -> None:
    """Write a file that gets its name once it is on the disk, read back and found the same."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if hashlib.sha256(part.read_bytes()).digest() != hashlib.sha256(data).digest():
            message = _("The file {file} is not what was written to it. Use another drive.")
            raise NotAllowed(message.format(file=isolate(str(path))), code="not_verified")
        part.replace(path)
        _sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def read_file(path: Path) -> bytes:
    """Read a file, but nothing of one that is too big. Raises BundleError."""
    try:
        return read_regular(path, MOST_FILE)
    except UnreadableFile as error:
        if error.code == "too_large":
            raise failures.too_big(MOST_FILE) from error
        raise BundleError(error.message, code="E_UNREADABLE") from error


def _sync_folder(folder: Path) -> None:
    """Put the name on the stick too before it may be pulled out; Windows does so by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
