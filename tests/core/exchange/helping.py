"""Headquarters helping with a forgotten passphrase, and its log."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.errors import OutreachError
from outreach_app.exchange.exporting import answering
from outreach_app.exchange.stations import recovery
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.escrow import Escrow
from outreach_app.exchange.stations.registry import own_card
from outreach_app.queries.bundles import BundleRow, list_bundle_ids, list_bundles_by_id
from outreach_app.startup import OpenOffice


@dataclass
class Helper:
    """Its open register, and its recovery key."""

    office: OpenOffice
    recovery_key: str

    def answer(self, request: recovery.HelpRequest, path: Path) -> Escrow:
        """Write the answer; return whose store it was."""
        escrow = self.open(request, recovery.request_fingerprint(request), self.recovery_key)
        answering.write_answer(self.office.database, request, escrow, path)
        return escrow

    def open(self, request: recovery.HelpRequest, typed: str, key: str) -> Escrow:
        with self.office.database.read() as session:
            return answering.open_request(session, request, typed, key)


def enrol(office: OpenOffice, other: OpenOffice) -> None:
    with other.database.read() as session:
        card = own_card(session)
    enrol_card(office.database, office.folder, card, card_fingerprint(card))


def enrol_each_other(one: OpenOffice, other: OpenOffice) -> None:
    """Enrol each office's card at the other."""
    enrol(one, other)
    enrol(other, one)


def logged(database: Database) -> list[BundleRow]:
    """Return the log, the last file first."""
    with database.read() as session:
        ids = list_bundle_ids(session)
        rows = list_bundles_by_id(session, ids)
    return [rows[number] for number in ids]


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(OutreachError) as refused:
        action()
    return refused.value.code
