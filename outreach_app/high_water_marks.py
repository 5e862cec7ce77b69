"""High-water marks: how far a store had come when it was closed, to detect an older copy of it.

The mark is kept beside the store and in the person's own profile, as restoring an older folder
restores its mark too: there under the place of the store, so that its path finds it, and under its
devices, so that an older copy is known in any folder. Only headquarters detects that a whole disk
was put back: it has what was sent from it.
"""

import hmac
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock, journal, newest_key_file
from outreach_app.access_log import EMPTY_LOG, LogEnd, end_of_log
from outreach_app.atomic_files import make_folder, write_register_file
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.key_files import KeyFile
from outreach_app.key_seals import seal, seal_bytes, unseal, unseal_bytes
from outreach_app.models import Device, GivenUpEvent, JournalEvent, Restoration, StationSecret
from outreach_app.paths import profile
from outreach_app.untrusted_files import MAX_SMALL, read_regular

MARK_FILE = "outreach.mark"
_FOLDER = "marks"
_PURPOSE = b"outreach mark 4\n"
# The newest devices of a register that have its mark: `rotate` adds one a year.
_MAX_DEVICES = 8
# The newest former keys under which there are marks: each removal of an account adds one.
_MAX_FORMER = 8


class _Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The end of the device's log and of the access log at a closing, with a MAC.

    `rows` is the number of the last row of the access log and `log_head` the hash of the chain up
    to it, `keys` the sealed key file of then.
    `former` has the sealed former keys of marks, newest first: they open no store.
    """

    device: UUID
    upto: int
    head: bytes
    at: datetime
    rows: int
    log_head: bytes
    keys: bytes
    former: bytes
    mac: bytes = b""

    def mac_by(self, key: bytes) -> bytes:
        content = msgspec.json.encode(msgspec.structs.replace(self, mac=b""), order="sorted")
        return hmac.digest(key, _PURPOSE + content, "sha256")


@dataclass(frozen=True, slots=True)
class Ahead:
    """A mark that a store is behind: the changes that it lacks (None: none), the key file then."""

    missing: int | None
    keys: KeyFile | None


def write_mark(folder: Path, database: Database, former_key: bytes | None = None) -> None:
    """Remember how far a store has come, also for copies that have a former key or device of it.

    `former_key` is the key that was just replaced. Best effort: a failure to write only weakens the
    detection.
    """
    own = _key_of(database.key)
    former = _former_keys(folder, own)
    if former_key is not None:
        replaced = _key_of(former_key)
        former = [replaced, *_former_keys(folder, replaced)]
    keys = [own, *former[:_MAX_FORMER]]
    with database.read() as session:
        devices = list(_devices_since_restored(session))
        mark = _mark_now(session)
        kept = newest_key_file.find_kept(session)
    for place, key in enumerate(keys):
        sealed = seal(kept, key) if kept else b""
        former_sealed = seal_bytes(b"".join(keys[place + 1 :]), key)
        whole = msgspec.structs.replace(mark, keys=sealed, former=former_sealed)
        content = msgspec.json.encode(msgspec.structs.replace(whole, mac=whole.mac_by(key)))
        beside, in_profile = _places(folder, key)
        places = [in_profile, *(_place_of(uid, key) for uid in devices)]
        for path in [beside, *places] if key == own else places:
            with suppress(WriteFailed):
                make_folder(path.parent)
                write_register_file(path, content)


def find_ahead(folder: Path, database: Database) -> list[Ahead]:
    """Return the marks that a store is behind: by changes, or by its accounts and their rule.

    A closing alone does not count: a copy that was only read is not another register.
    """
    with database.read() as session:
        own = journal.current_device(session).uid
        kept = newest_key_file.find_kept(session)
    ahead = []
    key = _key_of(database.key)
    # Mostly the same mark in each place.
    for mark in dict.fromkeys(_marks((*_places(folder, key), _place_of(own, key)), key)):
        missing = _missing(mark, database)
        keys = unseal(mark.keys, key) if mark.keys else None
        admits_others = (
            kept is not None
            and keys is not None
            and keys.generation > kept.generation
            and not keys.admits_as(kept)
        )
        if missing is not None or admits_others:
            ahead.append(Ahead(missing, keys))
    return ahead


def log_at_closing(folder: Path, database: Database) -> LogEnd:
    """Return the end of the access log when the store was closed; an empty one if unknown."""
    key = _key_of(database.key)
    marks = _marks(_places(folder, key), key)
    return max((LogEnd(mark.rows, mark.log_head) for mark in marks), default=EMPTY_LOG)


def last_closing(folder: Path, data_key: bytes) -> datetime | None:
    """Return when the store in a folder was last closed, or None if that is unknown."""
    key = _key_of(data_key)
    return max((mark.at for mark in _marks(_places(folder, key), key)), default=None)


def keys_at_closing(folder: Path, data_key: bytes) -> KeyFile | None:
    """Return the key file of the last closing of the store in a folder; None if it is unknown."""
    key = _key_of(data_key)
    found = (unseal(mark.keys, key) for mark in _marks(_places(folder, key), key))
    return max(filter(None, found), key=lambda each: each.generation, default=None)


def _key_of(data_key: bytes) -> bytes:
    """Return the key of the marks of a store: it tells nothing of the data key."""
    return hmac.digest(data_key, _PURPOSE, "sha256")


def _former_keys(folder: Path, key: bytes) -> list[bytes]:
    """Return the former keys of marks that the mark of a store knows, newest first."""
    for mark in _marks(reversed(_places(folder, key)), key):
        content = unseal_bytes(mark.former, key)
        if content is not None:
            return [content[at : at + len(key)] for at in range(0, len(content), len(key))]
    return []


def _mark_now(session: Session) -> _Mark:
    device = journal.current_device(session)
    log = end_of_log(session)
    return _Mark(device.uid, device.upto, device.head, clock.now(), *log, b"", b"")


def _devices_since_restored(session: Session) -> Iterator[UUID]:
    """Yield the newest devices that this register had, newest first, back to its last restoration.

    Former devices too, as nothing goes on under them, and that of a register which a backup
    replaced and which was set aside. Where a backup was restored elsewhere, the register from which
    it was made may go on under its device, in another folder, and is not older.
    """
    newest = select(StationSecret.device).order_by(StationSecret.device.desc())
    for device in session.scalars(newest.limit(_MAX_DEVICES)):
        yield device
        restoration = session.get(Restoration, device)
        if restoration is not None:
            yield from _replaced(session, restoration)
            return


def _replaced(session: Session, restoration: Restoration | None) -> Iterator[UUID]:
    """Yield the registers that were set aside one after the other in a folder, newest first."""
    while restoration is not None and restoration.replaced is not None:
        yield restoration.replaced
        restoration = session.get(Restoration, restoration.replaced)


def _missing(mark: _Mark, database: Database) -> int | None:
    at_mark = select(JournalEvent.head).where(
        JournalEvent.device == mark.device, JournalEvent.seq == mark.upto
    )
    with database.read() as session:
        device = session.get(Device, mark.device)
        upto = device.upto if device else 0
        if upto < mark.upto:
            given_up = session.get(GivenUpEvent, (mark.device, mark.upto))
            is_renewed = given_up is not None and given_up.head == mark.head
            return None if is_renewed else mark.upto - upto
        is_another = mark.upto > 0 and session.scalar(at_mark) != mark.head
        return 1 if is_another or device is None else None


def _marks(places: Iterable[Path], key: bytes) -> list[_Mark]:
    """Return the valid marks in these places."""
    marks = []
    for path in places:
        with suppress(UnreadableFile, ValueError):
            mark = msgspec.json.decode(read_regular(path, MAX_SMALL), type=_Mark)
            if hmac.compare_digest(mark.mac, mark.mac_by(key)):
                marks.append(mark)
    return marks


def _places(folder: Path, key: bytes) -> tuple[Path, Path]:
    return folder / MARK_FILE, _in_profile(str(folder.resolve()).encode(), key)


def _place_of(device: UUID, key: bytes) -> Path:
    return _in_profile(device.bytes, key)


def _in_profile(name: bytes, key: bytes) -> Path:
    digest = hmac.digest(key, _PURPOSE + name, "sha256").hex()
    return profile() / _FOLDER / f"{digest}.mark"
