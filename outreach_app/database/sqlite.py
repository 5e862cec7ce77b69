"""A store in one encrypted file: SQLite with SQLCipher."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from outreach_app.key_ids import header_of
from outreach_app.store_problems import StoreProblem

# WAL and FULL: NORMAL may lose the last commits in a power failure.
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
_MIN_ROOM = 1 << 16  # bytes
_PAGE = re.compile(r"page (\d+)")
_STATEMENTS = (
    512  # prepared ones that a connection keeps: a page or a file of exchange takes some 300
)


class StoreFile:
    """A file, opened with its 32-byte data key; a wrong key makes it look damaged."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._watch: sqlcipher3.dbapi2.Connection | None = None

    @property
    def key(self) -> bytes:
        """The data key."""
        return self._key

    def make_engine(self) -> Engine:
        """Return an engine; a writing transaction locks the file at once."""
        engine = create_engine(
            "sqlite://", module=sqlcipher3.dbapi2, creator=self._connect, poolclass=QueuePool
        )
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> sqlcipher3.dbapi2.Connection:
        return _connect(self._path, self._key)

    @contextmanager
    def rebuilding(self, connection: Connection) -> Iterator[None]:
        """Leave foreign keys unchecked: a batch migration's DROP TABLE would cascade to rows."""
        bare: sqlcipher3.dbapi2.Connection = connection.connection.driver_connection
        bare.execute("PRAGMA foreign_keys = OFF")
        try:
            yield
        finally:
            bare.execute("PRAGMA foreign_keys = ON")

    def finish_rebuild(self, connection: Connection) -> None:
        """Raise RuntimeError if a record lost its parent."""
        if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("the migration left a record without its parent")

    def data_version(self) -> int:
        """Return a counter that changes with every commit, journaled or not.

        SQLite counts, for each connection, the commits of others: this one never writes.
        """
        if self._watch is None:
            self._watch = self._connect()
        version: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
        return version

    def changes_by_others(self) -> int:
        """Return 0: the folder of a file belongs to one program at a time."""
        return 0

    def checkpoint(self) -> bool:
        """Checkpoint the write-ahead log; return False if a reader prevented it."""
        with closing(self._connect()) as connection:
            answer = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        is_busy, _frames, _moved = answer
        return not is_busy

    def change_key(self, key: bytes) -> None:
        """Encrypt the whole file with another key, in one transaction."""
        with closing(self._connect()) as connection:
            connection.execute(f"PRAGMA rekey = {_raw(key)}")
            self._key = key
            # Pages already in the log may have the former key.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path) -> None:
        """Copy the whole store while it is in use; the copy has the same key."""
        with closing(self._connect()) as source, closing(_connect(path, self._key)) as target:
            source.backup(target)

    def is_readable(self, connection: Connection) -> bool:
        """Return whether the key opens the file and it is not empty."""
        return bool(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar())

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages of the file whose content was altered."""
        with closing(self._connect()) as connection:
            rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return [int(number) for (line,) in rows for number in _PAGE.findall(line)[:1]]

    def integrity(self, connection: Connection) -> str:
        """Return "ok", or what SQLite's complete integrity check finds wrong."""
        try:
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        except DatabaseError as error:
            if self.problem(error.orig) is not None:
                raise
            return str(error.orig)  # the index of the search cannot be opened
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if not orphans:
            return "; ".join(lines)
        broken = [f"{table} {row} → {parent}" for table, row, parent, _key in orphans]
        return "; ".join([line for line in lines if line != "ok"] + broken)

    def problem(self, cause: BaseException | None) -> StoreProblem | None:
        """Return the disk or file problem behind a driver error, if any."""
        # A backup's error has no code, but the message that belongs to one.
        code = getattr(cause, "sqlite_errorcode", None) or _CODES.get(str(cause), 0)
        problem = _PROBLEMS.get(code & 0xFF)
        # SQLite also reports "disk I/O error" if its temporary files find no room.
        is_of_disk = problem is StoreProblem.DISK
        if is_of_disk and shutil.disk_usage(self._path.parent).free < _MIN_ROOM:
            return StoreProblem.NO_ROOM
        return problem

    def close(self) -> None:
        """Close the connection that watches for commits."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None


def _connect(path: Path, key: bytes) -> sqlcipher3.dbapi2.Connection:
    """Return a bare connection with the key set; a raw key saves 210 ms of PBKDF2."""
    connection = sqlcipher3.dbapi2.connect(
        path, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS
    )
    # SQLCipher would write a line on standard error for every unreadable page.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {_raw(key)}")
    return connection


def _raw(key: bytes) -> str:
    """Return a key, with the file's first bytes, in the form of a pragma."""
    return f"\"x'{key.hex()}{header_of(key).hex()}'\""


def _set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    kind: str = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
