"""SQL statements that are compiled once a process, not once a store."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from outreach_app.database import Database
from outreach_app.paths import STORE_FILE


@contextmanager
def compiled_once(folder: Path) -> Iterator[None]:
    """Let all stores share their compiled statements, and wait for no disk.

    Syncing only matters for power cuts: the system keeps what a killed program wrote.
    """
    make = Database._make_engine
    first = Database(folder / STORE_FILE, bytes(32)).engine
    first.connect().close()  # a dialect learns SQLite's features at its first connection

    of_servers: list[Engine] = []

    def alike(database: Database) -> Engine:
        engine = make(database)
        if database.is_on_server:
            of_servers.append(engine)
            engine._compiled_cache = of_servers[0]._compiled_cache
            return engine
        engine.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        event.listen(engine, "connect", _wait_for_no_disk)
        return engine

    with (
        patch.object(Database, "_make_engine", alike),
        patch.object(os, "fsync", lambda _descriptor: None),
    ):
        yield
    first.dispose()


def _wait_for_no_disk(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.close()
