"""The store: its engine, and read() and write(), the only place that commits."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import ORMExecuteState, Session

from outreach_app.actors import Actor
from outreach_app.database.address import ServerAddress, place_of
from outreach_app.database.medium import WRITES, Medium
from outreach_app.database.postgresql import StoreServer
from outreach_app.database.sqlite import StoreFile
from outreach_app.errors import StoreFailed
from outreach_app.store_problems import StoreProblem

_PATIENCE = 30  # seconds that a change of the key waits for whoever uses the store


class StoreSession(Session):
    """A session on a store; listeners of the journal and the search index hang on this class."""


class Database:
    """One store, a file or a database on a server, opened with its 32-byte data key.

    Whatever reads or writes it raises StoreFailed; to a wrong key a file looks damaged.
    `is_damaged` says that damage was met since, `is_unchecked` that the last exit was not clean and
    nobody has looked at the pages yet. `actor` and `account` say who opened it: the
    program itself until an account is known; `is_opened_by_code`, that it was the recovery code.
    """

    def __init__(self, place: Path | ServerAddress, key: bytes) -> None:
        self.place = place
        self.actor = Actor.PROGRAM
        self.account: UUID | None = None
        self.is_opened_by_code = False
        self._users, self._free = 0, threading.Condition()
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
        assert isinstance(self.place, Path)  # noqa: S101  whoever asks knows
        return self.place

    @property
    def is_on_server(self) -> bool:
        """Whether the store is a database on a server, which others use at the same time."""
        return not isinstance(self.place, Path)

    @contextmanager
    def read(self) -> Iterator[StoreSession]:
        """Yield a session to read with; whatever was done in it is rolled back."""
        with (
            self._failures_told(),
            StoreSession(self.engine, info=self._who(self.actor)) as session,
        ):
            yield session

    @contextmanager
    def write(
        self, actor: Actor | None = None, *, is_for_others: bool = True
    ) -> Iterator[StoreSession]:
        """Yield a session for one action: commit at the end, roll all back on any exception.

        It is the action of whoever opened the store, unless the program itself acts. What concerns
        nobody else, as what is being typed, does not have the pages of others read again.
        """
        actor = actor or self.actor
        engine = self.engine.execution_options(begin=WRITES, is_for_others=is_for_others)
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
        return {
            "actor": actor,
            "account": self.account,
            "is_opened_by_code": self.is_opened_by_code,
            "database": self,
        }

    @contextmanager
    def rebuild(self) -> Iterator[Connection]:
        """Yield a transaction for migrations, with foreign keys checked at its end alone."""
        engine = self.engine.execution_options(begin=WRITES)
        with (
            self._failures_told(),
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
        """Return a number that is another after every commit, journaled or not."""
        with self._failures_told():
            return self._medium.data_version()

    def changes_by_others(self) -> int:
        """Return a number that is another once others wrote into a store on a server."""
        with self._failures_told():
            return self._medium.changes_by_others()

    def checkpoint(self) -> bool:
        """Put what was committed into its last place; whether no reader kept it from that."""
        with self._failures_told():
            return self._medium.checkpoint()

    def change_key(self, key: bytes) -> None:
        """Have the whole store open with another key, in one transaction: a file is encrypted anew.

        It waits until nobody here uses the store, and keeps everybody waiting meanwhile. Raises
        StoreFailed (`in_use`) where somebody does not let go of it.
        """
        with self._free:
            if not self._free.wait_for(lambda: not self._users, timeout=_PATIENCE):
                raise StoreFailed(StoreProblem.IN_USE)
            self.close()
            with self._failures_told():
                self._medium.change_key(key)

    def copy_to(self, path: Path) -> None:
        """Copy the whole store while it is in use; the copy has the same key."""
        with self._failures_told():
            self._medium.copy_to(path)

    def is_readable(self) -> bool:
        """Return whether the key opens the store and there is something in it.

        Raises StoreFailed where it cannot be read just now.
        """
        try:
            with self._failures_told(), self.engine.connect() as connection:
                return self._medium.is_readable(connection)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                return False
            raise

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages of a file that are not as they were written."""
        with self._failures_told():
            pages = self._medium.damaged_pages()
        self.is_damaged, self.is_unchecked = self.is_damaged or bool(pages), False
        return pages

    def integrity(self) -> str:
        """Return "ok", or what a whole check of the file or the server's tables finds wrong."""
        with self._failures_told(), self.engine.connect() as connection:
            return self._medium.integrity(connection)

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        """Raise StoreFailed for what is wrong with the disk or the file; else what was raised."""
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
                # A connection that met a damaged page refuses the sound ones from then on.
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


def store_in(folder: Path, key: bytes) -> Database:
    """Open the store of a folder, wherever it is. Raises UnreadableFile and NotAllowed."""
    return Database(place_of(folder), key)
