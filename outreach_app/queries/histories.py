"""The history of a record: who changed what, when, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.events import Fields, Json, decode
from outreach_app.journal import events_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event of a record; `changes` maps a field to (before, after) as events write them."""

    at: str
    by: str
    operation: str
    changes: dict[str, tuple[Json, Json]]


def list_changes(session: Session, uid: UUID) -> list[ChangeRow]:
    """The changes of a record, the oldest first; withheld and erased ones are left out."""
    return list(_changes(session, uid))


def _changes(session: Session, uid: UUID) -> Iterator[ChangeRow]:
    known: Fields = {}
    for placed in sorted(events_of(session, uid), key=lambda row: (row.t, row.device, row.seq)):
        if placed.line is None:
            continue
        event = decode(placed.line)
        changes = {name: (known.get(name), value) for name, value in event.d.items()}
        known |= event.d
        yield ChangeRow(event.at, event.by, event.op, changes)
