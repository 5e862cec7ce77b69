"""Enrolling a station in a store: its keys into the registry, and headquarters into the escrow."""

from pathlib import Path
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.cards import Card
from outreach_app.exchange.escrow import complete_escrow
from outreach_app.exchange.stations import enrol


def enrol_card(database: Database, folder: Path, card: Card, fingerprint: str) -> UUID:
    """Enrol a card and return its device. A precinct's store then opens to headquarters' key too.

    `folder` is the store's. Raises what `stations.enrol` raises.
    """
    with database.write(Actor.CHIEF) as session:
        device = enrol(session, card, fingerprint).device
    complete_escrow(database, folder)
    return device
