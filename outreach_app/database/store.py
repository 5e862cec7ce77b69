"""The store: its engine, and read() and write(), the only place that commits."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import ORMExecuteState, Session

from outreach_app.actors import UNKNOWN, Actor
from outreach_app.database.address import ServerAddress, place_of
from outreach_app.database.medium import WRITES, Medium
from outreach_app.database.postgresql import StoreServer
from outreach_app.database.sqlite import StoreFile
from outreach_app.errors import StoreFailed
from outreach_app.file_locks import FileLock
from outreach_app.store_problems import StoreProblem

_PATIENCE = 30  # seconds that a change of the key waits for other users of the store


@dataclass(slots=True)
class SessionState:
    """Hold who acts in a session, and how: by default somebody unknown, who may only read."""

    # Decides every right. It changes if the role of the account was changed meanwhile.
    actor: Actor = UNKNOWN
    # The account that opened the store; None where there is none, as for the program itself.
    account: UUID | None = None
    # Whether the recovery code opened the store: the way out where a second person is missing.
    is_opened_by_code: bool = False
    # The store that made the session.
    database: "Database | None" = None
    # Whether `Database.write` made it: no other session commits, or logs in its own transaction.
    is_writing: bool = False
    # Whether a use case runs, whose right was required: those that it calls need none.
    is_in_use_case: bool = False


class StoreSession(Session):
    """A session on a store; the journal and the search index listen on this class."""

    def __init__(self, bind: Engine | Connection, state: SessionState | None = None) -> None:
        super().__init__(bind)
        self.state = state or SessionState()


def state_of(session: Session) -> SessionState:
    """Return who acts in a session, and how. Raises TypeError if it is not on a store."""
    if not isinstance(session, StoreSession):
        raise TypeError("only a session on a store knows who acts")
    return session.state


class Database:
    """One store, a file or a database on a server, opened with its 32-byte data key.

    Reading or writing raises StoreFailed; a wrong key makes a file look damaged. `is_damaged` if
    damage was met since, `is_unchecked` if the last exit was not clean and the pages are not
    checked yet. `actor` and `account` are those that opened it: the program itself until an account
    is known; `is_opened_by_code` if it was the recovery code. `is_copy` if it is a backup that was
    opened to be read.
    """

    def __init__(self, place: Path | ServerAddress, key: bytes) -> None:
        self.place = place
        self.actor = Actor.PROGRAM
        self.account: UUID | None = None
        self.is_opened_by_code = self.is_copy = False
        # That of the folder; without it, another program may have changed the store and its roles.
        self.lock: FileLock | None = None
        self._users = 0
        self._free = threading.Condition()
        self.is_damaged = self.is_unchecked = False
        self._medium: Medium = (
            StoreFile(place, key) if isinstance(place, Path) else StoreServer(place, key)
        )
        self.engine = self._make_engine()

    def _make_engine(self) -> Engine:
        return self._medium.make_engine()

    @property
    def key(self) -> bytes:
        """The data key."""
        return self._medium.key

    @property
    def path(self) -> Path:
        """The file of a store that is one."""
        assert isinstance(self.place, Path)  # noqa: S101  the callers know
        return self.place

    @property
    def is_on_server(self) -> bool:
        """Whether the store is a database on a server, which others use at the same time."""
        return not isinstance(self.place, Path)

    @contextmanager
    def read(self) -> Iterator[StoreSession]:
        """Yield a session for reading; any changes in it are rolled back."""
        with (
            self._translating_driver_errors(),
            StoreSession(self.engine, self._state(self.actor)) as session,
        ):
            yield session

    @contextmanager
    def write(
        self, actor: Actor | None = None, *, is_for_others: bool = True
    ) -> Iterator[StoreSession]:
        """Yield a session for one action: commit at the end, roll back on any exception.

        The actor is the one who opened the store, unless the program itself acts. With
        `is_for_others` False, e.g. for drafts, the write does not make other computers refresh
        their pages.
        """
        actor = actor or self.actor
        engine = self.engine.execution_options(begin=WRITES, is_for_others=is_for_others)
        with (
            self._translating_driver_errors(),
            StoreSession(engine, self._state(actor, is_writing=True)) as session,
        ):
            # Locks now, so that what this action reads is still true when it writes.
            session.connection()
            yield session
            session.commit()

    def _state(self, actor: Actor, *, is_writing: bool = False) -> SessionState:
        return SessionState(actor, self.account, self.is_opened_by_code, self, is_writing)

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Yield a transaction for migrations, with foreign keys only checked at its end."""
        engine = self.engine.execution_options(begin=WRITES)
        with (
            self._translating_driver_errors(),
            engine.connect() as connection,
            self._medium.rebuilding(connection),
        ):
            try:
                yield connection
                self._medium.finish_rebuild(connection)
                connection.commit()
            finally:
                connection.rollback()

    def data_version(self) -> int:
        """Return a counter that changes with every commit, journaled or not."""
        with self._translating_driver_errors():
            return self._medium.data_version()

    def changes_by_others(self) -> int:
        """Return a counter that changes when others write into a store on a server."""
        with self._translating_driver_errors():
            return self._medium.changes_by_others()

    def checkpoint(self) -> bool:
        """Checkpoint the write-ahead log; return False if a reader prevented it."""
        with self._translating_driver_errors():
            return self._medium.checkpoint()

    def change_key(self, key: bytes) -> None:
        """Make the whole store open with another key, in one transaction: a file is re-encrypted.

        Waits until nobody here uses the store, and makes everybody wait meanwhile. Raises
        StoreFailed (`in_use`) if somebody does not release it.
        """
        with self._free:
            if not self._free.wait_for(lambda: not self._users, timeout=_PATIENCE):
                raise StoreFailed(StoreProblem.IN_USE)
            self.close()
            with self._translating_driver_errors():
                self._medium.change_key(key)

    def copy_to(self, path: Path) -> None:
        """Copy the whole store while it is in use; the copy has the same key."""
        with self._translating_driver_errors():
            self._medium.copy_to(path)

    def is_readable(self) -> bool:
        """Return whether the key opens the store and it is not empty.

        Raises StoreFailed if it cannot be read right now.
        """
        try:
            with self._translating_driver_errors(), self.engine.connect() as connection:
                return self._medium.is_readable(connection)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                return False
            raise

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages of a file whose content was altered."""
        with self._translating_driver_errors():
            pages = self._medium.damaged_pages()
        self.is_damaged = self.is_damaged or bool(pages)
        self.is_unchecked = False
        return pages

    def integrity(self) -> str:
        """Return "ok", or what a complete check of the file or the server's tables finds wrong."""
        with self._translating_driver_errors(), self.engine.connect() as connection:
            return self._medium.integrity(connection)

    @contextmanager
    def _translating_driver_errors(self) -> Iterator[None]:
        """Translate driver errors about the disk or file into StoreFailed; re-raise the rest.

        Raises StoreFailed (`lock_deleted`) before anything is read or written.
        """
        if self.lock is not None and self.lock.is_lost:
            raise StoreFailed(StoreProblem.LOCK_DELETED)
        with self._free:
            self._users += 1
        try:
            yield
        except (DatabaseError, sqlcipher3.dbapi2.DatabaseError) as error:
            cause = error.orig if isinstance(error, DatabaseError) else error
            problem = self._medium.problem(cause)
            if problem is None:
                raise
            if problem is StoreProblem.DAMAGED:
                self.is_damaged = True
                # A connection that met a damaged page refuses sound ones from then on.
                self.engine.dispose()
            raise StoreFailed(problem) from error
        finally:
            with self._free:
                self._users -= 1
                self._free.notify_all()

    def close(self) -> None:
        """Close every connection."""
        self._medium.close()
        self.engine.dispose()


@event.listens_for(StoreSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete:
        raise TypeError("bulk changes would escape the journal: change entities instead")


@event.listens_for(StoreSession, "before_commit")
def _refuse_other_commits(session: StoreSession) -> None:
    if not session.state.is_writing:
        raise TypeError("only a session of Database.write commits")


def store_in(folder: Path, key: bytes) -> Database:
    """Open the store of a folder, wherever it is. Raises UnreadableFile and NotAllowed."""
    return Database(place_of(folder), key)
