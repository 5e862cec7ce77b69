"""Remember how far a store had come when it was closed, so that an older one in its place is told.

The mark stands beside the store and once more in the person's own profile: whoever puts an older
folder back whole puts an older mark back too. A disk that is put back whole only headquarters sees,
which holds what was sent from it.
"""

import hmac
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select

from outreach_app import clock, journal
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Device, JournalEvent
from outreach_app.paths import profile
from outreach_app.whole import make_folder, write_whole

MARK_FILE = "outreach.mark"
_FOLDER = "marks"
_PURPOSE = b"outreach mark 1\n"
_BACKWARDS, _FORWARDS = timedelta(days=1), timedelta(days=45)


class _Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The end of the log of the store's device, when that was, and a MAC by the data key."""

    device: UUID
    upto: int
    head: bytes
    at: datetime
    mac: bytes = b""

    def mac_by(self, key: bytes) -> bytes:
        content = msgspec.json.encode(msgspec.structs.replace(self, mac=b""), order="sorted")
        return hmac.digest(key, _PURPOSE + content, "sha256")


def write_mark(folder: Path, database: Database) -> None:
    """Remember how far a store has come. One that cannot be written only tells less."""
    with database.read() as session:
        device = journal.current_device(session)
        mark = _Mark(device.uid, device.upto, device.head, clock.now())
    content = msgspec.json.encode(msgspec.structs.replace(mark, mac=mark.mac_by(database.key)))
    for path in _places(folder, database.key):
        with suppress(WriteFailed):
            make_folder(path.parent)
            write_whole(path, content)


def count_missing(folder: Path, database: Database) -> int | None:
    """Return how many changes a store lacks that it had when it was closed, at least one.

    None where it is not older.
    """
    missing = (_missing(mark, database) for mark in _marks(folder, database))
    return max(filter(None, missing), default=None)


def clock_notice(folder: Path, database: Database) -> str | None:
    """Return what to say where the clock is behind the last closing, or far ahead of it."""
    last = max((mark.at for mark in _marks(folder, database)), default=None)
    now = clock.now()
    if last is None or -_BACKWARDS <= now - last <= _FORWARDS:
        return None
    message = _(
        "The clock of this computer says {now}; the register was last closed on {last}. If that"
        " date is wrong, correct it before you write anything: what is written keeps its date."
    )
    return message.format(now=_day(now), last=_day(last))


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


def _marks(folder: Path, database: Database) -> list[_Mark]:
    """Return the marks that are this store's own."""
    marks = []
    for path in _places(folder, database.key):
        with suppress(UnreadableFile, ValueError):
            mark = msgspec.json.decode(read_regular(path, MOST_SMALL), type=_Mark)
            if hmac.compare_digest(mark.mac, mark.mac_by(database.key)):
                marks.append(mark)
    return marks


def _places(folder: Path, key: bytes) -> tuple[Path, Path]:
    where = str(folder.resolve()).encode()
    name = hmac.digest(key, _PURPOSE + where, "sha256").hex()
    return folder / MARK_FILE, profile() / _FOLDER / f"{name}.mark"


def _day(moment: datetime) -> str:
    return isolate(f"{clock.local(moment):%d/%m/%Y}")
