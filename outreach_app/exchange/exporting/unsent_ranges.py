"""The ranges of this store's logs that a receiver has not acknowledged."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.events import Operation
from outreach_app.exchange.exporting.addressing import ADDRESSED, EVERY_PRECINCT, count_addressed
from outreach_app.exchange.exporting.awaited_lines import AwaitedLines
from outreach_app.exchange.format.ranges import Span, common, united, without
from outreach_app.exchange.importing.acknowledgements import (
    Said,
    held_spans,
    list_said,
    order_of_speech,
    signed_heads,
)
from outreach_app.exchange.stations.cards import decode_certificates
from outreach_app.exchange.stations.registry import own_station, own_stations
from outreach_app.models import Device, JournalEvent, Station
from outreach_app.noun_words import ERASURE
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_naming_people import NamingRecord, list_records_naming_people
from outreach_app.queries.withdrawn_records import count_withdrawn, select_withdrawn
from outreach_app.rules.claims import OFFICE_ONLY
from outreach_app.rules.kinds import OfficeRole

_NAMES = "identity"  # names and contacts: withheld from all by default


@dataclass(frozen=True, slots=True)
class PlannedRange:
    """Events of one device, `first` to `last`; none if `last` is `first` - 1.

    `is_carried` if the device is another station's: its own signature is included, and this store
    signs the file.
    """

    device: UUID
    first: int
    last: int
    is_carried: bool = False

    @property
    def count(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class RangeCounts:
    """The content of ranges: `records` by noun, and the number of `addressed` ones by receiver.

    `events` are the changes that a person sees: records that were withdrawn before any file left
    count in none of these.
    """

    events: int
    records: Mapping[str, int]
    addressed: Mapping[str, Mapping[UUID | None, int]]
    names: int

    def for_headquarters(self) -> dict[str, int]:
        """Return the counts by noun, without what is sent as hashes: names and contacts, claims."""
        withheld = (_NAMES, *OFFICE_ONLY)
        return {noun: count for noun, count in self.records.items() if noun not in withheld}

    def for_precinct(self, office: UUID) -> dict[str, int]:
        """Return the counts by noun, without names and what is addressed to other offices."""
        counts = self.for_headquarters()
        for noun, numbers in self.addressed.items():
            counts[noun] = numbers.get(office, 0) + numbers.get(EVERY_PRECINCT, 0)
        return {noun: count for noun, count in counts.items() if count}


class Logs:
    """The logs of this store, read once; what several receivers lack alike is counted once.

    Headquarters plans for hundreds, most of which have the same.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._signed = {row.device for row in own_stations(session)}
        self._own = session.get_one(Device, own_station(session).device)
        self._stations: defaultdict[UUID, list[Station]] = defaultdict(list)
        for station in session.scalars(select(Station).order_by(Station.device)):
            self._stations[station.office].append(station)
        rows = (row for office in self._stations.values() for row in office)
        self._by_key = {row.key_id: row.device for row in rows}
        self._office_of = {
            row.device: row.office for each in self._stations.values() for row in each
        }
        self._held = held_spans(session)
        self._heads = signed_heads(session, list(self._held))
        self._said = list_said(session)
        self._spoke = order_of_speech(session)
        own = get_own_office(session).uid
        self._awaited = AwaitedLines(session, own, [row.device for row in self._stations[own]])
        self._counts: dict[tuple[PlannedRange, ...], RangeCounts] = {}

    def ranges(
        self, offices: Collection[UUID], holders: Sequence[UUID], *, is_full: bool
    ) -> tuple[PlannedRange, ...]:
        """Return what the holders lack of the logs of these offices' devices.

        Events that a former device of this store left unsent are included; another office's logs
        are carried to holders that reported on them. There always is a range of the current device,
        even without events, so that the receiver can distinguish 'no changes' from 'nothing sent',
        and learns of new devices.
        """
        stations = [row for office in offices for row in self._stations[office]]
        own = [
            PlannedRange(row.device, first, last)
            for row in stations
            if row.device in self._signed
            for first, last in self._missing(row.device, holders, is_full=is_full)
        ]
        if self._own.uid not in {row.device for row in own}:
            own.append(PlannedRange(self._own.uid, self._own.upto + 1, self._own.upto))
        return (*own, *self._carried(stations, holders))

    def counts(self, ranges: tuple[PlannedRange, ...]) -> RangeCounts:
        """Count what these ranges contain."""
        if ranges not in self._counts:
            self._counts[ranges] = _count(self._session, ranges)
        return self._counts[ranges]

    def _missing(self, device: UUID, holders: Sequence[UUID], *, is_full: bool) -> list[Span]:
        """Return what holders that reported on a log lack; others will ask for theirs."""
        said = self._said_of(device, holders)
        if is_full or not said:
            return self._held[device]
        receiver = self._office_of[holders[0]]
        lines = [self._awaited.of(device, row.stubs, receiver) for row in said]
        missing = without(self._held[device], self._has(device, holders))
        return united(chain(missing, *lines))

    def _has(self, device: UUID, holders: Sequence[UUID]) -> list[Span]:
        """Return the intersection of the ranges that holders reported of a log."""
        said = self._said_of(device, holders)
        has = list(said[0].held) if said else []
        for row in said[1:]:
            has = common(has, row.held)
        return has

    def _said_of(self, device: UUID, holders: Sequence[UUID]) -> list[Said]:
        """Return what the holders reported of a log.

        A holder that reported last without naming the log has none of it. Others that did not name
        it may be former devices of a restored store: they report no more, and what they held may be
        lost.
        """
        said = [row for holder in holders if (row := self._said.get((holder, device)))]
        last = max(holders, key=lambda holder: self._spoke.get(holder, 0))
        if said and last in self._spoke and (last, device) not in self._said:
            said.append(Said((), ()))
        return said

    def _carried(self, stations: Sequence[Station], holders: Sequence[UUID]) -> list[PlannedRange]:
        """Return the ranges of others' logs to carry, as far as they are signed and known there.

        A device that the holders did not name comes with its certificate, by one they know; an
        empty log is carried too if its device may have vouched for another.
        """
        known = {row.device for row in stations if self._has(row.device, holders)}
        left = [row for row in stations if row.device not in self._signed]
        found = []
        while ready := [row for row in left if known & {row.device, *self._vouchers(row)}]:
            left = [row for row in left if row not in ready]
            for row in ready:
                others = [holder for holder in holders if holder != row.device]
                spans = list(self._believable(row.device, others)) if others else []
                if row.device not in known and self._is_signed_empty(row.device):
                    spans = [(1, 0)]
                found += [PlannedRange(row.device, first, last, True) for first, last in spans]
                if spans:
                    known.add(row.device)
        return found

    def _vouchers(self, station: Station) -> Iterator[UUID | None]:
        """Yield the devices whose keys vouched for one, in a file or with its card."""
        yield station.vouched_by
        for certificate in decode_certificates(station.certificates):
            yield self._by_key.get(certificate.signed_by)

    def _is_signed_empty(self, device: UUID) -> bool:
        """Return whether a device has signed that it wrote nothing, and nothing of it is here."""
        return not self._held[device] and any(end.last == 0 for end in self._heads[device])

    def _believable(self, device: UUID, holders: Sequence[UUID]) -> Iterator[Span]:
        """Return what the holders lack of another's log, up to heads it signed or they know.

        To a signed head rather than one they know: a holder that was restored since it reported
        knows less, and would refuse the file.
        """
        signed = [end.last for end in self._heads[device]]
        has = self._has(device, holders)
        for first, last in self._missing(device, holders, is_full=False):
            held = next(end for start, end in self._held[device] if start <= first <= end)
            after = [end for end in signed if last <= end <= held]
            before = [end for end in signed if first <= end < last]
            is_end_known = any(start <= last + 1 and last <= end for start, end in has)
            if after:
                yield first, after[0]
            elif is_end_known and signed[-1:] >= [last]:
                yield first, last
            elif before:
                yield first, before[-1]


def _count(session: Session, ranges: Sequence[PlannedRange]) -> RangeCounts:
    if not any(row.count for row in ranges):
        return RangeCounts(0, {}, {}, 0)
    among = _is_in(ranges)
    changed = select(JournalEvent.record).where(
        among, JournalEvent.record.not_in(select_withdrawn(among))
    )
    is_headquarters = get_own_office(session).role == OfficeRole.HEADQUARTERS
    events = sum(row.count for row in ranges) - count_withdrawn(session, among)
    return RangeCounts(
        events=events,
        records=_count_records(session, changed, ADDRESSED if is_headquarters else ()),
        addressed=count_addressed(session, _is_in(ranges)) if is_headquarters else {},
        names=_count_names(session, changed),
    )


def list_named(session: Session, ranges: Sequence[PlannedRange]) -> list[NamingRecord]:
    """Return the records of these ranges whose text names a person."""
    if not any(row.count for row in ranges):
        return []
    changed = select(JournalEvent.record).where(_is_in(ranges))
    return list_records_naming_people(session, changed)


def _is_in(ranges: Sequence[PlannedRange]) -> ColumnElement[bool]:
    parts = (
        and_(JournalEvent.device == row.device, JournalEvent.seq.between(row.first, row.last))
        for row in ranges
    )
    return or_(false(), *parts)


def _count_records(
    session: Session, changed: Select[UUID], addressed: Collection[str]
) -> dict[str, int]:
    """Count the records by noun, purged ones as erasures unless their purge leaves as a hash."""
    purges = func.count(case((JournalEvent.operation == Operation.PURGE, 1)))
    is_erasure = and_(purges > 0, JournalEvent.entity.not_in((*OFFICE_ONLY, *addressed)))
    noun = case((is_erasure, ERASURE), else_=JournalEvent.entity).label("noun")
    of_each = changed.add_columns(noun).group_by(JournalEvent.record, JournalEvent.entity)
    found = of_each.subquery().c
    counted = select(found.noun, func.count()).group_by(found.noun)
    return dict(session.execute(counted.order_by(found.noun)).all())


def _count_names(session: Session, changed: Select[UUID]) -> int:
    """Count the names to be sent, without erased ones."""
    names = changed.where(
        JournalEvent.entity == _NAMES,
        JournalEvent.operation != Operation.PURGE,
        JournalEvent.line.is_not(None),
    )
    return session.scalar(select(func.count()).select_from(names.distinct().subquery())) or 0
