"""The interface of a store's backend."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from outreach_app.store_problems import StoreProblem

# The execution option `begin` of a writing transaction: nobody else writes until it ends.
WRITES = "IMMEDIATE"


class Medium(Protocol):
    """The backend of a store: a SQLite file or PostgreSQL.

    Driver errors pass through; classify them with `problem`.
    """

    @property
    def key(self) -> bytes:
        """The data key."""

    def make_engine(self) -> Engine:
        """Return an engine whose transactions begin as their execution option `begin` says."""

    def rebuilding(self, connection: Connection) -> AbstractContextManager[None]:
        """Check references between records only at the end of the block."""

    def finish_rebuild(self, connection: Connection) -> None:
        """End a change of the schema. Raises RuntimeError if a record lost its parent."""

    def data_version(self) -> int:
        """Return a counter that changes with every commit."""

    def changes_by_others(self) -> int:
        """Return the number of commits by other programs."""

    def checkpoint(self) -> bool:
        """Checkpoint the write-ahead log; return False if a reader prevented it."""

    def change_key(self, key: bytes) -> None:
        """Make the store open with another data key from now on."""

    def copy_to(self, path: Path) -> None:
        """Copy the whole store into a file with the same key."""

    def is_readable(self, connection: Connection) -> bool:
        """Return whether the key opens a store here."""

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages whose content was altered."""

    def integrity(self, connection: Connection) -> str:
        """Return "ok", or what a complete check finds wrong."""

    def problem(self, cause: BaseException | None) -> StoreProblem | None:
        """Return the disk, file or server problem behind a driver error, if any."""

    def close(self) -> None:
        """Close what is open besides the engine."""
