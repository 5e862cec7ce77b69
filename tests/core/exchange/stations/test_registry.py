"""Stations: enrolled by fingerprint, revoked, renewed under a vouched-for key."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import text

from outreach_app import backup, restoring, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed, NotFound
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.exchange.format.encryption import decrypt
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations import registry, revocation
from outreach_app.exchange.stations.cards import Card, card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.journal import current_device
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.stations import list_stations
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import answer, export, post, statuses


def card_of(store: Database) -> Card:
    with store.read() as session:
        return registry.own_card(session)


def new_card(card: Card, **changes: object) -> Card:
    """Return the card of an unknown station of the same office."""
    device = UUID(int=7, version=4)
    fresh = {"device": str(device), "keys": StationKeys.generate().public}
    return msgspec.structs.replace(card, **(fresh | changes))


def enrol(store: Database, card: Card, typed: str | None = None) -> None:
    with store.write(Actor.CHIEF) as session:
        registry.enrol(session, card, typed or card_fingerprint(card))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda digits: digits[:-1], "incomplete"),
        (lambda digits: f"{(int(digits[0]) + 1) % 10}{digits[1:]}", "mistyped"),
    ],
)
def test_a_wrong_fingerprint_enrols_nothing(
    network: Network, spoil: Callable[[str], str], code: str
) -> None:
    card = new_card(card_of(network.headquarters))
    with pytest.raises(InvalidDraft) as refused:
        enrol(network.chief, card, spoil(card_fingerprint(card)))
    assert refused.value.problems[0].code == code
    with network.chief.read() as session:
        assert len(list_stations(session)) == 3


def test_cards_that_cannot_be_enrolled_are_told_apart(network: Network) -> None:
    own, headquarters = card_of(network.chief), card_of(network.headquarters)
    other = str(UUID(int=9, version=4))
    refusals = {
        "own_card": own,
        "unrelated_office": new_card(own, office=other),
        "another_station": new_card(headquarters, device=headquarters.device),
    }
    for code, card in refusals.items():
        with pytest.raises(NotAllowed) as refused:
            enrol(network.chief, card)
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        enrol(network.chief, new_card(headquarters, keys=headquarters.keys))


def test_the_same_card_again_brings_a_new_name(network: Network) -> None:
    card = msgspec.structs.replace(card_of(network.headquarters), name_fr="Autre nom")
    enrol(network.chief, card)
    with network.chief.read() as session:
        assert [row.name.fr for row in list_stations(session)].count("Autre nom") == 1


def test_what_is_on_its_way_opens_with_the_key_that_a_card_announced(
    network: Network, tmp_path: Path
) -> None:
    following = StationKeys.generate()
    card = msgspec.structs.replace(
        card_of(network.headquarters), next_recipient=following.public.recipient
    )
    enrol(network.chief, card)
    [written] = export(network.chief, tmp_path)
    archive = decrypt(written.path.read_bytes(), [following.identity])
    assert b"manifest.json" in archive


def test_what_a_revoked_station_numbers_afterwards_waits(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    early = export(network.chief, tmp_path)
    makers.write_meeting(network.chief)
    late = export(network.chief, tmp_path)
    device = UUID(card_of(network.chief).device)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, device, early[0].last + 1)
    assert statuses(post(network.headquarters, late)) == [("quarantined", "E_SENDER_REVOKED")]
    assert statuses(post(network.headquarters, early)) == [("imported", None)]
    assert [row.stations for row in answer(network.headquarters, tmp_path)] != [(device,)]
    with pytest.raises(NotAllowed) as refused:
        enrol(network.headquarters, card_of(network.chief))
    assert refused.value.code == "station_revoked"


def test_only_an_enrolled_station_of_another_can_be_revoked(network: Network) -> None:
    with network.chief.write(Actor.CHIEF) as session:
        with pytest.raises(NotFound):
            revocation.revoke(session, UUID(int=7), 1)
        with pytest.raises(NotAllowed):
            revocation.revoke(session, current_device(session).uid, 1)
        with pytest.raises(InvalidDraft):
            revocation.revoke(session, UUID(card_of(network.headquarters).device), 0)


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[OpenOffice]:
    """Return a store of headquarters beside the precinct's."""
    folder = tmp_path / "headquarters"
    makers.create_store(folder, makers.headquarters_draft())
    with startup.opened(folder, makers.PASSPHRASE) as opened:
        yield opened


def _enrol_each_other(office: OpenOffice, other: OpenOffice) -> None:
    for store, card in ((office, card_of(other.database)), (other, card_of(office.database))):
        enrol_card(store.database, store.folder, card, card_fingerprint(card))


def test_a_restored_store_is_enrolled_by_its_old_key_and_loses_nothing(
    office: OpenOffice, headquarters: OpenOffice, tmp_path: Path
) -> None:
    _enrol_each_other(office, headquarters)
    makers.write_meeting(office.database)
    post(headquarters.database, export(office.database, tmp_path / "out"))
    copy = tmp_path / "copy.outreach-backup"
    backup.back_up(office.database, office.folder, copy)
    makers.write_meeting(office.database, reference="lost with the disk")
    post(headquarters.database, export(office.database, tmp_path / "out"))
    for name in ("restored", "restored again"):
        restoring.restore(copy, tmp_path / name, makers.PASSPHRASE)
        with startup.opened(tmp_path / name, makers.PASSPHRASE) as restored:
            makers.write_meeting(restored.database, reference=name)
            files = export(restored.database, tmp_path / "out")
            done = post(headquarters.database, files)
            assert {file.status for file in done.files} == {"imported"}
            answers = answer(headquarters.database, tmp_path / "out")
            device = UUID(card_of(restored.database).device)
            mine = [row for row in answers if row.stations == (device,)]
            taken = statuses(post(restored.database, mine))
            # Neither restored computer knew of the other: both gave their meeting one number.
            twice = {("imported", "W_LETTER")} if name == "restored again" else set()
            assert set(taken) == {("imported", None)} | twice
            assert {row.count for row in export(restored.database, tmp_path / "out")} == {0}
            with restored.database.read() as session:
                back = {row.reference for row in list_meetings(session)}
            assert {"lost with the disk", name} <= back
    assert unsound(headquarters.database) == []
    with headquarters.database.read() as session:
        references = {row.reference for row in list_meetings(session)} - {None}
    assert references == {"lost with the disk", "restored", "restored again"}


def test_a_backup_restored_on_the_second_pc_becomes_the_sibling(
    office: OpenOffice, tmp_path: Path
) -> None:
    makers.write_meeting(office.database)
    copy = tmp_path / "copy.outreach-backup"
    backup.back_up(office.database, office.folder, copy)
    restoring.restore(copy, tmp_path / "second", makers.PASSPHRASE)
    with startup.opened(tmp_path / "second", makers.PASSPHRASE) as second:
        _enrol_each_other(office, second)
        makers.write_partner(second.database, name_ar="جمعية الأمل", name_fr=None)
        makers.write_partner(office.database, name_ar="جمعية السلام", name_fr=None)
        there = export(office.database, tmp_path / "there", Receiver.SIBLING)
        back = export(second.database, tmp_path / "back", Receiver.SIBLING)
        assert statuses(post(second.database, there)) == [("imported", None)]
        assert statuses(post(office.database, back)) == [("imported", None)]
        for store in (office.database, second.database):
            assert unsound(store) == []
            with store.read() as session:
                assert len(list_partners(session)) == 2


def test_a_store_of_before_there_were_stations_gets_its_own(database: Database) -> None:
    with database.write(Actor.PROGRAM) as session:
        session.execute(text("DELETE FROM station_secrets"))
        session.execute(text("DELETE FROM stations"))
        assert registry.find_own_station(session) is None
        for _time in range(2):
            registry.complete_stations(session)
        [station] = registry.own_stations(session)
        assert station.device == current_device(session).uid
