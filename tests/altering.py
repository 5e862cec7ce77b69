"""Random changes of a store by a program that has its key: rows removed, emptied or garbled."""

from contextlib import closing
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2
from sqlalchemy import PoolProxiedConnection

from outreach_app.database import Database
from outreach_app.paths import STORE_FILE

_GARBAGE: tuple[object, ...] = (
    *(None, b"", b"\x00", b"\xff\xfe\x00", "", "x", "\x00", "2026-99-99", "[]", "{", "Ω" * 50),
    *(-1, 0, 2**40, 1.5),
)
_COUNT = 'SELECT count(*) FROM "{}"'
_ROW = ' WHERE "{0}" = (SELECT "{0}" FROM "{1}" LIMIT 1 OFFSET {2})'
_REMOVAL, _CHANGE = 'DELETE FROM "{}"', 'UPDATE "{}" SET "{}" = ?'
# The index keeps its own tables from being changed so; triggers keep rows of the access log.
_REFUSED = (sqlcipher3.dbapi2.OperationalError, sqlcipher3.dbapi2.IntegrityError)


def run(store: Path, key: bytes, *statements: str) -> None:
    """Execute statements in the file of a store, with no foreign keys kept."""
    with closing(Database(store / STORE_FILE, key)) as database:
        with closing(_bare(database)) as connection:
            for statement in statements:
                connection.driver_connection.execute(statement)  # type: ignore[union-attr]
        database.checkpoint()


def alter(store: Path, key: bytes, random: Random) -> str:
    """Change up to three rows of a store, whatever they are; return the statements."""
    done = []
    with closing(Database(store / STORE_FILE, key)) as database:
        with closing(_bare(database)) as connection:
            bare = connection.driver_connection
            assert bare is not None
            for _time in range(random.choice((1, 1, 1, 2, 3))):
                try:  # a search index without its settings cannot even be counted
                    statement, values = _statement(bare, random)
                    bare.execute(statement, values)
                except _REFUSED:
                    continue
                done.append(f"{statement} {values}")
        database.checkpoint()
    return "; ".join(done)


def _bare(database: Database) -> PoolProxiedConnection:
    connection = database.engine.raw_connection()
    assert connection.driver_connection is not None
    connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _statement(
    bare: sqlcipher3.dbapi2.Connection, random: Random
) -> tuple[str, tuple[object, ...]]:
    """Return a statement that changes one row, or all, of a table that has rows."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    tables = [name for (name,) in bare.execute(named)]
    table, count = "", 0
    while not count:
        table = random.choice(tables)
        count = bare.execute(_COUNT.format(table)).fetchone()[0]
    columns = bare.execute(f'PRAGMA table_info("{table}")').fetchall()
    key = next((name for _n, name, _t, _nn, _d, place in columns if place), columns[0][1])
    where = _ROW.format(key, table, random.randrange(count))
    column = random.choice(columns)[1]
    kind = random.choice(("row", "row", "value", "value", "value", "value", "table"))
    if kind == "value":
        return _CHANGE.format(table, column) + where, (random.choice(_GARBAGE),)
    return _REMOVAL.format(table) + (where if kind == "row" else ""), ()
