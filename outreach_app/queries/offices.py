"""Headquarters' registry: enrolled precincts, what each sent week by week, its gaps."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, Select, exists, func, literal_column, select, type_coerce
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Bundle, Device, JournalEvent, Office, Station
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.registered_offices import OfficePlace, list_precincts, named
from outreach_app.queries.weekly_files import (
    DEADLINE,
    WEEK,
    Mark,
    bundles_since,
    last_written,
    merged,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import command_of, district_of, region_of_city


class WeekState(StrEnum):
    """What an office sent for one week; "" before it was enrolled."""

    SENT = "sent"
    LATE = "late"
    GAP = "gap"
    NEVER = "never"
    AWAITED = "awaited"
    NOT_ENROLLED = ""


@dataclass(frozen=True, slots=True)
class MissingRange:
    """Changes that are missing, both numbers included, though later ones came."""

    device: UUID
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A precinct; `id` is its local id, None until its first bundle was imported.

    `last_sent` is when it wrote the last bundle that was imported.
    """

    uid: UUID
    id: OfficeId | None
    name: Bilingual
    city: Bilingual
    number: str | None
    region: str | None
    command: Bilingual | None
    district: Bilingual | None
    stations: tuple[UUID, ...]
    is_revoked: bool
    last_sent: datetime | None
    missing: tuple[MissingRange, ...]
    weeks: tuple[WeekState, ...]

    def has_week(self, state: WeekState) -> bool:
        """Return whether a week has this state; a gap lasts while changes are missing."""
        return bool(self.missing) if state is WeekState.GAP else state in self.weeks


class _Station(NamedTuple):
    """The columns of a station that the list needs; entities of all of them would cost more."""

    office: UUID
    device: UUID
    enrolled_at: datetime
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    number: str | None


class _Office(NamedTuple):
    """The columns of an office that the list needs."""

    id: int
    letterhead_ar: str
    letterhead_fr: str


_STATION = tuple(getattr(Station, name) for name in _Station._fields)
_OFFICE = tuple(getattr(Office, name) for name in _Office._fields)


def list_offices(session: Session, weeks: Sequence[date], today: date) -> list[OfficeRow]:
    """Return the enrolled precincts by region, command and name; `weeks` are Mondays."""
    stations: dict[UUID, list[_Station]] = defaultdict(list)
    known = select(*_STATION).where(Station.role == OfficeRole.PRECINCT)
    for row in session.execute(known.order_by(Station.enrolled_at, Station.device)):
        station = _Station(*row)
        stations[station.office].append(station)
    known_as = select(type_coerce(Office.uid, LargeBinary), *_OFFICE)
    offices = {bytes(uid): _Office(*of) for uid, *of in session.execute(known_as)}
    missing, accepted = _missing(session), accepted_devices(session)
    marks, last_sent = bundles_since(session, weeks)
    rows = []
    for uid, of_office in stations.items():
        devices = [station.device for station in of_office]
        of_devices = [marks[device.bytes] for device in devices if device.bytes in marks]
        enrolled = clock.local(min(station.enrolled_at for station in of_office)).date()
        sent = [last_sent[device.bytes] for device in devices if device.bytes in last_sent]
        last = max(sent, default=None)
        states = _states(weeks, of_devices, enrolled, today, has_sent=last is not None)
        gaps = tuple(gap for device in devices for gap in missing[device])
        is_revoked = accepted.isdisjoint(devices)
        rows.append(_row(offices.get(uid.bytes), of_office, gaps, states, last, is_revoked))
    return sorted(rows, key=_place)


def list_office_places(session: Session) -> list[OfficePlace]:
    """Return the precincts whose records are here, by region, command and name."""
    return sorted(
        list_precincts(session),
        key=lambda row: (row.region or "~", _first(row.command), _first(row.name)),
    )


def list_reports(session: Session) -> dict[UUID, date]:
    """Return the last day that each office's bundles cover, ignoring bundles after a gap."""
    is_whole = Bundle.last.is_(None) | (Bundle.last <= Device.upto)
    written = last_written(is_whole)
    statement = select(Station.office, written).join(Device, Device.uid == Station.device)
    covered: dict[UUID, date] = {}
    for office, moment in session.execute(statement):
        if moment is not None:
            day = clock.local(moment).date()
            covered[office] = max(day, covered.get(office, date.min))
    return covered


def last_weeks(today: date, count: int) -> tuple[date, ...]:
    """Return the Mondays of the last `count` weeks, this week's last."""
    monday = today - timedelta(days=today.weekday())
    return tuple(monday - WEEK * back for back in reversed(range(count)))


def _row(
    office: _Office | None,
    stations: Sequence[_Station],
    missing: tuple[MissingRange, ...],
    weeks: tuple[WeekState, ...],
    last_sent: datetime | None,
    is_revoked: bool,
) -> OfficeRow:
    card = stations[0]
    lines_ar = office.letterhead_ar.splitlines() if office else []
    lines_fr = office.letterhead_fr.splitlines() if office else []
    return OfficeRow(
        uid=card.office,
        id=OfficeId(office.id) if office else None,
        name=Bilingual(card.name_ar, card.name_fr),
        city=Bilingual(card.city_ar, card.city_fr),
        number=card.number,
        region=region_of_city(card.city_ar, card.city_fr),
        command=named(command_of(lines_ar), command_of(lines_fr)),
        district=named(district_of(lines_ar), district_of(lines_fr)),
        stations=tuple(station.device for station in stations),
        is_revoked=is_revoked,
        last_sent=last_sent,
        missing=missing,
        weeks=weeks,
    )


def _place(row: OfficeRow) -> tuple[str, str, str, str]:
    command, district, name = map(_first, (row.command, row.district, row.name))
    return (row.region or "~", command, district, name)


def _first(name: Bilingual | None) -> str:
    return (name.fr or name.ar or "") if name else ""


def _missing(session: Session) -> dict[UUID, list[MissingRange]]:
    """Return the gaps in the log of each device that has any, in order."""
    missing: dict[UUID, list[MissingRange]] = defaultdict(list)
    # Device by device, of which few have a gap: asked for all at once, a server joins every event
    # of the nation with its device.
    for device, upto in session.execute(_with_gap()).all():
        before = func.lag(JournalEvent.seq, literal_column("1"), upto).over(
            order_by=JournalEvent.seq
        )
        after = (
            select(before.label("before"), JournalEvent.seq)
            .where(JournalEvent.device == device, JournalEvent.seq > upto)
            .subquery()
        )
        gaps = select(after).where(after.c.seq > after.c.before + 1).order_by(after.c.seq)
        for held, seq in session.execute(gaps):
            missing[device].append(MissingRange(device, held + 1, seq - 1))
    return missing


def _with_gap() -> Select[UUID, int]:
    """Select the devices that have events here beyond the unbroken part of their logs, and it."""
    later = exists().where(JournalEvent.device == Device.uid, JournalEvent.seq > Device.upto)
    return select(Device.uid, Device.upto).where(later)


_STATES = {
    Mark.LATE: WeekState.LATE,
    Mark.IN_TIME: WeekState.SENT,
    Mark.AFTER_GAP: WeekState.GAP,
}


def _states(
    weeks: Sequence[date],
    of_devices: Sequence[Sequence[Mark]],
    enrolled: date,
    today: date,
    *,
    has_sent: bool,
) -> tuple[WeekState, ...]:
    marks = of_devices[0] if len(of_devices) == 1 else merged(weeks, of_devices)
    return tuple(
        _STATES[mark] if mark else _without_file(week, enrolled, today, has_sent=has_sent)
        for week, mark in zip(weeks, marks, strict=False)  # a mark more than weeks
    )


def _without_file(week: date, enrolled: date, today: date, *, has_sent: bool) -> WeekState:
    if week + WEEK <= enrolled:
        return WeekState.NOT_ENROLLED
    if today <= week + DEADLINE:
        return WeekState.AWAITED
    return WeekState.LATE if has_sent else WeekState.NEVER
