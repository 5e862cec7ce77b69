"""Driver-level statements, those that differ between engines included."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection

_PORTION = 500  # parameters in one statement


def rows_in(
    connection: Connection,
    statement: str,
    values: Collection[bytes | int],
    tail: str = "",
    *,
    before: tuple[object, ...] = (),
) -> Iterator[tuple[Any, ...]]:
    """Fetch the rows of a statement that ends in `IN`, completed with values and `tail`.

    `before` are the values of its own parameters.
    """
    left = iter(values)
    while portion := tuple(islice(left, _PORTION)):
        marks = ", ".join("?" * len(portion))
        result = connection.exec_driver_sql(f"{statement} ({marks}){tail}", (*before, *portion))
        if result.returns_rows:
            yield from map(tuple, result)


def change_in(
    connection: Connection, statement: str, values: Collection[bytes | int], tail: str = ""
) -> None:
    """Execute a statement that ends in `IN`, completed with values and `tail`."""
    for _row in rows_in(connection, statement, values, tail):
        pass


def defer_references(connection: Connection) -> None:
    """Check references between rows at COMMIT, and not while they are written."""
    is_file = connection.dialect.name == "sqlite"
    defer = "PRAGMA defer_foreign_keys = ON" if is_file else "SET CONSTRAINTS ALL DEFERRED"
    connection.exec_driver_sql(defer)


def retire(connection: Connection) -> None:
    """Make a moved store's database unopenable with any key."""
    connection.exec_driver_sql("UPDATE server_state SET key_mark = ?", (b"moved",))


def go_on_after(connection: Connection, table: str, column: str, last: int) -> None:
    """Advance a table's id sequence past `last`, after rows were inserted with explicit ids.

    SQLite finds the last one by itself.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(
            "SELECT setval(pg_get_serial_sequence(?, ?), ?)", (table, column, last)
        )
