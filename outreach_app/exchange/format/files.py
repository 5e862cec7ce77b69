"""The files of bundles: their names, and how they are read and written."""

import re
from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

from outreach_app import clock
from outreach_app.atomic_files import write_whole, writing
from outreach_app.errors import BundleError, NotAllowed, UnreadableFile
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.limits import MAX_FILE
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.untrusted_files import read_regular

SUFFIX = ".outreach"


_NOT_IN_NAMES = re.compile(r"[\W_]+")
_MAX_NAME = 40  # characters
ANSWER = "reponse-pour"  # in every language: Latin letters without accents pass on every system


def free_paths(folder: Path, named: str, taken: Collection[str] = ()) -> Iterator[Path]:
    """Yield unused file names: the day, the precinct, and a number.

    In headquarters' folder lie the files that all precincts wrote on one day, and its answers.
    `taken` are names of files that were written elsewhere: no two have one name.
    """
    words = _NOT_IN_NAMES.sub("-", named.removeprefix(ANSWER).strip())[:_MAX_NAME].strip("-")
    whose = f"{ANSWER}-{words}" if named.startswith(ANSWER) else words
    stem = f"{clock.today():%Y-%m-%d}-{whose}"
    paths = (folder / f"{stem}-{number}{SUFFIX}" for number in count(1))
    return (path for path in paths if path.name not in taken and not path.exists())


def is_bundle(path: Path) -> bool:
    """Return whether a file is a bundle by its name, which old systems write in capitals."""
    return path.suffix.casefold() == SUFFIX


def find_files(folder: Path) -> Iterator[Path]:
    """Yield the bundles in a folder and those below it."""
    return filter(is_bundle, folder.rglob("*"))


def write_file(path: Path, data: bytes) -> None:
    """Write a file and read it back, as a stick may store something else.

    Raises WriteFailed and NotAllowed (`not_verified`).
    """
    write_whole(path, data)
    with writing(path):
        is_same = path.read_bytes() == data
    if not is_same:
        path.unlink()
        message = _("The content of {file} differs from what was written. Use another drive.")
        raise NotAllowed(message.format(file=isolate(str(path))), code="not_verified")


def read_file(path: Path) -> bytes:
    """Read a file, unless it is too big. Raises BundleError."""
    try:
        return read_regular(path, MAX_FILE)
    except UnreadableFile as error:
        if error.code == "too_large":
            raise failures.too_big() from error
        raise BundleError(error.message, code="E_UNREADABLE") from error
