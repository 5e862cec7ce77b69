"""What an export would hold: looked at by a person before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.exchange.stations import (
    StationStatus,
    headquarters_stations,
    own_station,
    own_stations,
    precinct_stations,
    recipients_of,
    sibling_stations,
)
from outreach_app.i18n import gettext as _
from outreach_app.models import Device, JournalEvent, Office, Point, Reply, Station
from outreach_app.queries.acknowledgements import find_acknowledged
from outreach_app.queries.named_people import NamingMeeting, list_meetings_naming_people
from outreach_app.services.offices import require_headquarters

_NAMES = "identity"  # as events name what is withheld


class Receiver(StrEnum):
    """Whom bundles are written for; the second PC of the own office is the sibling."""

    HEADQUARTERS = "headquarters"
    SIBLING = "sibling"
    PRECINCT = "precinct"


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
class ExportPlan:
    """What goes to whom: `records` counts what leaves by noun, as events name the nouns.

    Where nothing changed, one range without events says what is held, and that nothing did.
    `names` counts the names and contacts that stay here unless a person lets them go along.

    `stations` are the receivers' devices, `recipients` those who can open it, `offices` those of
    whose logs it says what is held. `named_meetings` name a known person in their text, which is
    not withheld: a person looks at them first.
    """

    receiver: Receiver
    office: UUID
    stations: tuple[UUID, ...]
    recipients: tuple[str, ...]
    offices: tuple[UUID, ...]
    ranges: tuple[PlannedRange, ...]
    events: int
    records: Mapping[str, int]
    names: int
    named_meetings: tuple[NamingMeeting, ...]


def plan_export(session: Session, to: Receiver, *, is_full: bool = False) -> ExportPlan:
    """All that a receiver did not acknowledge yet, or all there is; it may be nothing.

    Raises NotFound (`no_receiver`) where no such station is enrolled.
    """
    find = {Receiver.HEADQUARTERS: headquarters_stations, Receiver.SIBLING: sibling_stations}
    stations = find[to](session)
    if not stations:
        message = _(
            "No station is enrolled to receive this file. Ask the other station for its card,"
            " and enrol it first."
        )
        raise NotFound(message, code="no_receiver")
    return _plan(session, to, stations, is_full=is_full)


def plan_answers(session: Session, office: UUID | None = None) -> list[ExportPlan]:
    """Headquarters' answer to each enrolled station of the precincts, or of that one alone.

    Raises NotAllowed.
    """
    require_headquarters(session)
    return [
        _plan(session, Receiver.PRECINCT, [station], is_full=False)
        for station in precinct_stations(session)
        if office in (None, station.office)
    ]


def replies_elsewhere(office: UUID) -> Select[UUID]:
    """The replies to other offices' points, which are none of this one's business."""
    replies = select(Reply.uid).join(Reply.point).join(Office, Office.id == Point.office_id)
    return replies.where(Office.uid != office)


def _plan(
    session: Session, to: Receiver, stations: Sequence[Station], *, is_full: bool
) -> ExportPlan:
    devices = [station.device for station in stations]
    own = own_station(session)
    ranges = _ranges(session, devices, is_full=is_full) or [_nothing(session, own)]
    offices = {own.office, *(station.office for station in stations)}
    office, is_sibling = stations[0].office, to is Receiver.SIBLING
    if is_sibling:
        offices = set(session.scalars(select(Station.office)))
    return ExportPlan(
        receiver=to,
        office=office,
        stations=tuple(devices),
        recipients=tuple(recipients_of(session, stations)),
        offices=tuple(sorted(offices)),
        ranges=tuple(ranges),
        events=sum(row.count for row in ranges),
        records=_count_records(session, ranges, office, holds_all=is_sibling),
        names=0 if is_sibling else _count_names(session, ranges),
        named_meetings=tuple(list_meetings_naming_people(session, _changed(ranges))),
    )


def _ranges(session: Session, holders: Sequence[UUID], *, is_full: bool) -> list[PlannedRange]:
    """One range for every device this store ever had: what one left unsent is not lost."""
    stations = [row for row in own_stations(session) if row.status != StationStatus.FORKED]
    ranges = []
    for station in stations:
        said = None if is_full else find_acknowledged(session, holders, station.device)
        since = said.upto if said else 0
        upto = session.get_one(Device, station.device).upto
        ranges.append(PlannedRange(station.device, since + 1, upto))
    return [row for row in ranges if row.count > 0]


def _nothing(session: Session, own: Station) -> PlannedRange:
    """No events: an office without news is told from one that does not send."""
    upto = session.get_one(Device, own.device).upto
    return PlannedRange(own.device, upto + 1, upto)


def _changed(ranges: Sequence[PlannedRange]) -> Select[UUID]:
    return select(JournalEvent.record).where(_is_in(ranges))


def _is_in(ranges: Sequence[PlannedRange]) -> ColumnElement[bool]:
    parts = (
        and_(JournalEvent.device == row.device, JournalEvent.seq.between(row.first, row.last))
        for row in ranges
    )
    return or_(false(), *parts)


def _count_records(
    session: Session, ranges: Sequence[PlannedRange], office: UUID, *, holds_all: bool
) -> dict[str, int]:
    """By noun, without what travels as a hash alone."""
    changed = _changed(ranges).add_columns(JournalEvent.entity).distinct()
    if not holds_all:
        is_withheld = JournalEvent.record.in_(replies_elsewhere(office))
        changed = changed.where(JournalEvent.entity != _NAMES, ~is_withheld)
    found = changed.subquery().c
    counted = select(found.entity, func.count()).group_by(found.entity)
    return dict(session.execute(counted.order_by(found.entity)).all())


def _count_names(session: Session, ranges: Sequence[PlannedRange]) -> int:
    """Without those that were erased: nothing is left of them to go along."""
    names = _changed(ranges).where(
        JournalEvent.entity == _NAMES,
        JournalEvent.operation != "purge",
        JournalEvent.line.is_not(None),
    )
    return session.scalar(select(func.count()).select_from(names.distinct().subquery())) or 0
