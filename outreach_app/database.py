"""The encrypted store: its engine, and read() and write(), the only place that commits."""

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from outreach_app.actors import Actor
from outreach_app.errors import StoreFailed, StoreProblem

# WAL and FULL: NORMAL may lose the last commits when the power fails.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "cache_size = -16384",
    "busy_timeout = 5000",
)
_PROBLEMS = {
    sqlcipher3.dbapi2.SQLITE_FULL: StoreProblem.NO_ROOM,
    sqlcipher3.dbapi2.SQLITE_READONLY: StoreProblem.READ_ONLY,
    sqlcipher3.dbapi2.SQLITE_CANTOPEN: StoreProblem.UNREACHABLE,
    sqlcipher3.dbapi2.SQLITE_PERM: StoreProblem.UNREACHABLE,
    sqlcipher3.dbapi2.SQLITE_IOERR: StoreProblem.DISK,
    sqlcipher3.dbapi2.SQLITE_CORRUPT: StoreProblem.DAMAGED,
    sqlcipher3.dbapi2.SQLITE_NOTADB: StoreProblem.DAMAGED,
    sqlcipher3.dbapi2.SQLITE_BUSY: StoreProblem.IN_USE,
    sqlcipher3.dbapi2.SQLITE_LOCKED: StoreProblem.IN_USE,
}
_CODES = {
    "database or disk is full": sqlcipher3.dbapi2.SQLITE_FULL,
    "disk I/O error": sqlcipher3.dbapi2.SQLITE_IOERR,
    "database disk image is malformed": sqlcipher3.dbapi2.SQLITE_CORRUPT,
}
_LEAST_ROOM = 1 << 16  # bytes
_PATIENCE = 30  # seconds that a change of the key waits for whoever uses the store
_PAGE = re.compile(r"page (\d+)")


class StoreSession(Session):
    """A session on a store; listeners of the journal and the search index hang on this class."""


class Database:
    """One store file, opened with its 32-byte data key.

    Whatever reads or writes it raises StoreFailed; to a wrong key the file looks damaged.
    `is_damaged` says that damage was met since, `is_unchecked` that the last exit was not clean and
    nobody has looked at the pages yet. `actor` and `account` say who opened it: the
    program itself until an account is known.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.key = key
        self.actor = Actor.PROGRAM
        self.account: UUID | None = None
        self._users, self._free = 0, threading.Condition()
        self.is_damaged = self.is_unchecked = False
        self.engine = self._make_engine()
        self._watch: sqlcipher3.dbapi2.Connection | None = None

    def _make_engine(self) -> Engine:
        engine = create_engine(
            "sqlite://", module=sqlcipher3.dbapi2, creator=self.connect, poolclass=QueuePool
        )
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        return engine

    def connect(self) -> sqlcipher3.dbapi2.Connection:
        """Return a bare connection with the key set; a raw key skips 210 ms of PBKDF2."""
        return _connect(self.path, self.key)

    @contextmanager
    def read(self) -> Iterator[StoreSession]:
        """Yield a session to read with; whatever was done in it is rolled back."""
        with (
            self._failures_told(),
            StoreSession(self.engine, info=self._who(self.actor)) as session,
        ):
            yield session

    @contextmanager
    def write(self, actor: Actor | None = None) -> Iterator[StoreSession]:
        """Yield a session for one action: commit at the end, roll all back on any exception.

        It is the action of whoever opened the store, unless the program itself acts.
        """
        actor = actor or self.actor
        engine = self.engine.execution_options(begin="IMMEDIATE")
        with (
            self._failures_told(),
            StoreSession(engine, info=self._who(actor) | {"writes": True}) as session,
        ):
            # Locks now, so that everything this action reads is still so when it writes.
            session.connection()
            yield session
            session.commit()

    def _who(self, actor: Actor) -> dict[str, object]:
        """Return what a session knows of who works in it."""
        return {"actor": actor, "account": self.account, "database": self}

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Yield a transaction for migrations, with foreign keys checked at its end alone.

        With them on, a batch migration's DROP TABLE would cascade to the child rows.
        """
        with self._failures_told(), self.engine.connect() as connection:
            bare: sqlcipher3.dbapi2.Connection = connection.connection.driver_connection
            bare.execute("PRAGMA foreign_keys = OFF")
            try:
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone():
                    raise RuntimeError("the migration left a record without its parent")
                connection.commit()
            finally:
                connection.rollback()
                bare.execute("PRAGMA foreign_keys = ON")

    def data_version(self) -> int:
        """Return a number that is another after every commit, journaled or not.

        SQLite counts for each connection what the others commit: this one never writes.
        """
        with self._failures_told():
            if self._watch is None:
                self._watch = self.connect()
            version: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
        return version

    def checkpoint(self) -> bool:
        """Move the write-ahead log into the store file; whether no reader kept it from emptying."""
        with self._failures_told(), closing(self.connect()) as connection:
            answer = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        is_busy, _frames, _moved = answer
        return not is_busy

    def change_key(self, key: bytes) -> None:
        """Encrypt the whole store with another key, in one transaction.

        It waits until nobody uses the store, and keeps everybody waiting meanwhile. Raises
        StoreFailed (`in_use`) where somebody does not let go of it.
        """
        with self._free:
            if not self._free.wait_for(lambda: not self._users, timeout=_PATIENCE):
                raise StoreFailed(StoreProblem.IN_USE)
            self.close()
            self._encrypt_with(key)

    def _encrypt_with(self, key: bytes) -> None:
        with self._failures_told(), closing(self.connect()) as connection:
            connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
            self.key = key
            # Pages in the log before may have the former key.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path) -> None:
        """Copy the whole store while it is in use; the copy has the same key."""
        with (
            self._failures_told(),
            closing(self.connect()) as source,
            closing(_connect(path, self.key)) as target,
        ):
            source.backup(target)

    def is_readable(self) -> bool:
        """Return whether the key opens the file and there is something in it.

        Raises StoreFailed where it cannot be read just now.
        """
        try:
            with self._failures_told(), self.engine.connect() as connection:
                tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
                return bool(tables)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                return False
            raise

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages of the file that are not as they were written."""
        with self._failures_told(), closing(self.connect()) as connection:
            rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        pages = [int(number) for (line,) in rows for number in _PAGE.findall(line)[:1]]
        self.is_damaged, self.is_unchecked = self.is_damaged or bool(pages), False
        return pages

    def integrity(self) -> str:
        """Return "ok", or what SQLite's whole integrity check finds wrong."""
        with self._failures_told(), self.engine.connect() as connection:
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return "; ".join([*lines, *map(str, broken)])

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        """Raise StoreFailed for what SQLite says of the disk or the file; else what was raised."""
        with self._free:
            self._users += 1
        try:
            yield
        except (DatabaseError, sqlcipher3.dbapi2.DatabaseError) as error:
            problem = self._problem(error.orig if isinstance(error, DatabaseError) else error)
            if problem is None:
                raise
            if problem is StoreProblem.DAMAGED:
                self.is_damaged = True
                # A connection that met a damaged page refuses the sound ones from then on.
                self.engine.dispose()
            raise StoreFailed(problem) from error
        finally:
            with self._free:
                self._users -= 1
                self._free.notify_all()

    def _problem(self, cause: BaseException | None) -> StoreProblem | None:
        # A backup's error has no code, but the words that belong to one.
        code = getattr(cause, "sqlite_errorcode", None) or _CODES.get(str(cause), 0)
        problem = _PROBLEMS.get(code & 0xFF)
        # Files beside the store that find no room are answered by "disk I/O error".
        if problem is StoreProblem.DISK and shutil.disk_usage(self.path.parent).free < _LEAST_ROOM:
            return StoreProblem.NO_ROOM
        return problem

    def close(self) -> None:
        """Close every connection."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self.engine.dispose()


@event.listens_for(StoreSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete:
        raise TypeError("bulk changes would escape the journal: change entities instead")


def _connect(path: Path, key: bytes) -> sqlcipher3.dbapi2.Connection:
    connection = sqlcipher3.dbapi2.connect(path, isolation_level=None, check_same_thread=False)
    # SQLCipher would write a line on standard error for every page that it cannot read.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    kind: str = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
