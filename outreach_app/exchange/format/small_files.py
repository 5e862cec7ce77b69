"""Small files that a person carries: cards, requests and their answers."""

from pathlib import Path
from typing import TypeVar

import msgspec

from outreach_app.errors import UnreadableFile, reason_words
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

T = TypeVar("T")


def write_small_file(content: msgspec.Struct, path: Path, *, is_secret: bool = False) -> None:
    """Write a file, whole or not at all; a secret one is for its owner only.

    Raises UnreadableFile where that fails.
    """
    part = path.with_name(path.name + ".part")
    try:
        if is_secret:
            part.unlink(missing_ok=True)
            part.touch(mode=0o600)
        part.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
        part.replace(path)
    except OSError as error:
        message = _("The file could not be written to {file}: {reason}. Choose another place.")
        raise UnreadableFile(
            message.format(file=isolate(str(path)), reason=reason_words(error))
        ) from error


def read_small_file(path: Path, form: type[T]) -> T:
    """Read a small file. Raises UnreadableFile, and ValueError where it is not of this form."""
    content = read_regular(path, MOST_SMALL)
    try:
        return msgspec.json.decode(content, type=form)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
