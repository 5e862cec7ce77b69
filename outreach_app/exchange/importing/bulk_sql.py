"""Bulk reads and writes through the database driver, in portions."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice
from uuid import UUID

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.events import PlacedEvent
from outreach_app.rules.kinds import OfficeRole

_HEADQUARTERS = "SELECT DISTINCT office FROM stations WHERE role = ?"
_MAX_WRITTEN = 8000  # parameters in one statement


def write_rows(
    connection: Connection, statement: str, rows: Sequence[tuple[object, ...]], tail: str = ""
) -> None:
    """Write rows with a statement that ends in `VALUES`, followed by `tail`.

    Many rows per statement: the driver's own executemany, row by row, takes a quarter longer.
    """
    width = len(rows[0]) if rows else 1
    row_marks = f"({', '.join('?' * width)})"
    left = iter(rows)
    while portion := tuple(islice(left, _MAX_WRITTEN // width)):
        marks = ", ".join([row_marks] * len(portion))
        values = tuple(chain.from_iterable(portion))
        connection.exec_driver_sql(f"{statement} {marks}{tail}", values)


def events_by_record(
    connection: Connection, records: Collection[bytes]
) -> dict[bytes, list[PlacedEvent]]:
    """Return the events of each of these records, in no particular order."""
    query = "SELECT record, t, device, seq, entity, operation, line FROM events WHERE record IN"
    return placed_by_record(rows_in(connection, query, records))


def placed_by_record(
    rows: Iterable[tuple[bytes, int, bytes, int, str, str, bytes | None]],
) -> dict[bytes, list[PlacedEvent]]:
    """Return rows of the journal in the form that the fold takes, by record."""
    found: dict[bytes, list[PlacedEvent]] = {}
    for record, t, device, seq, entity, operation, line in rows:
        placed = PlacedEvent(t, uid_text(device), seq, entity, operation, line)
        found.setdefault(record, []).append(placed)
    return found


@lru_cache(maxsize=1000)
def uid_text(uid: bytes) -> str:
    """Return a uid as events write it."""
    return str(UUID(bytes=uid))


def headquarters_in(connection: Connection) -> set[bytes]:
    """Return the offices known as headquarters."""
    rows = connection.exec_driver_sql(_HEADQUARTERS, (OfficeRole.HEADQUARTERS,))
    return {office for (office,) in rows}
