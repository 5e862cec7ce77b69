"""Read shapes of stations."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Device, Station, StationSecret
from outreach_app.queries.records import get_own_office


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station in a list; `status` is enrolled, revoked or forked.

    `upto` is the number of the last of its changes that is here, with all before it. `is_sibling`
    marks the own office's other computer, `computer` tells the computers of another office apart:
    the first has 1, an only one has None.
    """

    device: UUID
    office: UUID
    role: str
    number: str | None
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    status: str
    revoked_from: int | None
    enrolled_at: datetime
    is_own: bool
    is_sibling: bool
    computer: int | None
    upto: int


def list_stations(session: Session) -> list[StationRow]:
    """Every station that this store is, was, or enrolled, in that order."""
    own = set(session.scalars(select(StationSecret.device)))
    uptos = dict(session.execute(select(Device.uid, Device.upto)).all())
    own_office = get_own_office(session).uid
    statement = select(Station).order_by(Station.enrolled_at, Station.device)
    stations = session.scalars(statement).all()
    computers: dict[UUID, list[UUID]] = defaultdict(list)
    for row in stations:
        computers[row.office].append(row.device)
    rows = [
        StationRow(
            device=row.device,
            office=row.office,
            role=row.role,
            number=row.number,
            name_ar=row.name_ar,
            name_fr=row.name_fr,
            city_ar=row.city_ar,
            city_fr=row.city_fr,
            status=row.status,
            revoked_from=row.revoked_from,
            enrolled_at=row.enrolled_at,
            is_own=row.device in own,
            is_sibling=row.office == own_office and row.device not in own,
            computer=_place(row, computers[row.office]) if row.office != own_office else None,
            upto=uptos.get(row.device, 0),
        )
        for row in stations
    ]
    return sorted(rows, key=lambda row: not row.is_own)


def _place(station: Station, of_office: Sequence[UUID]) -> int | None:
    """Devices are numbered by their uids, which tell the time: the same for whoever looks."""
    return sorted(of_office).index(station.device) + 1 if len(of_office) > 1 else None
