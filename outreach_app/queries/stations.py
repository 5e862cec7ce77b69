"""Rows of stations."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Bundle, Device, Station, StationSecret
from outreach_app.queries.acceptance import accepted_devices, is_replaced, pinned_headquarters
from outreach_app.queries.acknowledgements import presented_devices, superseded_devices
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus, StationStatus

_REFUSED = (StationStatus.REVOKED, StationStatus.REPLACED)


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station in a list; its `status` is one of StationStatus.

    FORMER: the store continued under a new device. `voucher` is the computer
    whose key vouched for a station of another office, `vouched` are those it vouched for. `upto` is
    the last of its changes that is here with all before it. `is_sibling` marks the own office's
    other computer; `computer` numbers the computers of another office from 1, None if there is only
    one. `put_aside` counts its files that await a person.
    """

    device: UUID
    office: UUID
    role: str
    number: str | None
    name: Bilingual
    city: Bilingual
    status: str
    revoked_from: int | None
    enrolled_at: datetime
    is_own: bool
    is_sibling: bool
    computer: int | None
    voucher: int | None
    vouched: tuple[int, ...]
    upto: int
    put_aside: int

    @property
    def is_revoked(self) -> bool:
        return self.status == StationStatus.REVOKED

    @property
    def can_be_answered(self) -> bool:
        """Whether it is a precinct whose files are accepted."""
        return (
            self.role == OfficeRole.PRECINCT
            and self.status == StationStatus.ENROLLED
            and not self.is_own
        )

    @property
    def can_be_revoked(self) -> bool:
        """Whether it is another's, and its files are accepted."""
        return not self.is_own and self.status not in _REFUSED


def list_stations(session: Session) -> list[StationRow]:
    """Return every present, former or enrolled station, this store's own first."""
    own = set(session.scalars(select(StationSecret.device)))
    current = session.scalars(select(Device.uid).where(Device.is_current)).one()
    uptos = dict(session.execute(select(Device.uid, Device.upto)).all())
    put_aside = _put_aside(session)
    own_office = get_own_office(session).uid
    statement = select(Station).order_by(Station.enrolled_at, Station.device)
    stations = session.scalars(statement).all()
    accepted, left = (
        accepted_devices(session),
        superseded_devices(session) | presented_devices(session),
    )
    left |= own - {current}
    pinned = pinned_headquarters(session)
    computers = _computers(row for row in stations if row.office != own_office)
    vouched = _vouched(stations, computers)
    rows = [
        StationRow(
            device=row.device,
            office=row.office,
            role=row.role,
            number=row.number,
            name=Bilingual(row.name_ar, row.name_fr),
            city=Bilingual(row.city_ar, row.city_fr),
            status=_status(row, accepted, left, pinned),
            revoked_from=row.revoked_from,
            enrolled_at=row.enrolled_at,
            is_own=row.device in own,
            is_sibling=row.office == own_office and row.device not in own,
            computer=computers.get(row.device),
            voucher=computers.get(row.vouched_by) if row.vouched_by else None,
            vouched=tuple(vouched[row.device]),
            upto=uptos.get(row.device, 0),
            put_aside=put_aside.get(row.device, 0),
        )
        for row in stations
    ]
    return sorted(rows, key=lambda row: not row.is_own)


def _status(
    station: Station, accepted: Container[UUID], left: Container[UUID], pinned: UUID | None
) -> str:
    if is_replaced(station, pinned):
        return StationStatus.REPLACED
    if station.status != StationStatus.ENROLLED:
        return station.status
    if station.device not in accepted:
        return StationStatus.UNVOUCHED
    return StationStatus.FORMER if station.device in left else station.status


def _put_aside(session: Session) -> dict[UUID | None, int]:
    """Count each device's files that were put aside since the last imported one."""
    last = (
        select(Bundle.device, func.max(Bundle.id).label("id"))
        .where(Bundle.status.in_((BundleStatus.IMPORTED, BundleStatus.DUPLICATE)))
        .group_by(Bundle.device)
        .subquery()
    )
    statement = (
        select(Bundle.device, func.count(Bundle.file_name.distinct()))
        .outerjoin(last, last.c.device == Bundle.device)
        .where(Bundle.status == BundleStatus.QUARANTINED, Bundle.id > func.coalesce(last.c.id, 0))
        .group_by(Bundle.device)
    )
    return dict(session.execute(statement).all())


def _vouched(
    stations: Iterable[Station], computers: Mapping[UUID, int]
) -> Mapping[UUID | None, list[int]]:
    """Return the numbers of the computers that each device vouches for."""
    vouched: defaultdict[UUID | None, list[int]] = defaultdict(list)
    for station in stations:
        if station.device in computers:
            vouched[station.vouched_by].append(computers[station.device])
    return vouched


def _computers(stations: Iterable[Station]) -> dict[UUID, int]:
    """Return the number of each computer of an office that has several.

    In the order of their uids, i.e. of time: the same on every computer.
    """
    devices: dict[UUID, list[UUID]] = defaultdict(list)
    for station in stations:
        devices[station.office].append(station.device)
    return {
        device: number
        for of_office in devices.values()
        if len(of_office) > 1
        for number, device in enumerate(sorted(of_office), start=1)
    }
