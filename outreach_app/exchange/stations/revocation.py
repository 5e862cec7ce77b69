"""Revocation of a station, and of those that depend on its certificates."""

from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, NotAllowed, NotFound, Problem
from outreach_app.exchange.stations.registry import own_stations
from outreach_app.exchange.stations.standing import other_headquarters
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Station
from outreach_app.queries.acceptance import is_replaced, pinned_headquarters
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import StationStatus
from outreach_app.second_person import SecondPerson, require_where_set


@use_case(Right.STATIONS)
def revoke(
    session: Session, device: UUID, from_seq: int, confirmed_by: SecondPerson | None = None
) -> Station:
    """Accept nothing more from a station: its events from `from_seq` on await a person.

    So does everything that dependent stations sign: `dependent_devices` returns them beforehand.
    Raises NotFound, InvalidDraft and NotAllowed (`own_card`, and if the office requires two persons
    and only one acts).
    """
    require_where_set(session, confirmed_by, Right.STATIONS, "revoke")
    station = session.get(Station, device)
    if station is None:
        raise NotFound(
            _("No station is enrolled under {device}.").format(device=isolate(str(device)))
        )
    if station.device in {own.device for own in own_stations(session)}:
        raise NotAllowed(_("This station is this computer's own."), code="own_card")
    if from_seq < 1:
        message = _("The first change that is refused is a number from 1 on.")
        raise InvalidDraft(message, [Problem("from", "too_small", message)])
    refuse_from(station, from_seq)
    return station


def refuse_from(station: Station, from_seq: int) -> None:
    """Refuse the events of a station from this number on."""
    station.status = StationStatus.REVOKED
    station.revoked_from = from_seq


@use_case(Right.STATIONS)
def undo_revocation(
    session: Session, device: UUID, confirmed_by: SecondPerson | None = None
) -> None:
    """Accept a station again, with its dependent ones; files put aside in between can be imported.

    Raises NotAllowed: OTHER_HEADQUARTERS if another one replaced it, and if the office requires two
    persons and only one acts.
    """
    require_where_set(session, confirmed_by, Right.STATIONS, "undo_revocation")
    station = session.get_one(Station, device)
    if is_replaced(station, pinned_headquarters(session)):
        raise other_headquarters()
    station.status = StationStatus.ENROLLED
    station.revoked_from = None
