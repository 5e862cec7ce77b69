"""Read shapes of stations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Device, Station, StationSecret


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station in a list; `status` is enrolled, revoked or forked.

    `upto` is the number of the last of its changes that is here, with all before it.
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
    upto: int


def list_stations(session: Session) -> list[StationRow]:
    """Every station that this store is, was, or enrolled, in that order."""
    own = set(session.scalars(select(StationSecret.device)))
    uptos = dict(session.execute(select(Device.uid, Device.upto)).all())
    stations = session.scalars(select(Station).order_by(Station.enrolled_at, Station.device))
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
            upto=uptos.get(row.device, 0),
        )
        for row in stations
    ]
    return sorted(rows, key=lambda row: not row.is_own)
