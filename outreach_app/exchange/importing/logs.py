"""The log of a device as it is here: its events, the seams between its parts, its gaps."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from outreach_app.database.statements import rows_in
from outreach_app.erased_lines import erase_cleared, erase_lines
from outreach_app.events import GENESIS, MAX_INTEGER, Operation
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.format.heads import SignedHead
from outreach_app.exchange.format.payload import BundleEntry
from outreach_app.exchange.importing.bulk_sql import events_by_record, write_rows
from outreach_app.exchange.importing.checking import Arrival
from outreach_app.exchange.importing.columns import uid_bytes

_HEADS = (
    "SELECT seq, head FROM events WHERE device = ?1 AND seq ="
    " (SELECT max(seq) FROM events WHERE device = ?1 AND seq < ?2)"
)


def write_events(
    connection: Connection, opened: OpenedBundle, arrival: Arrival, known: Collection[bytes]
) -> bool:
    """Write the events that arrived, without lines of purged records or words cleared since.

    Return whether any such words were here.
    """
    device = uid_bytes(opened.sender.device)
    erased = _purged(connection, arrival, known)
    write_rows(connection, "INSERT INTO events VALUES", _rows(device, arrival.new, erased))
    lines = [
        (entry.line, device, entry.sent.seq)
        for entry in arrival.upgraded
        if entry.sent.op == Operation.PURGE or entry.record not in erased
    ]
    if lines:
        update = "UPDATE events SET line = ? WHERE device = ? AND seq = ?"
        connection.exec_driver_sql(update, lines)
    erase_lines(connection, erased)
    cleared = events_by_record(connection, _cleared_records(connection, arrival, known))
    were_here = [erase_cleared(connection, events) for events in cleared.values()]
    return any(were_here)


def write_seams(connection: Connection, opened: OpenedBundle) -> None:
    """Keep the hash before a part that came without its predecessor."""
    device, span = uid_bytes(opened.sender.device), opened.manifest.range
    if span.count:
        connection.exec_driver_sql(
            "INSERT INTO seams VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (device, span.first - 1, bytes.fromhex(span.prev)),
        )
    connection.exec_driver_sql(
        "DELETE FROM seams WHERE device = ?1 AND (seq = 0 OR EXISTS (SELECT 1 FROM events"
        " WHERE events.device = seams.device AND events.seq = seams.seq))",
        (device,),
    )


def keep_head(connection: Connection, device: bytes, signed: SignedHead, upto: int) -> None:
    """Keep a signed head of events held here; within the unbroken part, only the newest.

    The head of a device without events is kept too, to introduce the device when it is carried.
    """
    connection.exec_driver_sql(
        "INSERT INTO kept_heads SELECT device, seq, head, ?4 FROM events"
        " WHERE device = ?1 AND seq = ?2 AND head = ?3"
        " UNION SELECT ?1, 0, ?5, ?4 WHERE ?2 = 0 AND ?3 = ?5 ON CONFLICT DO NOTHING",
        (device, signed.last, bytes.fromhex(signed.head), signed.signature, GENESIS),
    )
    connection.exec_driver_sql(
        "DELETE FROM kept_heads WHERE device = ?1 AND last <"
        " (SELECT max(last) FROM kept_heads WHERE device = ?1 AND last <= ?2)",
        (device, upto),
    )


def missing(connection: Connection, device: bytes) -> list[tuple[int, int]]:
    """Return the (first, last) of each gap in the log."""
    seams = "SELECT seq FROM seams WHERE device = ? ORDER BY seq"
    return [
        (_end_before(connection, device, seq)[0] + 1, seq)
        for (seq,) in connection.exec_driver_sql(seams, (device,)).all()
    ]


def whole_part(connection: Connection, device: bytes) -> tuple[int, bytes]:
    """Return the last seq without a gap before it, and the chain's hash there."""
    first_seam = connection.exec_driver_sql(
        "SELECT min(seq) FROM seams WHERE device = ?", (device,)
    ).scalar()
    return _end_before(connection, device, MAX_INTEGER if first_seam is None else first_seam)


def _end_before(connection: Connection, device: bytes, seq: int) -> tuple[int, bytes]:
    row = connection.exec_driver_sql(_HEADS, (device, seq)).first()
    return (row[0], row[1]) if row is not None else (0, GENESIS)


def _purged(connection: Connection, arrival: Arrival, known: Collection[bytes]) -> set[bytes]:
    """Return which of these records were purged, now or before."""
    query = "SELECT record FROM events WHERE operation = 'purge' AND record IN"
    before = {record for (record,) in rows_in(connection, query, known)}
    return before | _with(arrival, Operation.PURGE)


def _cleared_records(
    connection: Connection, arrival: Arrival, known: Collection[bytes]
) -> set[bytes]:
    """Return which of these records had words cleared, now or before."""
    query = "SELECT record FROM events WHERE operation = 'clear' AND record IN"
    before = {record for (record,) in rows_in(connection, query, known)}
    return before | _with(arrival, Operation.CLEAR)


def _with(arrival: Arrival, operation: Operation) -> set[bytes]:
    return {
        record
        for record, entries in arrival.records.items()
        for entry in entries
        if entry.sent.op == operation
    }


def _rows(
    device: bytes, entries: Iterable[BundleEntry], erased: set[bytes]
) -> list[tuple[bytes | int | str | None, ...]]:
    rows: list[tuple[bytes | int | str | None, ...]] = []
    for entry in entries:
        sent, record, line = entry.sent, entry.record, entry.line
        if record in erased and sent.op != Operation.PURGE:
            line = None
        hashes = (entry.line_hash, entry.head)
        rows.append((device, sent.seq, sent.t, sent.ent, record, sent.op, line, *hashes))
    return rows
