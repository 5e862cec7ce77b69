"""Failed attempts to open a store, kept beside it until the next opening reads them in."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from outreach_app import clock
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.whole import write_whole

ATTEMPTS_FILE = "outreach.attempts"
_MOST = 500  # a guesser makes no file grow without end


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One secret that opened nothing, and the account that was chosen, if one was."""

    at: datetime
    account: UUID | None = None


def add_attempt(folder: Path, account: UUID | None) -> None:
    """Remember that a secret opened nothing. Where that finds no room it is not remembered."""
    kept = [*read_attempts(folder), Attempt(clock.now(), account)][-_MOST:]
    with suppress(WriteFailed):
        write_whole(folder / ATTEMPTS_FILE, msgspec.json.encode(kept))


def read_attempts(folder: Path) -> Sequence[Attempt]:
    """Return the attempts since the last opening; none where the file is not as it was written."""
    try:
        content = read_regular(folder / ATTEMPTS_FILE, MOST_SMALL)
        return msgspec.json.decode(content, type=list[Attempt])
    except (UnreadableFile, ValueError):
        return []


def forget_attempts(folder: Path) -> None:
    """Begin to count anew, once the attempts are in the log."""
    with suppress(OSError):
        (folder / ATTEMPTS_FILE).unlink(missing_ok=True)
