"""Plans of exports, which a person reviews before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.exchange.exporting.recipients import introduced_stations, recipients_of
from outreach_app.exchange.exporting.unsent_ranges import (
    Logs,
    PlannedRange,
    RangeCounts,
    list_named,
)
from outreach_app.exchange.stations.registry import (
    headquarters_stations,
    office_stations,
    precinct_stations,
    sibling_stations,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Station
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.services.offices import require_headquarters


class Receiver(StrEnum):
    """The receiver of bundles; the own office's second PC is the sibling."""

    HEADQUARTERS = "headquarters"
    SIBLING = "sibling"
    PRECINCT = "precinct"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What goes to whom; `records` counts it by noun, as events name them.

    If nothing changed, one range without events tells the receiver so. `names` counts the names and
    contacts that stay here unless a person includes them. `stations` are the receivers' devices,
    `recipients` the keys that can open it, `offices` those whose logs it acknowledges.
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


def plan_export(session: Session, to: Receiver, *, is_full: bool = False) -> ExportPlan:
    """Plan everything a receiver has not acknowledged, or everything; it may be empty.

    Raises NotFound (`no_receiver`) if no such station is enrolled.
    """
    find = {Receiver.HEADQUARTERS: headquarters_stations, Receiver.SIBLING: sibling_stations}
    stations = find[to](session)
    if not stations:
        message = _(
            "No station is enrolled to receive this file. Ask the other station for its card,"
            " and enrol it first."
        )
        raise NotFound(message, code="no_receiver")
    return _Planner(session).plan(to, stations, is_full=is_full)


def plan_answers(session: Session, office: UUID | None = None) -> list[ExportPlan]:
    """Plan headquarters' answer to each enrolled precinct station, or to one office's.

    Raises NotAllowed.
    """
    require_headquarters(session)
    planner = _Planner(session)
    return [
        planner.plan(Receiver.PRECINCT, [station])
        for station in precinct_stations(session)
        if office in (None, station.office)
    ]


def list_named_records(session: Session, plans: Iterable[ExportPlan]) -> list[NamingRecord]:
    """Return the records of these plans whose text, which is not withheld, names a known person.

    A person reviews them first. The own second PC gets the names too, so nothing is said of it.
    """
    ranges = dict.fromkeys(row.ranges for row in plans if row.receiver is not Receiver.SIBLING)
    return list(dict.fromkeys(found for each in ranges for found in list_named(session, each)))


def several_answers(plans: Sequence[ExportPlan]) -> str | None:
    """Return what to do about offices that get several answers; None if none does.

    A second computer and one that was restored under another number are alike in their files, so
    only a person can say which of them is left.
    """
    answers = Counter(plan.office for plan in plans if plan.receiver is Receiver.PRECINCT)
    several = sum(1 for count in answers.values() if count > 1)
    if not several:
        return None
    message = _(
        "Precincts that get several answers, one for each computer: {count}. If one of these "
        "computers was replaced or restored from a backup, enrol the card of the present one, then "
        "revoke the former number."
    )
    return message.format(count=isolate(str(several)))


class _Planner:
    """Plans for one receiver after another; what is the same for all is read once."""

    def __init__(self, session: Session) -> None:
        self._logs = Logs(session)
        self._own = office_stations(session)
        self._introduced = introduced_stations(session)
        self._offices = set(session.scalars(select(Station.office)))

    def plan(
        self, to: Receiver, stations: Sequence[Station], *, is_full: bool = False
    ) -> ExportPlan:
        devices = tuple(station.device for station in stations)
        office, is_sibling = stations[0].office, to is Receiver.SIBLING
        offices = list(dict.fromkeys(row.office for row in (*self._own, *stations)))
        ranges = self._logs.ranges(offices, devices, is_full=is_full)
        counts = self._logs.counts(ranges)
        return ExportPlan(
            receiver=to,
            office=office,
            stations=devices,
            recipients=recipients_of(stations, self._own, self._introduced[office]),
            offices=tuple(sorted(self._offices if is_sibling else offices)),
            ranges=ranges,
            events=counts.events,
            records=_records(counts, to, office),
            names=counts.names if to is Receiver.HEADQUARTERS else 0,
        )


def _records(counts: RangeCounts, to: Receiver, office: UUID) -> Mapping[str, int]:
    match to:
        case Receiver.SIBLING:
            return counts.records
        case Receiver.HEADQUARTERS:
            return counts.for_headquarters()
        case Receiver.PRECINCT:
            return counts.for_precinct(office)
