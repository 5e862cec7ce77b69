"""The history of a record: who changed what, when, from what to what."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.events import Event, Fields, Json, Operation, PlacedEvent, decode
from outreach_app.journal import events_of, events_of_each
from outreach_app.models import Identity, Record
from outreach_app.models.base import Group, Link, from_json
from outreach_app.queries.families import Relative, list_family
from outreach_app.queries.lasting_changes import without_undone
from outreach_app.rights import Right, allows
from outreach_app.rules.names import Bilingual


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event of a record; `changes` maps a field to (before, after) as events write them."""

    at: str
    by: str
    operation: str
    changes: dict[str, tuple[Json, Json]]


class ChangeKind(StrEnum):
    """What happened to a record."""

    REGISTERED = "registered"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"
    CLEARED = "cleared"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A column before and after, in the entity's types: a day is a date, codes are a tuple."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """The change that one write made to one record; the title is None for the requested record."""

    entity: str
    title: Bilingual | None
    kind: ChangeKind
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One write: when, by whom (None for a role this version does not know), its changes."""

    at: datetime
    by: Actor | None
    changes: tuple[RecordChange, ...]


def list_changes(session: Session, uid: UUID) -> list[ChangeRow]:
    """Return the changes of a record, oldest first.

    What is withheld, erased or was undone is left out.
    """
    return list(_changes(session, uid))


def list_history(session: Session, uid: UUID) -> list[HistoryEntry]:
    """Return the changes of a record and its dependants, newest first.

    The latter are e.g. a person's identity and a meeting's points and commitments. What is withheld
    here is left out. Raises NotFound.
    """
    steps = [
        (event.t, event.by, event.at, change)
        for relative in list_family(session, uid)
        for event, change in _steps(session, relative)
    ]
    steps.sort(key=lambda step: step[:3])
    entries = [
        HistoryEntry(
            datetime.fromisoformat(at),
            actor_of(by),
            _join_changes([change for *_place, change in group]),
        )
        for (_t, by, at), group in groupby(steps, key=lambda step: step[:3])
    ]
    return entries[::-1]


def list_values(
    session: Session, records: Collection[Record]
) -> dict[UUID, list[tuple[date, dict[str, object]]]]:
    """Return the values that each write set in each record, oldest first, with its local day.

    Values are in the entity's types, by column, without links; what was undone is left out.
    """
    found = events_of_each(session, [record.uid for record in records])
    return {
        record.uid: [
            (clock.local(datetime.fromisoformat(event.at)).date(), _columns(record, event.d))
            for event in without_undone(_visible_events(session, found[record.uid]))
        ]
        for record in records
    }


def columns_at(session: Session, record: Record, moment: datetime) -> dict[str, object]:
    """Return the columns of a record, without links, at a moment, or as first written after it."""
    columns: dict[str, object] = {}
    for event in _events(session, record.uid):
        if columns and datetime.fromisoformat(event.at) >= moment:
            break
        columns |= _columns(record, event.d)
    return columns


def _changes(session: Session, uid: UUID) -> Iterator[ChangeRow]:
    known: Fields = {}
    for event in without_undone(_events(session, uid)):
        changes = {name: (known.get(name), value) for name, value in event.d.items()}
        known |= event.d
        yield ChangeRow(event.at, event.by, event.op, changes)


def _steps(session: Session, relative: Relative) -> Iterator[tuple[Event, RecordChange]]:
    """Yield the events of a record with what each changed, without those that changed no column."""
    known: dict[str, object] = {}
    former: Event | None = None
    for event in _events(session, relative.record.uid):
        kind = _kind(event, former)
        columns = _columns(relative.record, event.d)
        changes = tuple(
            FieldChange(name, known.get(name), value)
            for name, value in columns.items()
            if known.get(name) != value and kind is not ChangeKind.CLEARED
        )
        if changes or kind is not ChangeKind.CHANGED:
            yield event, RecordChange(event.ent, relative.title, kind, changes)
        known = {} if kind is ChangeKind.ERASED else known | columns
        former = event


def _join_changes(changes: list[RecordChange]) -> tuple[RecordChange, ...]:
    """Join the changes of one write to a record and to its identity, which are one to people."""
    told: list[RecordChange] = []
    for change in changes:
        last = told[-1] if told else None
        if last and change.entity == "identity" and last.kind is change.kind:
            told[-1] = replace(last, fields=last.fields + change.fields)
        else:
            told.append(change)
    return tuple(told)


def _kind(event: Event, former: Event | None) -> ChangeKind:
    if event.op == Operation.PURGE:
        return ChangeKind.ERASED
    if event.op == Operation.CLEAR:
        return ChangeKind.CLEARED
    if event.op == Operation.DELETE:
        return ChangeKind.DELETED
    if event.base is None:
        return ChangeKind.REGISTERED
    is_back = former is not None and former.op == Operation.DELETE
    return ChangeKind.RESTORED if is_back else ChangeKind.CHANGED


def _columns(record: Record, fields: Fields) -> dict[str, object]:
    """Return the columns that an event sets, without links, which titles show."""
    columns: dict[str, object] = {}
    for field in record.contract.fields:
        if isinstance(field, Link) or field.name not in fields:
            continue
        value = fields[field.name]
        if isinstance(field, Group):
            held = value if isinstance(value, dict) else {}
            columns |= {
                name: from_json(type(record), name, held.get(name)) for name in field.columns
            }
        else:
            columns[field.name] = from_json(type(record), field.name, value)
    return columns


def _events(session: Session, uid: UUID) -> Iterator[Event]:
    return _visible_events(session, events_of(session, uid))


def _visible_events(session: Session, events: Iterable[PlacedEvent]) -> Iterator[Event]:
    """Yield a record's events in the order of the fold, without stubs, which have no content.

    Those of a name are left out if the role may not see it.
    """
    shows_names = allows(session, Right.NAMES)
    for row in sorted(events, key=lambda row: (row.t, row.device, row.seq)):
        if row.line is not None and (shows_names or row.entity != Identity.contract.entity):
            yield decode(row.line)


def actor_of(uid: str) -> Actor | None:
    """Return the role that an event names; None for one that this version does not know."""
    return next((actor for actor in Actor if str(actor.value) == uid), None)
