"""What the store holds already, asked at the level of the driver and in portions."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from outreach_app.events import Operation, Placed

_PORTION = 500  # marks in one statement


def rows_in(
    connection: Connection, statement: str, values: Collection[bytes | int], tail: str = ""
) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement that ends in `IN`, whose values and `tail` are put behind it."""
    left = iter(values)
    while portion := tuple(islice(left, _PORTION)):
        marks = ", ".join("?" * len(portion))
        result = connection.exec_driver_sql(f"{statement} ({marks}){tail}", portion)
        if result.returns_rows:
            yield from map(tuple, result)


def events_of(connection: Connection, records: Collection[bytes]) -> dict[bytes, list[Placed]]:
    """The events of each of these records, in no particular order."""
    query = "SELECT record, t, device, seq, entity, operation, line FROM events WHERE record IN"
    return placed_by_record(rows_in(connection, query, records))


def placed_by_record(
    rows: Iterable[tuple[bytes, int, bytes, int, str, Operation, bytes | None]],
) -> dict[bytes, list[Placed]]:
    """Rows of the journal, as the fold takes them."""
    found: dict[bytes, list[Placed]] = {}
    for record, t, device, seq, entity, operation, line in rows:
        placed = Placed(t, uid_text(device), seq, entity, operation, line)
        found.setdefault(record, []).append(placed)
    return found


@lru_cache(maxsize=1000)
def uid_text(uid: bytes) -> str:
    """A uid as events write it."""
    return str(UUID(bytes=uid))
