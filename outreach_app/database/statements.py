"""Statements of the driver that every engine takes, and those that each says in its own words."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection

_PORTION = 500  # marks in one statement


def rows_in(
    connection: Connection,
    statement: str,
    values: Collection[bytes | int],
    tail: str = "",
    *,
    before: tuple[object, ...] = (),
) -> Iterator[tuple[Any, ...]]:
    """Fetch the rows of a statement that ends in `IN`, with values and `tail` put behind it.

    `before` are the values of the marks that it has by itself.
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
    """Carry out a statement that ends in `IN`, with values and `tail` put behind it."""
    for _row in rows_in(connection, statement, values, tail):
        pass


def defer_references(connection: Connection) -> None:
    """Have references between rows checked at COMMIT, not while they are written."""
    is_file = connection.dialect.name == "sqlite"
    defer = "PRAGMA defer_foreign_keys = ON" if is_file else "SET CONSTRAINTS ALL DEFERRED"
    connection.exec_driver_sql(defer)


def retire(connection: Connection) -> None:
    """Have the database of a store that was moved away open with no key any more."""
    connection.exec_driver_sql("UPDATE server_state SET key_mark = ?", (b"moved",))


def go_on_after(connection: Connection, table: str, column: str, last: int) -> None:
    """Have the next new row of a table numbered after `last`: rows were written with numbers.

    SQLite looks by itself which is the last.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(
            "SELECT setval(pg_get_serial_sequence(?, ?), ?)", (table, column, last)
        )
