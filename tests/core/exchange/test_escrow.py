"""Escrow: headquarters' recovery key opens a precinct's store whose passphrase is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app import startup, vault
from outreach_app.errors import InvalidDraft, Locked
from outreach_app.exchange.cards import fingerprint
from outreach_app.exchange.encryption import generate_identity, recipient_of
from outreach_app.exchange.enrolment import enrol_card
from outreach_app.exchange.escrow import add_escrow, recover_with_escrow
from outreach_app.exchange.stations import own_card
from tests import makers

NEW = "another invented passphrase"


def test_the_recovery_key_of_headquarters_opens_a_precincts_store(
    store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "headquarters"
    draft = replace(makers.office_draft(), role="headquarters")
    made = startup.create_store(folder, makers.PASSPHRASE, draft)
    assert made.recovery_key is not None
    with startup.opened(folder, makers.PASSPHRASE) as office, office.database.read() as session:
        card = own_card(session)
    with pytest.raises(Locked) as refused:
        recover_with_escrow(store, made.recovery_key, NEW)
    assert refused.value.code == "no_escrow"
    with startup.opened(store, makers.PASSPHRASE) as office:
        enrol_card(office.database, office.folder, card, fingerprint(card))
    for wrong in (generate_identity(), "AGE-SECRET-KEY-1", ""):
        with pytest.raises(Locked) as refused:
            recover_with_escrow(store, wrong, NEW)
        assert refused.value.code == "wrong_recovery_key"
    with pytest.raises(InvalidDraft):
        recover_with_escrow(store, made.recovery_key, "short")
    recover_with_escrow(store, f" {made.recovery_key}\n", NEW)
    with pytest.raises(Locked):
        startup.open_office(store, makers.PASSPHRASE)
    with startup.opened(store, NEW):
        pass


def test_a_precinct_has_no_recovery_key_and_its_key_file_shows_none(tmp_path: Path) -> None:
    made = startup.create_store(tmp_path, makers.PASSPHRASE, makers.office_draft())
    assert made.recovery_key is None
    assert vault.sealed_keys(tmp_path) == []
    with startup.opened(tmp_path, makers.PASSPHRASE) as office, office.database.read() as session:
        assert own_card(session).recovery_recipient is None


def test_the_escrow_outlives_a_new_passphrase_and_is_kept_once(store: Path) -> None:
    key, identity = vault.unlock(store, makers.PASSPHRASE), generate_identity()
    for _time in range(2):
        add_escrow(store, key, recipient_of(identity))
    vault.change_passphrase(store, key, NEW)
    assert len(vault.sealed_keys(store)) == 1
    recover_with_escrow(store, identity, makers.PASSPHRASE)
    assert vault.unlock(store, makers.PASSPHRASE) == key
