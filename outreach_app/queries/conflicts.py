"""Conflicts: changes made independently on two computers, of which one replaced the other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.events import Event, Json, Operation, PlacedEvent, decode
from outreach_app.journal import events_of
from outreach_app.models import (
    JOURNALED,
    Device,
    FoundConflict,
    Partner,
    Person,
    Record,
)
from outreach_app.models.base import Group, Link, from_json
from outreach_app.queries.duplicates import name_of
from outreach_app.queries.records import find_meeting_of

DELETED = "is_deleted"  # the name of a clash between deleting and changing
_Step = tuple[int, Event]  # an event and its index


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two events set without seeing each other; the later one is `kept`."""

    field: str
    kept: Event
    lost: Event

    @property
    def values(self) -> tuple[Json, Json]:
        """The kept and the lost value, as events write them."""
        if self.field == DELETED:
            return self.kept.op == Operation.DELETE, self.lost.op == Operation.DELETE
        return self.kept.d.get(self.field), self.lost.d.get(self.field)


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of two values, by column, with who wrote it, when and where.

    `letter` is that of the computer's numbers, "" for the office's first.
    """

    values: dict[str, object]
    by: Actor | None
    at: datetime
    is_this_computer: bool
    letter: str


@dataclass(frozen=True, slots=True)
class ConflictField:
    """A field, or columns that change together, as both sides wrote it."""

    name: str
    kept: ConflictSide
    lost: ConflictSide


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A record with a change that replaced an unseen one; `meeting` is the one it belongs to."""

    id: int
    entity: str
    record: UUID
    version: str
    meeting: UUID | None
    fields: tuple[ConflictField, ...]


def list_conflicts(session: Session) -> list[ConflictRow]:
    """Return the conflicts that nobody reviewed yet, oldest first."""
    return [_row(session, found, clashes) for found, clashes in _open(session)]


def count_conflicts(session: Session) -> int:
    """Count the conflicts that await a person."""
    return len(_open(session))


def find_clashes(events: Collection[PlacedEvent], version: str) -> list[Clash]:
    """Return the fields in which a version's event replaced one that its author had not seen.

    A field that was set again since is settled: its author saw both. Undoing that reopens the
    conflict.
    """
    return list(Changes(events).clashes(version))


class Changes:
    """The events of one record in order, read once for any number of versions."""

    def __init__(self, events: Collection[PlacedEvent]) -> None:
        ordered = sorted(events, key=lambda event: (event.t, event.device, event.seq))
        self._events = [None if each.line is None else decode(each.line) for each in ordered]
        self._places: dict[str | None, int] = {}
        self._whole: list[_Step] = []  # those whose line is here
        # and those of them that set a field, by its name
        self._setting: dict[str, list[_Step]] = {}
        for place, (placed, event) in enumerate(zip(ordered, self._events, strict=True)):
            self._places.setdefault(placed.version, place)
            if event is None:
                continue
            is_undo = self._undoes_last(event, placed.device)
            for steps in (self._whole, *(self._setting.setdefault(name, []) for name in event.d)):
                if is_undo:
                    steps.pop()  # neither what was undone nor its undo counts any more
                else:
                    steps.append((place, event))

    def clashes(self, version: str) -> Iterator[Clash]:
        """Yield the fields that `find_clashes` returns for a version."""
        place = self._places[version]
        kept = self._events[place]
        if kept is None or kept.base not in self._places:
            return  # what its author saw is withheld, or has not arrived
        seen = self._places[kept.base]
        for name in kept.d:
            lost = _replaced(self._setting[name], place, seen)
            if lost is not None and lost.d[name] != kept.d[name]:
                yield Clash(name, kept, lost)
        lost = _replaced(self._whole, place, seen)
        if lost is not None and lost.op != kept.op:
            yield Clash(DELETED, kept, lost)

    def _undoes_last(self, event: Event, device: str) -> bool:
        """Return whether an event undoes the last one of the same device, knowing the rest."""
        if len(self._whole) < 2 or event.base is None or not event.base.endswith(f"@{device}"):
            return False
        (place_before, before), (place, last) = self._whole[-2:]
        has_seen = self._places.get(last.base, -1) >= place_before
        return (
            self._places.get(event.base) == place
            and has_seen
            and event.op == before.op
            and event.d == {name: self._value_before(name) for name in last.d}
        )

    def _value_before(self, name: str) -> Json:
        """Return the value that a field had before it was last set."""
        steps = self._setting[name]
        return steps[-2][1].d[name] if len(steps) > 1 else None


def _replaced(steps: Sequence[_Step], place: int, seen: int) -> Event | None:
    """Return the event that the one at `place`, the last of these, replaced unseen."""
    if len(steps) < 2 or steps[-1][0] != place or steps[-2][0] <= seen:
        return None
    return steps[-2][1]


def _open(session: Session) -> list[tuple[FoundConflict, list[Clash]]]:
    """Return the conflicts neither reviewed nor settled by a later change, with their clashes."""
    rows = session.scalars(
        select(FoundConflict).where(FoundConflict.reviewed_at.is_(None)).order_by(FoundConflict.id)
    )
    found = ((row, find_clashes(events_of(session, row.record), row.version)) for row in rows)
    return [(row, clashes) for row, clashes in found if clashes]


def _row(session: Session, found: FoundConflict, clashes: Collection[Clash]) -> ConflictRow:
    model = next(model for model in JOURNALED if model.contract.entity == found.entity)
    record = session.scalars(select(model).where(model.uid == found.record)).one_or_none()
    events = events_of(session, found.record)
    devices = {decode(e.line).s: e.device for e in events if e.line is not None}
    known = {str(device.uid): device for device in session.scalars(select(Device))}

    def side(event: Event, name: str, value: Json) -> ConflictSide:
        device = known[devices[event.s]]
        return ConflictSide(
            values=_columns(session, model, name, value),
            by=next((actor for actor in Actor if str(actor.value) == event.by), None),
            at=datetime.fromisoformat(event.at),
            is_this_computer=device.is_current,
            letter=device.letter,
        )

    fields = tuple(
        ConflictField(
            clash.field,
            side(clash.kept, clash.field, clash.values[0]),
            side(clash.lost, clash.field, clash.values[1]),
        )
        for clash in clashes
    )
    return ConflictRow(
        found.id, found.entity, found.record, found.version, find_meeting_of(record), fields
    )


def _columns(session: Session, model: type[Record], name: str, value: Json) -> dict[str, object]:
    field = next((field for field in model.contract.fields if field.name == name), None)
    if isinstance(field, Link):
        return {name: _title(session, value)}
    if field is None:
        return {name: value}
    if isinstance(field, Group):
        held = value if isinstance(value, dict) else {}
        return {column: from_json(model, column, held.get(column)) for column in field.columns}
    return {name: from_json(model, name, value)}


def _title(session: Session, linked: Json) -> str | None:
    """Return the name of the partner or person that a link leads to, in both languages."""
    if linked is None:
        return None
    for model in (Partner, Person):
        record = session.scalars(select(model).where(model.uid == UUID(str(linked)))).one_or_none()
        if isinstance(record, Partner | Person):
            name = name_of(record)
            return " · ".join(part for part in (name.ar, name.fr) if part)
    return None
