"""Erasure in the journal: lines are replaced by their hashes, so that the chain still verifies."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import Connection

from outreach_app.events import Operation, PlacedEvent, decode
from outreach_app.models import JOURNALED
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS

Eraser = Callable[[Connection, Collection[bytes]], None]
_CONTRACTS = {model.contract.entity: model.contract for model in JOURNALED}


def erase_lines(connection: Connection, records: Collection[bytes]) -> None:
    """Replace the lines of purged records by their hashes."""
    if records:
        _forget_printed(connection)
        erase_unprinted(connection, records)


def erase_unprinted(connection: Connection, records: Collection[bytes]) -> None:
    """Replace the lines of purged records that no document can have printed by their hashes."""
    erase = "UPDATE events SET line = NULL WHERE record = ? AND operation <> 'purge'"
    connection.exec_driver_sql(erase, [(record,) for record in records])


def erase_values(
    connection: Connection, events: Collection[PlacedEvent], names: Collection[str]
) -> bool:
    """Replace by hashes those of a record's lines that give one of these fields a value.

    Return whether there were any. A line stays if no later one repeats all its fields: the fold
    would lose them.
    """
    said: set[str] = set()
    has_erased = False
    erase = "UPDATE events SET line = NULL WHERE device = ? AND seq = ?"
    for event in sorted(events, key=lambda each: (each.t, each.device, each.seq), reverse=True):
        fields = decode(event.line).d if event.line is not None else {}
        if any(fields.get(name) for name in names) and said.issuperset(fields):
            connection.exec_driver_sql(erase, (UUID(event.device).bytes, event.seq))
            has_erased = True
        else:
            said.update(fields)
    if has_erased:
        _forget_printed(connection)
    return has_erased


def _forget_printed(connection: Connection) -> None:
    """Remove the hashes of printed parts: a part may have held the words that go."""
    connection.exec_driver_sql("DELETE FROM printed_parts")


def erase_cleared(connection: Connection, events: Collection[PlacedEvent]) -> bool:
    """Replace by hashes those of a record's lines whose words were cleared later.

    Return whether there were any. Lines without words stay, e.g. one that postpones a commitment.
    """
    ordered = sorted(events, key=lambda each: (each.t, each.device, each.seq))
    clearing = [
        place
        for place, event in enumerate(ordered)
        if event.operation == Operation.CLEAR and event.line is not None
    ]
    if not clearing:
        return False
    return erase_values(
        connection, ordered[: clearing[-1] + 1], _fields_of_words(ordered[0].entity)
    )


def _fields_of_words(entity: str) -> list[str]:
    """Return the fields of a noun that can hold free text, and so name somebody."""
    domains = DOMAINS[entity]
    return [
        field.name
        for field in _CONTRACTS[entity].fields
        if any(isinstance(domains.get(column), Words) for column in field.columns)
    ]
