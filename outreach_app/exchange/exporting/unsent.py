"""What the logs of this store hold that a receiver did not say it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.events import Operation
from outreach_app.exchange.exporting.addressing import EVERY_PRECINCT, count_addressed
from outreach_app.exchange.stations.registry import own_station, own_stations
from outreach_app.models import Device, JournalEvent
from outreach_app.queries.acknowledgements import list_acknowledged
from outreach_app.queries.named_people import NamingMeeting, list_meetings_naming_people
from outreach_app.rules.statuses import StationStatus

_NAMES = "identity"  # as events name what is withheld from all


@dataclass(frozen=True, slots=True)
class PlannedRange:
    """Events of one own device, `first` to `last`; none when `last` is `first` - 1."""

    device: UUID
    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class RangeCounts:
    """What ranges hold: `records` by noun, and of those that are `addressed` how many to whom."""

    records: Mapping[str, int]
    addressed: Mapping[str, Mapping[UUID | None, int]]
    names: int
    named_meetings: tuple[NamingMeeting, ...]

    def for_headquarters(self) -> dict[str, int]:
        """By noun, without what travels as a hash alone: names and contacts."""
        return {noun: count for noun, count in self.records.items() if noun != _NAMES}

    def for_precinct(self, office: UUID) -> dict[str, int]:
        """By noun, without names and what is addressed to other offices."""
        counts = self.for_headquarters()
        for noun, numbers in self.addressed.items():
            counts[noun] = numbers.get(office, 0) + numbers.get(EVERY_PRECINCT, 0)
        return {noun: count for noun, count in counts.items() if count}


class OwnLogs:
    """The logs of this store, read once; what several receivers lack alike is counted once.

    Headquarters plans for hundreds, most of which have the same.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._devices = [
            session.get_one(Device, row.device)
            for row in own_stations(session)
            if row.status != StationStatus.FORKED
        ]
        self._own = session.get_one(Device, own_station(session).device)
        self._said = list_acknowledged(session)
        self._counts: dict[tuple[PlannedRange, ...], RangeCounts] = {}

    def ranges(self, holders: Sequence[UUID], *, is_full: bool) -> tuple[PlannedRange, ...]:
        """One range for every device this store ever had: what one left unsent is not lost.

        Where all is held, one without events: an office without news is told from one that does
        not send.
        """
        since = {row.uid: 0 if is_full else self._least(holders, row.uid) for row in self._devices}
        ranges = [PlannedRange(row.uid, since[row.uid] + 1, row.upto) for row in self._devices]
        nothing = PlannedRange(self._own.uid, self._own.upto + 1, self._own.upto)
        return tuple(row for row in ranges if row.count > 0) or (nothing,)

    def counts(self, ranges: tuple[PlannedRange, ...]) -> RangeCounts:
        """Count what these ranges hold."""
        if ranges not in self._counts:
            self._counts[ranges] = _count(self._session, ranges)
        return self._counts[ranges]

    def _least(self, holders: Sequence[UUID], device: UUID) -> int:
        """How far those of the holders have a log that spoke of it; one that did not asks then."""
        said = (self._said.get((holder, device)) for holder in holders)
        return min((upto for upto in said if upto is not None), default=0)


def _count(session: Session, ranges: Sequence[PlannedRange]) -> RangeCounts:
    changed = select(JournalEvent.record).where(_is_in(ranges))
    return RangeCounts(
        records=_count_records(session, changed),
        addressed=count_addressed(session, _is_in(ranges)),
        names=_count_names(session, changed),
        named_meetings=tuple(list_meetings_naming_people(session, changed)),
    )


def _is_in(ranges: Sequence[PlannedRange]) -> ColumnElement[bool]:
    parts = (
        and_(JournalEvent.device == row.device, JournalEvent.seq.between(row.first, row.last))
        for row in ranges
    )
    return or_(false(), *parts)


def _count_records(session: Session, changed: Select[UUID]) -> dict[str, int]:
    found = changed.add_columns(JournalEvent.entity).distinct().subquery().c
    counted = select(found.entity, func.count()).group_by(found.entity)
    return dict(session.execute(counted.order_by(found.entity)).all())


def _count_names(session: Session, changed: Select[UUID]) -> int:
    """Without those that were erased: nothing is left of them to go along."""
    names = changed.where(
        JournalEvent.entity == _NAMES,
        JournalEvent.operation != Operation.PURGE,
        JournalEvent.line.is_not(None),
    )
    return session.scalar(select(func.count()).select_from(names.distinct().subquery())) or 0
