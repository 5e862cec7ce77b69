"""Untrusted files: only regular ones are opened, and they are read up to a size limit.

On a stick, a pipe, a device or a link to one can have any name: opening it could block forever, or
never end.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from outreach_app.errors import UnreadableFile, reason_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file

# Bytes: a table or meetings as text; a document; a small file written by hand.
MAX_TEXT = 16_000_000
MAX_DOCUMENT = 64_000_000
MAX_SMALL = 64_000

# Windows has neither flag: there a link is checked before, and device names are not opened.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def read_regular(path: Path, most: int) -> bytes:
    """Read a file of at most `most` bytes. Raises UnreadableFile (`not_regular`, `too_large`)."""
    with open_regular(path) as file:
        content = file.read(most + 1)  # whatever size the file system states
    if len(content) > most:
        message = _("The file {file} is too large: at most {size} kB can be read.")
        size = isolate(str(most // 1_000))
        message = message.format(file=isolate_file(path.name), size=size)
        raise UnreadableFile(message, code="too_large")
    return content


@contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for the block: no link, folder, pipe or device.

    Raises UnreadableFile (`not_regular`), also if reading fails in the block.
    """
    try:
        if path.is_symlink():
            raise not_regular(path)
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as file:  # noqa: PTH123  a path cannot open a descriptor
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise not_regular(path)
            yield file
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise not_regular(path) from error
        message = _("The file {file} cannot be read: {reason}.")
        message = message.format(file=isolate_file(path.name), reason=reason_words(error))
        raise UnreadableFile(message) from error


def not_regular(path: Path) -> UnreadableFile:
    """Return the refusal of a file that is a link, folder, pipe or device."""
    message = _(
        "{file} is not an ordinary file, and it was not read. Copy the file itself here, not a "
        "shortcut to it."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)), code="not_regular")
