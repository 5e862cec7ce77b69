"""The registered identity of offices in lists and figures, whatever they claim since."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Office, Station
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual


def list_precincts(session: Session) -> list[tuple[Office, Office | Station]]:
    """Return the precincts whose records are here, each with its registered identity.

    An office can give itself any name, city and role, including those of another office.
    """
    registered = _registered(session)
    offices = session.scalars(select(Office).where(~Office.is_deleted).order_by(Office.id))
    each_as = [(office, registered.get(office.uid, office)) for office in offices]
    return [pair for pair in each_as if pair[1].role == OfficeRole.PRECINCT]


def registered_name(session: Session, office: UUID) -> Bilingual | None:
    """Return the name under which an office was registered, or None."""
    known = _registered(session).get(office)
    return Bilingual(known.name_ar, known.name_fr) if known else None


def _registered(session: Session) -> dict[UUID, Station]:
    """Return the station by which each office was first known here."""
    statement = select(Station).order_by(Station.enrolled_at.desc(), Station.device.desc())
    return {station.office: station for station in session.scalars(statement)}
