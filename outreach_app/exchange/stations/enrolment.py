"""Enrolment of a station: its keys go into the registry, and headquarters into the escrow."""

from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.access_log import Act
from outreach_app.atomic_files import make_folder
from outreach_app.database import Database
from outreach_app.exchange.stations.cards import Card, card_of, write_card
from outreach_app.exchange.stations.escrow import complete_escrow
from outreach_app.exchange.stations.registry import enrol, own_card
from outreach_app.models import Station
from outreach_app.rights import Right, use_case
from outreach_app.second_person import SecondPerson, require_where_set
from outreach_app.taken_out import taken_out


@use_case(Right.STATIONS)
def enrol_card(
    database: Database,
    folder: Path,
    card: Card,
    fingerprint: str,
    *,
    second_of: UUID | None = None,
    confirmed_by: SecondPerson | None = None,
) -> UUID:
    """Enrol a card and return its device; this also adds headquarters to a precinct's escrow.

    `folder` is the store's. Raises what `registry.enrol` raises, and NotAllowed if the office
    requires two persons and only one acts.
    """
    with database.write() as session:
        require_where_set(session, confirmed_by, Right.STATIONS, "enrol_card")
        device = enrol(session, card, fingerprint, second_of=second_of).device
    complete_escrow(database, folder)
    return device


@use_case(Right.STATIONS, is_logged=False)
def give_card(database: Database, path: Path) -> None:
    """Write this station's own card, by which others enrol it. Raises WriteFailed."""
    with database.read() as session:
        card = own_card(session)
    with taken_out(database, Act.STATION, verb="give_card", to=path):
        make_folder(path.parent)
        write_card(card, path)


def enrolled_card(session: Session, device: UUID) -> Card:
    """Return the card that a station was enrolled with, to compare its fingerprint again."""
    station = session.get_one(Station, device)
    return card_of(station, station)
