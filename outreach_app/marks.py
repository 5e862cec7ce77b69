"""High-water marks: how far a store had come when it was closed, to detect an older copy of it.

The mark is kept beside the store and again in the person's own profile, as restoring an older
folder restores its mark too. Only headquarters detects that a whole disk was put back: it has what
was sent from it.
"""

import hmac
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select

from outreach_app import clock, journal
from outreach_app.access_log import end_of_log
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.foreign import MAX_SMALL, read_regular
from outreach_app.models import Device, JournalEvent
from outreach_app.paths import profile
from outreach_app.whole import make_folder, write_whole

MARK_FILE = "outreach.mark"
_FOLDER = "marks"
_PURPOSE = b"outreach mark 1\n"


class _Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The end of the device's log and of the access log at a closing, with a MAC by the data key.

    `rows` is the number of the last row of the access log.
    """

    device: UUID
    upto: int
    head: bytes
    at: datetime
    rows: int
    mac: bytes = b""

    def mac_by(self, key: bytes) -> bytes:
        content = msgspec.json.encode(msgspec.structs.replace(self, mac=b""), order="sorted")
        return hmac.digest(key, _PURPOSE + content, "sha256")


def write_mark(folder: Path, database: Database) -> None:
    """Remember how far a store has come.

    Best effort: a failure to write only weakens the detection.
    """
    with database.read() as session:
        device = journal.current_device(session)
        rows, _head = end_of_log(session)
        mark = _Mark(device.uid, device.upto, device.head, clock.now(), rows)
    content = msgspec.json.encode(msgspec.structs.replace(mark, mac=mark.mac_by(database.key)))
    for path in _places(folder, database.key):
        with suppress(WriteFailed):
            make_folder(path.parent)
            write_whole(path, content)


def count_missing(folder: Path, database: Database) -> int | None:
    """Return the number of changes that a store lacks since it was closed; None if none.

    It is a minimum, as marks are.
    """
    missing = (_missing(mark, database) for mark in _marks(folder, database.key))
    return max(filter(None, missing), default=None)


def rows_at_closing(folder: Path, database: Database) -> int:
    """Return the last row of the access log when the store was closed; 0 if unknown."""
    return max((mark.rows for mark in _marks(folder, database.key)), default=0)


def last_closing(folder: Path, key: bytes) -> datetime | None:
    """Return when the store in a folder was last closed, or None if that is unknown."""
    return max((mark.at for mark in _marks(folder, key)), default=None)


def _missing(mark: _Mark, database: Database) -> int | None:
    at_mark = select(JournalEvent.head).where(
        JournalEvent.device == mark.device, JournalEvent.seq == mark.upto
    )
    with database.read() as session:
        device = session.get(Device, mark.device)
        upto = device.upto if device else 0
        if upto < mark.upto:
            return mark.upto - upto
        is_another = mark.upto > 0 and session.scalar(at_mark) != mark.head
        return 1 if is_another or device is None else None


def _marks(folder: Path, key: bytes) -> list[_Mark]:
    """Return the valid marks of this store."""
    marks = []
    for path in _places(folder, key):
        with suppress(UnreadableFile, ValueError):
            mark = msgspec.json.decode(read_regular(path, MAX_SMALL), type=_Mark)
            if hmac.compare_digest(mark.mac, mark.mac_by(key)):
                marks.append(mark)
    return marks


def _places(folder: Path, key: bytes) -> tuple[Path, Path]:
    where = str(folder.resolve()).encode()
    name = hmac.digest(key, _PURPOSE + where, "sha256").hex()
    return folder / MARK_FILE, profile() / _FOLDER / f"{name}.mark"
