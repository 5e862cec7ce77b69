"""Escrow: a precinct's data key, sealed to headquarters' recovery key."""

from pathlib import Path

from outreach_app import startup, vault
from outreach_app.exchange.format.encryption import generate_identity, recipient_of
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import Card, card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.escrow import unseal
from outreach_app.exchange.stations.registry import own_card
from outreach_app.rules.kinds import OfficeRole
from tests import makers
from tests.core.exchange.bundles import DEVICE, OFFICE
from tests.key_files import change_keys

NEW = "another invented passphrase"


def test_a_precinct_has_no_recovery_key_and_its_key_file_shows_none(tmp_path: Path) -> None:
    made = makers.create_store(tmp_path, makers.office_draft())
    assert made.recovery_key is None
    assert vault.sealed_keys(tmp_path) == []
    with startup.opened(tmp_path, makers.PASSPHRASE) as office, office.database.read() as session:
        assert own_card(session).recovery_recipient is None


def test_the_escrow_outlives_a_new_passphrase_and_is_kept_once(store: Path) -> None:
    key, identity = vault.unlock(store, makers.PASSPHRASE), generate_identity()
    card = Card(
        device=DEVICE,
        office=OFFICE,
        role=OfficeRole.HEADQUARTERS,
        name_ar="المصالح المركزية",
        name_fr="Services centraux",
        city_ar="الرباط",
        city_fr="Rabat",
        keys=StationKeys.generate().public,
        recovery_recipient=recipient_of(identity),
    )
    for _time in range(2):
        with startup.opened(store, makers.PASSPHRASE) as office:
            enrol_card(office.database, store, card, card_fingerprint(card))
    change_keys(store, key, lambda file: vault.with_passphrase(file, key, NEW))
    [sealed] = vault.sealed_keys(store)
    escrow = unseal(sealed.content, identity, sealed.office)
    assert (escrow.data_key, escrow.card.name_fr) == (key, "Annakhil")
