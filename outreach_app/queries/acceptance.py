"""Stations whose files are accepted: enrolled by card, or vouched for by an accepted station."""

from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Station
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.statuses import StationStatus


def accepted_devices(session: Session) -> set[UUID]:
    """Return the devices whose files are accepted.

    A station is accepted while it is not revoked, and either its card was enrolled or the station
    that vouched for it is accepted: revoking one also ends those that depend on its word alone.
    """
    return set(session.scalars(_select_accepted()))


def dependent_devices(session: Session, device: UUID) -> set[UUID]:
    """Return the other devices that would no longer be accepted if this one were revoked."""
    is_left = (Station.status != StationStatus.REVOKED) & (Station.device != device)
    left = set(session.scalars(_select_accepted_of(is_left)))
    return accepted_devices(session) - left - {device}


def pinned_headquarters(session: Session) -> UUID | None:
    """Return the headquarters that a precinct exchanges with: the last that a person enrolled.

    This stays so if its computers are revoked. None before one is enrolled.
    """
    statement = select(Station.office).where(Station.role == OfficeRole.HEADQUARTERS)
    newest = statement.order_by(Station.enrolled_at.desc(), Station.device.desc())
    return session.scalars(newest.limit(1)).first()


def moment_of_enrolling(session: Session, role: str) -> datetime:
    """Return when a station is enrolled: now, but headquarters after every other.

    Moments are kept to the second and clocks are set back; the last one taken on purpose counts.
    """
    if role != OfficeRole.HEADQUARTERS:
        return clock.now()
    of_headquarters = Station.role == OfficeRole.HEADQUARTERS
    last = session.scalar(select(func.max(Station.enrolled_at)).where(of_headquarters))
    return max(clock.now(), last + timedelta(seconds=1)) if last else clock.now()


def is_replaced(station: Station, pinned: UUID | None) -> bool:
    """Return whether a station belongs to a headquarters that another one replaced."""
    return station.role == OfficeRole.HEADQUARTERS and station.office != pinned


@cache
def _select_accepted() -> Select[UUID]:
    """Build the query once: it runs several times a file, and building costs more than running."""
    return _select_accepted_of(Station.status != StationStatus.REVOKED)


def _select_accepted_of(is_left: ColumnElement[bool]) -> Select[UUID]:
    by_card = select(Station.device).where(is_left, Station.has_card)
    accepted = by_card.cte("accepted", recursive=True)
    vouched = select(Station.device).join(accepted, Station.vouched_by == accepted.c.device)
    return select(accepted.union(vouched.where(is_left)).c.device)
