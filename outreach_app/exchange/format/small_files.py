"""Small files that a person carries: cards, requests and their answers."""

from pathlib import Path
from typing import TypeVar

import msgspec

from outreach_app.atomic_files import write_whole
from outreach_app.untrusted_files import MAX_SMALL, read_regular

T = TypeVar("T")


def write_small_file(content: msgspec.Struct, path: Path) -> None:
    """Write a small file. Raises WriteFailed."""
    write_whole(path, small_file(content))


def small_file(content: msgspec.Struct) -> bytes:
    """Return the bytes of a small file: JSON that is readable for people too."""
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def read_small_file(path: Path, form: type[T]) -> T:
    """Read a small file. Raises UnreadableFile, and ValueError if it is not of this form."""
    content = read_regular(path, MAX_SMALL)
    try:
        return msgspec.json.decode(content, type=form)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
