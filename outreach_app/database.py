"""The encrypted store: its engine, and read() and write(), the only place that commits."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from outreach_app.actors import Actor

# WAL and FULL: NORMAL may lose the last commits when the power fails.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "cache_size = -16384",
    "busy_timeout = 5000",
)


class StoreSession(Session):
    """A session on a store; listeners of the journal and the search index hang on this class."""


class Database:
    """One store file, opened with its 32-byte data key. Raises DatabaseError for a wrong key."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.key = key
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
        """A bare connection with the key set. A raw key skips 210 ms of PBKDF2 per connection."""
        return _connect(self.path, self.key)

    @contextmanager
    def read(self) -> Iterator[StoreSession]:
        """A session to read with; whatever was done in it is rolled back."""
        with StoreSession(self.engine) as session:
            yield session

    @contextmanager
    def write(self, actor: Actor) -> Iterator[StoreSession]:
        """One user action: commits on exit, rolls everything back on any exception."""
        engine = self.engine.execution_options(begin="IMMEDIATE")
        with StoreSession(engine, info={"actor": actor}) as session:
            # Locks now, so that everything this action reads is still so when it writes.
            session.connection()
            yield session
            session.commit()

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """A transaction for migrations: foreign keys are off from before BEGIN, checked at the end.

        With them on, a batch migration's DROP TABLE would cascade to the child rows.
        """
        with self.engine.connect() as connection:
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
        """A number that is another after every commit, journaled or not, while this is open.

        SQLite counts for each connection what the others commit: this one never writes.
        """
        if self._watch is None:
            self._watch = self.connect()
        version: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
        return version

    def checkpoint(self) -> bool:
        """Move the write-ahead log into the store file; whether no reader kept it from emptying."""
        connection = self.connect()
        is_busy, _frames, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.close()
        return not is_busy

    def copy_to(self, path: Path) -> None:
        """An online copy of the whole store, encrypted with the same key."""
        source, target = self.connect(), _connect(path, self.key)
        source.backup(target)
        target.close()
        source.close()

    def is_readable(self) -> bool:
        """Whether the key opens the file. Raises OperationalError where it cannot be read now."""
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except OperationalError:
            raise
        except DatabaseError:
            return False
        return True

    def quick_check(self) -> bool:
        """Whether every page of the file is sound."""
        try:
            with self.engine.connect() as connection:
                return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
        except DatabaseError:
            return False

    def integrity(self) -> str:
        """SQLite's whole integrity check: "ok", or what is wrong."""
        with self.engine.connect() as connection:
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return "; ".join([*lines, *pages, *map(str, broken)])

    def close(self) -> None:
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
