"""Copies of all rows of a store into another kind of store, with proof that they are the same."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from sqlalchemy import Connection, Table, func, insert, select

from outreach_app.database import Database
from outreach_app.database.statements import defer_references, go_on_after
from outreach_app.errors import BackupFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Base
from outreach_app.progress import Progress

_PORTION = 1_000  # rows written at once


def copy_rows(reading: Connection, target: Database, progress: Progress) -> int:
    """Copy every row of an open store into an empty one of the same schema; return their number.

    Raises BackupFailed (`not_the_same`), and leaves the target empty, if a table there differs from
    its source. The search index is not copied.
    """
    tables = list(Base.metadata.tables.values())
    count = 0
    with target.rebuild() as writing:
        defer_references(writing)
        for place, table in enumerate(tables):
            step = partial(progress.step, place, len(tables), table.name)
            copied = _copy(reading, writing, table, step)
            if digest_of(writing, table) != copied:
                raise _not_the_same(table)
            count += copied[0]
    return count


def digest_of(connection: Connection, table: Table) -> tuple[int, str]:
    """Return the number of rows of a table, and the hash of their values in order of its key."""
    count, digest = 0, hashlib.sha256()
    for row in _rows(connection, table):
        count += 1
        digest.update(repr(row).encode())
    return count, digest.hexdigest()


def _copy(
    reading: Connection, writing: Connection, table: Table, step: Callable[[], None]
) -> tuple[int, str]:
    """Copy a table in portions, with a progress step before each; return its row count and hash."""
    step()
    count, digest = 0, hashlib.sha256()
    names = [column.name for column in table.columns]
    rows = _rows(reading, table)
    while portion := list(islice(rows, _PORTION)):
        for row in portion:
            digest.update(repr(row).encode())
        step()
        count += len(portion)
        writing.execute(insert(table), [dict(zip(names, row, strict=True)) for row in portion])
    if count and table.autoincrement_column is not None:
        number = table.autoincrement_column
        last = writing.scalar(select(func.max(number))) or 0
        go_on_after(writing, table.name, number.name, last)
    return count, digest.hexdigest()


def _rows(connection: Connection, table: Table) -> Iterator[tuple[object, ...]]:
    statement = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(statement.execution_options(yield_per=_PORTION)):
        yield tuple(row)


def _not_the_same(table: Table) -> BackupFailed:
    message = _("The copy of {table} differs from the original. Nothing was moved.")
    return BackupFailed(message.format(table=isolate(table.name)), code="not_the_same")
