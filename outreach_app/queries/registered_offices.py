"""The registered identity of offices in lists and figures, whatever they claim since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, select, type_coerce
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Office, Station
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.records import get_own_office
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import command_of, region_of_city


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """A precinct with records here, by its local id, and where it belongs."""

    id: OfficeId
    uid: UUID
    name: Bilingual
    city: Bilingual
    number: str | None
    region: str | None
    command: Bilingual | None


@dataclass(frozen=True, slots=True)
class SilentPlace:
    """A precinct that was enrolled and has no records here: no card names its command."""

    uid: UUID
    name: Bilingual
    region: str | None
    command: None = None


@dataclass(frozen=True, slots=True)
class KnownOffices:
    """The own office as it is, and each other one as it was registered here.

    An office can give itself any name, city and role, including those of another office.
    """

    own: Office
    registered: Mapping[UUID, Mapping[str, str | None]]

    def value(self, office: Office, column: str) -> Any:
        """Return the value of a column of an office."""
        known = self.registered.get(office.uid, {})
        return known[column] if column in known else getattr(office, column)

    def name_of(self, office: Office) -> Bilingual:
        """Return the name of an office."""
        return Bilingual(self.value(office, "name_ar"), self.value(office, "name_fr"))


def known_offices(session: Session) -> KnownOffices:
    """Return the offices by whose names records are shown."""
    own = get_own_office(session)
    columns = [column.key for column in _KNOWN_BY[Office]]
    registered = {
        uid: dict(zip(columns, known, strict=True))
        for office, known in _registered(session).items()
        if (uid := UUID(bytes=office)) != own.uid
    }
    return KnownOffices(own, registered)


def list_precincts(session: Session) -> list[OfficePlace]:
    """Return the precincts whose records are here, each with its registered identity.

    Columns are read instead of entities: every national figure begins with these hundreds of
    offices.
    """
    registered = _registered(session)
    read = (Office.id, Office.uid, Office.letterhead_ar, Office.letterhead_fr, *_KNOWN_BY[Office])
    offices = select(*read).where(~Office.is_deleted).order_by(Office.id)
    found = []
    for local_id, uid, letterhead_ar, letterhead_fr, *own in session.execute(offices):
        role, name_ar, name_fr, city_ar, city_fr, number = registered.get(uid.bytes, own)
        if role != OfficeRole.PRECINCT:
            continue
        place = OfficePlace(
            id=OfficeId(local_id),
            uid=uid,
            name=Bilingual(name_ar, name_fr),
            city=Bilingual(city_ar, city_fr),
            number=number,
            region=region_of_city(city_ar, city_fr),
            command=named(
                command_of(letterhead_ar.splitlines()), command_of(letterhead_fr.splitlines())
            ),
        )
        found.append(place)
    return found


def list_silent(session: Session, day: date) -> list[SilentPlace]:
    """Return the precincts that were enrolled by a day and of which nothing ever came."""
    end = datetime.combine(day + timedelta(days=1), time(), clock.CASABLANCA)
    accepted = accepted_devices(session)
    known = select(type_coerce(Office.uid, LargeBinary))
    stations = select(Station).where(
        Station.role == OfficeRole.PRECINCT,
        Station.enrolled_at < end,
        type_coerce(Station.office, LargeBinary).not_in(known),
    )
    newest_first = stations.order_by(Station.enrolled_at.desc(), Station.device.desc())
    found = {row.office: row for row in session.scalars(newest_first) if row.device in accepted}
    return [
        SilentPlace(
            uid, Bilingual(row.name_ar, row.name_fr), region_of_city(row.city_ar, row.city_fr)
        )
        for uid, row in found.items()
    ]


def registered_name(session: Session, office: UUID) -> Bilingual | None:
    """Return the name under which an office was registered, or None."""
    known = _registered(session).get(office.bytes)
    return Bilingual(known[1], known[2]) if known else None


def named(arabic: str | None, french: str | None) -> Bilingual | None:
    """Return a name in the languages that it has; None without any."""
    return Bilingual(arabic, french) if arabic or french else None


_KNOWN_BY = {
    model: (model.role, model.name_ar, model.name_fr, model.city_ar, model.city_fr, model.number)
    for model in (Office, Station)
}


def _registered(session: Session) -> dict[bytes, list[Any]]:
    """Return what each office was first known by here, by its uid."""
    of_office = type_coerce(Station.office, LargeBinary)  # no UUID is made of each
    statement = select(of_office, *_KNOWN_BY[Station])
    newest_first = statement.order_by(Station.enrolled_at.desc(), Station.device.desc())
    return {bytes(office): known for office, *known in session.execute(newest_first)}
