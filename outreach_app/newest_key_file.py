"""The newest key file, kept in the store: it decides which file beside the store is valid.

A key-file change commits in the same transaction as the change that requires it: the next file is
written beside the store, the store takes it, and only then does it replace the former one. Whatever
is interrupted, the store says which of the two is valid.
"""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.atomic_files import sync_folder, write_register_file
from outreach_app.database import Database, StoreSession, state_of
from outreach_app.database.server_keys import write_keys
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.key_files import (
    NEXT_KEY_FILE,
    KeyFile,
    find_key_file,
    read_key_file,
    sound_key_file,
)
from outreach_app.key_seals import seal, unseal
from outreach_app.models import KeptKeyFile, Office
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY
from outreach_app.untrusted_files import MAX_SMALL, read_regular


@dataclass(slots=True)
class KeyChange:
    """A change of the key file, within a transaction: assign the new one to `key_file`."""

    session: StoreSession
    key_file: KeyFile


@contextmanager
def changing(database: Database, folder: Path, actor: Actor | None = None) -> Iterator[KeyChange]:
    """Change the key file in one transaction: assign another one to what this yields.

    Raises WriteFailed and StoreFailed; the former key file then stays.
    """
    with database.write(actor) as session:
        before = current(session, folder)
        change = KeyChange(session, before)
        yield change
        is_changed = change.key_file != before
        if is_changed:
            keep(session, prepare(folder, change.key_file, database.key))
    if is_changed:
        take_next(folder)


def current(session: Session, folder: Path) -> KeyFile:
    """Return the key file that the store keeps, or the one beside it if the store has none yet."""
    return find_kept(session) or read_key_file(folder)


def find_kept(session: Session) -> KeyFile | None:
    """Return the key file that the store keeps; None if it has none, or one of a former key."""
    if not session.connection().dialect.has_table(session.connection(), KeptKeyFile.__tablename__):
        return None  # a store that awaits its migration
    row = session.get(KeptKeyFile, 1)
    return unseal(row.sealed, _database_of(session).key) if row else None


def keep(session: Session, key_file: KeyFile) -> None:
    """Keep a key file in the store; a store on a server also hands it to every computer."""
    database = _database_of(session)
    session.merge(KeptKeyFile(id=1, sealed=seal(key_file, database.key)))
    session.flush()
    if database.is_on_server:
        write_keys(session.connection(), key_file.content())


def prepare(folder: Path, changed: KeyFile, data_key: bytes) -> KeyFile:
    """Write the next key file beside a store, for the store to take. Raises WriteFailed."""
    following = msgspec.structs.replace(changed, generation=changed.generation + 1)
    key_file = following.signed(data_key)
    write_register_file(folder / NEXT_KEY_FILE, key_file.content())
    return key_file


def with_rules(session: Session, key_file: KeyFile) -> KeyFile:
    """Return the key file with the rule of two persons as the office has set it."""
    first = select(Office.asks_two_persons).order_by(Office.id).limit(1)
    return msgspec.structs.replace(key_file, asks_two_persons=bool(session.scalar(first)))


def take_next(folder: Path) -> None:
    """Replace the present key file by the next one, which the store has taken.

    If the disk refuses, the next opening does it.
    """
    with suppress(OSError, WriteFailed):
        content = read_regular(folder / NEXT_KEY_FILE, MAX_SMALL)
        (folder / NEXT_KEY_FILE).replace(folder / KEY_FILE)
        sync_folder(folder)
        write_register_file(folder / KEY_FILE_COPY, content)


def count_closing(database: Database, folder: Path) -> None:
    """Give the key file its next number, in the store and beside it.

    A store of any former closing is behind the key file from then on. One that is on a server is
    shared by computers, which close it as they please.
    """
    if database.is_on_server:
        return
    with database.write(Actor.PROGRAM) as session:
        kept = find_kept(session)
        if kept is not None:  # else a change of the key waits for the next opening to end it
            ours = with_rules(session, kept)
            keep(session, prepare(folder, ours, database.key))
    if kept is not None:
        take_next(folder)


def find_newer(folder: Path, kept: KeyFile, data_key: bytes) -> KeyFile | None:
    """Return the key file beside a store that is newer than what it keeps; None as a rule.

    Only who had the data key makes one that counts. The next one, which waits, is not meant: a
    change that was interrupted leaves it.
    """
    beside = (find_key_file(folder / name) for name in (KEY_FILE, KEY_FILE_COPY))
    newer = [
        key_file
        for key_file in beside
        if key_file is not None
        and key_file.generation > kept.generation
        and hmac.compare_digest(key_file.mac, key_file.mac_by(data_key))
    ]
    return max(newer, key=lambda key_file: key_file.generation, default=None)


def put_right(folder: Path, kept: KeyFile) -> bool:
    """Restore the key files on disk from the store's copy; return whether they were tampered with.

    A sound file that differs from the store's, with no change interrupted, was put there by
    somebody.
    """
    ours = kept.content()
    first, second, waiting = (
        _content(folder / name) for name in (KEY_FILE, KEY_FILE_COPY, NEXT_KEY_FILE)
    )
    if first == second == ours and waiting is None:
        return False
    with suppress(OSError, WriteFailed):
        for name, content in ((KEY_FILE, first), (KEY_FILE_COPY, second)):
            if content != ours:
                write_register_file(folder / name, ours)
        (folder / NEXT_KEY_FILE).unlink(missing_ok=True)
    is_another = first is not None and first != ours and sound_key_file(first) is not None
    return is_another and waiting != ours


def _content(path: Path) -> bytes | None:
    try:
        return read_regular(path, MAX_SMALL)
    except UnreadableFile:
        return None


def _database_of(session: Session) -> Database:
    database = state_of(session).database
    assert database is not None  # noqa: S101  as in every session that a store made
    return database
