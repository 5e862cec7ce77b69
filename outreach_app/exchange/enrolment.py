"""Enrolling a station in a store: its keys into the registry, and headquarters into the escrow."""

from pathlib import Path
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.cards import Card
from outreach_app.exchange.escrow import add_escrow
from outreach_app.exchange.stations import HEADQUARTERS, enrol
from outreach_app.queries.records import get_own_office


def enrol_card(database: Database, folder: Path, card: Card, fingerprint: str) -> UUID:
    """Enrol a card and return its device. A precinct's store then opens to headquarters' key too.

    `folder` is the store's. Raises what `stations.enrol` raises.
    """
    with database.write(Actor.CHIEF) as session:
        device = enrol(session, card, fingerprint).device
        is_precinct = get_own_office(session).role != HEADQUARTERS
    if is_precinct and card.recovery_recipient is not None:
        add_escrow(folder, database.key, card.recovery_recipient)
    return device
