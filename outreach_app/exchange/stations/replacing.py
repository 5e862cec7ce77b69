"""Replacement of the headquarters that a precinct exchanges with."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from outreach_app import newest_key_file, vault
from outreach_app.database import Database, StoreSession
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.exchange.stations.cards import Card
from outreach_app.exchange.stations.escrow import complete_escrow
from outreach_app.exchange.stations.registry import enrol
from outreach_app.exchange.stations.revocation import refuse_from
from outreach_app.i18n import gettext as _
from outreach_app.models import Device, Station
from outreach_app.queries.acceptance import pinned_headquarters
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import StationStatus
from outreach_app.second_person import SecondPerson, require_where_set


@use_case(Right.STATIONS)
def replace_headquarters(
    database: Database,
    folder: Path,
    card: Card,
    fingerprint: str,
    recovery_code: str,
    confirmed_by: SecondPerson | None = None,
) -> UUID:
    """Exchange with another headquarters from now on, and return its device.

    Files of the former one are no longer accepted, and its recovery key no longer opens this store;
    its answers stay. The new one is sent everything again, as it acknowledged nothing. The recovery
    code proves that the person holds the store's papers, and not just an open screen. Raises
    InvalidDraft (`wrong_code`, and of the fingerprint), what `find_standing` raises, and NotAllowed
    if the office requires two persons and only one acts.
    """
    with database.read() as session:
        is_code = vault.is_recovery_code(newest_key_file.current(session, folder), recovery_code)
    if not is_code:
        message = _("This is not the recovery code of this register. Type it as it was printed.")
        raise InvalidDraft(message, [Problem("recovery_code", "wrong_code", message)])
    with newest_key_file.changing(database, folder) as change:
        session = change.session
        require_where_set(session, confirmed_by, Right.STATIONS, "replace_headquarters")
        former = _stations_of(session, pinned_headquarters(session))
        device = enrol(session, card, fingerprint, is_replacing=True).device
        for station in former:
            if station.status != StationStatus.REVOKED:
                known = session.get(Device, station.device)
                refuse_from(station, (known.upto if known else 0) + 1)
        recipients = {row.recovery_recipient for row in former if row.recovery_recipient}
        change.key_file = vault.without_sealed(change.key_file, recipients)
    complete_escrow(database, folder)
    return device


def _stations_of(session: StoreSession, office: UUID | None) -> list[Station]:
    return list(session.scalars(select(Station).where(Station.office == office)))
