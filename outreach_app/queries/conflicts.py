"""Conflicts: changes made apart on two computers, where one took the other's place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.events import Event, Json, Placed, decode
from outreach_app.journal import events_of
from outreach_app.models import (
    JOURNALED,
    Device,
    FoundConflict,
    Meeting,
    Partner,
    Person,
    Record,
)
from outreach_app.models.base import Group, Link, from_json
from outreach_app.queries.duplicates import name_of

DELETED = "is_deleted"  # the name under which a clash of deleting and changing is listed


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two events set without seeing each other; `kept` is the later one's."""

    field: str
    kept: Event
    lost: Event

    @property
    def values(self) -> tuple[Json, Json]:
        """What is kept and what was lost, as events write it."""
        if self.field == DELETED:
            return self.kept.op == "del", self.lost.op == "del"
        return self.kept.d.get(self.field), self.lost.d.get(self.field)


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of two values, by column as the entity holds it, and who wrote it, when and where.

    `letter` is that of the computer's numbers, "" for the office's first.
    """

    values: dict[str, object]
    by: Actor | None
    at: datetime
    is_this_computer: bool
    letter: str


@dataclass(frozen=True, slots=True)
class ConflictField:
    """A field, or what moves together with it, as both sides wrote it."""

    name: str
    kept: ConflictSide
    lost: ConflictSide


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A record with a change that took another's place unseen; `meeting` is the one it is of."""

    id: int
    entity: str
    record: UUID
    version: str
    meeting: UUID | None
    fields: tuple[ConflictField, ...]


def list_conflicts(session: Session) -> list[ConflictRow]:
    """The conflicts that nobody reviewed yet, the oldest first."""
    rows = session.scalars(
        select(FoundConflict).where(FoundConflict.reviewed_at.is_(None)).order_by(FoundConflict.id)
    )
    return [_row(session, found) for found in rows]


def count_conflicts(session: Session) -> int:
    """How many conflicts wait for a person."""
    statement = select(func.count()).where(FoundConflict.reviewed_at.is_(None))
    return session.scalar(statement) or 0


def find_clashes(events: Collection[Placed], version: str) -> list[Clash]:
    """The fields in which the event of a version took the place of one its author had not seen.

    A field that was set again since is settled: whoever did it saw both.
    """
    ordered = sorted(events, key=lambda event: (event.t, event.device, event.seq))
    versions = [event.version for event in ordered]
    place = versions.index(version)
    later = _decoded(ordered[place : place + 1])
    if not later or later[0].base not in versions:
        return []  # what its author saw is withheld, or has not come yet
    unseen = _decoded(ordered[versions.index(later[0].base) + 1 : place])
    since = _decoded(ordered[place + 1 :])
    return list(_clashes(later[0], unseen, since))


def _clashes(kept: Event, unseen: list[Event], since: list[Event]) -> Iterator[Clash]:
    for name in kept.d:
        lost = next((event for event in reversed(unseen) if name in event.d), None)
        is_settled = any(name in event.d for event in since)
        if lost is not None and not is_settled and lost.d[name] != kept.d[name]:
            yield Clash(name, kept, lost)
    if unseen and not since and unseen[-1].op != kept.op:
        yield Clash(DELETED, kept, unseen[-1])


def _decoded(events: list[Placed]) -> list[Event]:
    return [decode(event.line) for event in events if event.line is not None]


def _row(session: Session, found: FoundConflict) -> ConflictRow:
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
        for clash in find_clashes(events, found.version)
    )
    return ConflictRow(
        found.id, found.entity, found.record, found.version, _meeting_of(record), fields
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
    """What people call the partner or the person that a link leads to, in both scripts."""
    if linked is None:
        return None
    for model in (Partner, Person):
        record = session.scalars(select(model).where(model.uid == UUID(str(linked)))).one_or_none()
        if isinstance(record, Partner | Person):
            name = name_of(record)
            return " · ".join(part for part in (name.ar, name.fr) if part)
    return None


def _meeting_of(record: Record | None) -> UUID | None:
    meeting = record if isinstance(record, Meeting) else getattr(record, "meeting", None)
    return meeting.uid if meeting is not None else None
