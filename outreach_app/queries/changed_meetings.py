"""Meetings whose figures changed since a report of them was given out."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from outreach_app.events import Fields, Operation, PlacedEvent, decode
from outreach_app.journal import events_of
from outreach_app.models import Bundle, Issue, JournalEvent, StationSecret
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import BundleStatus

_MEETING = "meeting"
_PORTION = 500  # events loaded at once
# By noun, the fields that figures are counted from; a record that came or went counts anyway.
_COUNTED: Mapping[str, frozenset[str]] = {
    _MEETING: frozenset(
        {"status", "when", "kind", "channel", "people", "reached", "bodies", "kinds_present"}
    ),
    "attendance": frozenset({"meeting", "partner", "is_present"}),
    "point": frozenset({"meeting", "kind", "topic", "reaction", "reacted_on"}),
    "commitment": frozenset({"meeting", "made_on", "due_on", "status"}),
    "referral": frozenset({"meeting", "made_on", "sent_on", "answer"}),
}


def count_changed(session: Session, period: Period, since: Issue, most: int) -> int:
    """Count the meetings of a period whose figures changed since an issue, up to `most`.

    Those that were moved or deleted count in the period in which they were. What other stations
    wrote before and sent later counts too.
    """
    changed = set[UUID]()
    for statement in _select_later(session, since):
        with session.scalars(statement.execution_options(yield_per=_PORTION)) as rows:
            for row in rows:
                changed |= _changed_by(session, row, period)
                if len(changed) >= most:
                    return most
    return len(changed)


def _select_later(session: Session, since: Issue) -> Iterator[Select[JournalEvent]]:
    """Yield the selects of what was written here since, and of what arrived.

    Each finds its rows by their device: headquarters' journal is long.
    """
    begun = select(func.min(JournalEvent.t)).where(JournalEvent.record == since.uid)
    counted = select(JournalEvent).where(JournalEvent.entity.in_(_COUNTED))
    yield counted.where(
        JournalEvent.device.in_(select(StationSecret.device)),
        JournalEvent.t > (session.scalar(begun) or 0),
    )
    # A file also brings again what its receiver has not acknowledged.
    brought, former = _brought(Bundle), _brought(earlier := aliased(Bundle))
    had = exists().where(*former, earlier.moved_at <= since.issued_at)
    late = counted.join(Bundle, and_(*brought)).where(Bundle.moved_at > since.issued_at)
    yield late.where(~had.correlate(JournalEvent))


def _brought(file: type[Bundle]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of an imported file that has an event of the journal."""
    return (
        file.device == JournalEvent.device,
        JournalEvent.seq.between(file.first, file.last),
        file.direction == BundleDirection.IN,
        file.status == BundleStatus.IMPORTED,
    )


def _changed_by(session: Session, row: JournalEvent, period: Period) -> set[UUID]:
    """Return the meetings of a period whose figures an event may have changed."""
    if row.line is not None and not _is_counted(row.entity, decode(row.line).d, row.operation):
        return set()
    own = {row.record}
    meetings = own if row.entity == _MEETING else _meetings_of(events_of(session, row.record))
    return {each for each in meetings if _was_in(session, each, period)}


def _is_counted(noun: str, fields: Fields, operation: str) -> bool:
    return operation != Operation.SET or not fields or not _COUNTED[noun].isdisjoint(fields)


def _meetings_of(history: list[PlacedEvent]) -> set[UUID]:
    """Return the meetings that a part of one was ever in; none for what belongs to a remark."""
    said = (decode(event.line).d.get("meeting") for event in history if event.line is not None)
    return {UUID(uid) for uid in said if isinstance(uid, str)}


def _was_in(session: Session, meeting: UUID, period: Period) -> bool:
    """Return whether a meeting ever lay in a period."""
    lines = (event.line for event in events_of(session, meeting))
    said = (decode(line).d.get("when") for line in lines if line is not None)
    days = (str(when.get("held_on")) for when in said if isinstance(when, dict))
    return any(str(period.first) <= day <= str(period.last) for day in days)
