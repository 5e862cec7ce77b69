"""Revoking a station also excludes those it alone vouched for; undoing restores them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import StoreSession
from outreach_app.exchange.format.certificates import Certificate
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.senders import Sender
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ImportSummary
from outreach_app.exchange.stations import registry, revocation, vouching
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrolled_card
from outreach_app.models import Station
from outreach_app.progress import Progress
from outreach_app.queries.acceptance import accepted_devices, dependent_devices
from outreach_app.queries.stations import list_stations
from outreach_app.rules.statuses import StationStatus
from tests import makers
from tests.core.exchange.network import Network
from tests.core.exchange.posts import answer, export, post, statuses

STEPS = 12


@dataclass
class Tree:
    """The tree of who vouched for whom, as a model."""

    voucher: dict[UUID, UUID] = field(default_factory=dict)
    with_card: set[UUID] = field(default_factory=set)
    revoked: set[UUID] = field(default_factory=set)

    def is_accepted(self, device: UUID) -> bool:
        if device in self.revoked:
            return False
        return device in self.with_card or self.is_accepted(self.voucher[device])

    def accepted(self) -> set[UUID]:
        return {row for row in self.with_card | self.voucher.keys() if self.is_accepted(row)}


@pytest.fixture
def session(network: Network) -> Iterator[StoreSession]:
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        yield session


def take_step(session: Session, chance: random.Random, tree: Tree) -> None:
    """Enrol, vouch, revoke, undo, or enrol the card of a vouched-for station."""
    accepted = sorted(tree.accepted())
    bare = sorted(tree.voucher.keys() - tree.with_card - tree.revoked)
    match chance.randrange(6):
        case 0 | 1 | 2 if accepted:
            voucher = chance.choice(accepted)
            tree.voucher[vouch(session, voucher)] = voucher
        case 3 if accepted:
            device = chance.choice(accepted)
            before = tree.accepted()
            tree.revoked.add(device)
            assert dependent_devices(session, device) == before - tree.accepted() - {device}
            revocation.revoke(session, device, chance.randrange(1, 9))
        case 4 if tree.revoked:
            device = chance.choice(sorted(tree.revoked))
            tree.revoked.remove(device)
            revocation.undo_revocation(session, device)
        case 5 if bare:
            device = chance.choice(bare)
            card = enrolled_card(session, device)
            registry.enrol(session, card, card_fingerprint(card))
            tree.with_card.add(device)
        case _:
            tree.with_card.add(enrol_office(session))


def vouch(session: Session, voucher: UUID) -> UUID:
    certified_by = registry.sender_of(session.get_one(Station, voucher))
    sender = Sender(str(uuid4()), certified_by.office, StationKeys.generate().public)
    certificate = Certificate(sender.device, sender.keys, certified_by.keys.key_id, b"")
    return vouching.enrol_certified(session, sender, certified_by, certificate).device


def enrol_office(session: Session) -> UUID:
    office = str(uuid4())
    card = msgspec.structs.replace(
        registry.own_card(session),
        device=str(uuid4()),
        office=office,
        name_ar=office,
        name_fr=office,
        number=None,
        role="precinct",
        keys=StationKeys.generate().public,
        recovery_recipient=None,
    )
    return registry.enrol(session, card, card_fingerprint(card)).device


@pytest.mark.parametrize("trees", [20, pytest.param(5_000, marks=pytest.mark.long)])
def test_what_is_accepted_is_what_the_tree_says(session: StoreSession, trees: int) -> None:
    own = {row.device for row in registry.own_stations(session)}
    start = accepted_devices(session)
    for seed in range(trees):
        chance, tree = random.Random(seed), Tree(with_card=start - own)  # noqa: S311  repeatable
        with session.begin_nested() as nested:
            for _step in range(STEPS):
                take_step(session, chance, tree)
                session.flush()
                assert accepted_devices(session) - own == tree.accepted()
            require_the_same_everywhere(session, tree)
            nested.rollback()


def require_the_same_everywhere(session: Session, tree: Tree) -> None:
    """Require that senders, receivers and the list of stations agree."""
    find = registry.find_sender(session)
    for device in tree.with_card | tree.voucher.keys():
        sender = find(session.get_one(Station, device).key_id)
        assert sender is not None
        assert (sender.revoked_from is None) == tree.is_accepted(device)
    receivers = {row.device for row in registry.enrolled_stations(session)}
    # Nothing is exported to vouched-for stations until they send a file.
    assert receivers == tree.accepted() & tree.with_card
    listed = {row.device: row.status for row in list_stations(session) if not row.is_own}
    for device, status in listed.items():
        assert (status == StationStatus.REVOKED) == (device in tree.revoked)
        assert (status == StationStatus.ENROLLED) == tree.is_accepted(device)


def test_the_files_of_a_renewed_number_wait_with_those_of_its_voucher(
    network: Network, tmp_path: Path
) -> None:
    """A stolen key that vouched for another gives no access; undoing restores the files."""
    with network.chief.read() as session:
        old = registry.own_station(session).device
    with network.chief.write(Actor.CHIEF) as session:
        new = registry.renew_own_station(session).device
    makers.write_meeting(network.chief)
    first = export(network.chief, tmp_path)
    assert {code for _status, code in statuses(post(network.headquarters, first))} <= {None}
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        assert dependent_devices(session, old) == {new}
        revocation.revoke(session, old, 1)
    makers.write_meeting(network.chief)
    later = export(network.chief, tmp_path)
    assert statuses(post(network.headquarters, later))[-1] == ("quarantined", "E_SENDER_REVOKED")
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.undo_revocation(session, old)
    assert statuses(post(network.headquarters, later))[-1] == ("imported", None)


def test_a_key_vouches_for_few_before_a_card_is_enrolled(network: Network, tmp_path: Path) -> None:
    for _time in range(vouching.MAX_CHILDREN):
        assert set(statuses(renewed_and_sent(network, tmp_path))) == {("imported", None)}
    refused = renewed_and_sent(network, tmp_path)
    assert ("quarantined", "E_CERTIFICATE") in statuses(refused)
    with network.chief.read() as session:
        card = registry.own_card(session)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        registry.enrol(session, card, card_fingerprint(card))
    again = import_paths(network.headquarters, [row.path for row in refused.files], Progress())
    assert {status for status, _code in statuses(again)} <= {"imported", "duplicate"}


def test_few_hang_on_one_another_without_a_card(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vouching, "MAX_DEPTH", 2)
    for _time in range(vouching.MAX_DEPTH):
        assert set(statuses(renewed_and_sent(network, tmp_path))) == {("imported", None)}
        post(network.chief, answer(network.headquarters, tmp_path / "answers"))
    assert ("quarantined", "E_CERTIFICATE") in statuses(renewed_and_sent(network, tmp_path))


def renewed_and_sent(network: Network, folder: Path) -> ImportSummary:
    """Renew the chief's store, and import its file at headquarters."""
    with network.chief.write(Actor.CHIEF) as session:
        registry.renew_own_station(session)
    makers.write_meeting(network.chief)
    return post(network.headquarters, export(network.chief, folder))
