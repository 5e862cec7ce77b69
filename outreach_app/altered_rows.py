"""Rows with a value that is none of its column, which only another program or damage can leave."""

from collections.abc import Callable

from sqlalchemy import Column, Dialect, Table, TypeDecorator, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from outreach_app.models.base import Base

_Test = Callable[[object], bool]


def find_altered_rows(session: Session) -> tuple[int, list[str]]:
    """Return the number of all rows, and the table and primary key of each such row."""
    wrong: list[str] = []
    counts = [_look_through(session, table, wrong) for table in Base.metadata.sorted_tables]
    return sum(counts), wrong


def _look_through(session: Session, table: Table, wrong: list[str]) -> int:
    """Add the altered rows of a table to `wrong`; return how many rows it has."""
    dialect, count = session.connection().dialect, 0
    columns = list(table.columns)
    tests = [_test_of(column, dialect) for column in columns]
    keys = [place for place, column in enumerate(columns) if column.primary_key]
    statement = select(*(type_coerce(column, NullType()) for column in columns))
    for row in session.execute(statement.execution_options(yield_per=500)):
        count += 1
        if not all(test(value) for test, value in zip(tests, row, strict=True)):
            wrong.append(" ".join([table.name, *(_shown(row[place]) for place in keys)]))
    return count


def _test_of(column: Column[object], dialect: Dialect) -> _Test:
    """Return whether a stored value is one of its column."""
    stored = column.type
    process = stored.dialect_impl(dialect).result_processor(dialect, None)
    inner = stored.impl_instance if isinstance(stored, TypeDecorator) else stored
    kind = inner.python_type

    def is_of_column(value: object) -> bool:
        if value is None:
            return bool(column.nullable)
        try:
            read = process(value) if process else value
        except (TypeError, ValueError, AttributeError):
            return False
        return isinstance(read if inner is stored else value, kind)

    return is_of_column


def _shown(key: object) -> str:
    return key.hex() if isinstance(key, bytes) else str(key)
