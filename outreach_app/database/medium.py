"""Gather all that a file and a server do in their own ways, as what a store lies on."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from outreach_app.store_problems import StoreProblem

# The execution option `begin` of a transaction that writes: nobody else writes until it ends.
WRITES = "IMMEDIATE"


class Medium(Protocol):
    """Keep a store in one way. Errors of its driver come out as they are: `problem` reads them."""

    @property
    def key(self) -> bytes:
        """The data key."""

    def make_engine(self) -> Engine:
        """Return an engine whose transactions begin as their execution option `begin` says."""

    def rebuilding(self, connection: Connection) -> AbstractContextManager[None]:
        """Have references between records checked at the end of the block alone."""

    def finish_rebuild(self, connection: Connection) -> None:
        """End a change of the schema. Raises RuntimeError where a record lost its parent."""

    def data_version(self) -> int:
        """Return a number that is another after every commit."""

    def changes_by_others(self) -> int:
        """Return how many commits were not this program's own."""

    def checkpoint(self) -> bool:
        """Put what was committed into its last place; whether nobody kept it from that."""

    def change_key(self, key: bytes) -> None:
        """Have the store open with another data key from now on."""

    def copy_to(self, path: Path) -> None:
        """Copy the whole store into a file with the same key."""

    def is_readable(self, connection: Connection) -> bool:
        """Return whether a store is there, and the one that the key is for."""

    def damaged_pages(self) -> list[int]:
        """Return the numbers of the pages that are not as they were written."""

    def integrity(self, connection: Connection) -> str:
        """Return "ok", or what a whole check finds wrong."""

    def problem(self, cause: BaseException | None) -> StoreProblem | None:
        """Return what an error of the driver says of the disk, the file or the server, if any."""

    def close(self) -> None:
        """Close what is open beside the engine."""
