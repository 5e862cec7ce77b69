"""Random cards, and claims about another's log: the store decides as specified."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from msgspec import structs

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError, NotAllowed
from outreach_app.exchange.format.certificates import make_certificate
from outreach_app.exchange.format.heads import sign_head
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Have
from outreach_app.exchange.importing.acknowledgements import note_have
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations import registry
from outreach_app.exchange.stations.cards import Card
from outreach_app.exchange.stations.standing import find_standing
from outreach_app.progress import Progress
from tests.core.exchange.forging import edited, forge
from tests.core.exchange.network import OTHER_NAMES, Network, upto
from tests.core.exchange.posts import export, post, statuses

STRANGER = StationKeys.generate()
NAMES = {"name_ar": "اسم جديد", "name_fr": "Nom nouveau", "number": "99"}


@dataclass
class Meddler:
    """Makes cards from known and unknown parts."""

    headquarters: Card
    chief: Card
    deputy: Card
    chief_keys: StationKeys

    @classmethod
    def make(cls, network: Network) -> "Meddler":
        with network.chief.read() as session:
            keys = registry.own_keys(session, registry.own_station(session))
        headquarters, chief = card_of(network.headquarters), card_of(network.chief)
        return cls(headquarters, chief, card_of(network.deputy), keys)

    def card(self, chance: random.Random) -> Card:
        known = (self.headquarters, self.chief, self.deputy)
        fresh = structs.replace(
            self.chief, device=str(uuid4()), office=str(uuid4()), keys=STRANGER.public, **NAMES
        )
        one, other, whose = (
            chance.choice(known) if chance.random() < part else fresh for part in (0.2, 0.1, 0.7)
        )
        card = structs.replace(
            one,
            device=chance.choice((one, one, other)).device,
            office=chance.choice((one, whose, whose)).office,
            role=chance.choice(("precinct", "precinct", "headquarters")),
            keys=chance.choice((one, one, other)).keys,
            **chance.choice((NAMES, OTHER_NAMES, names_of(self.chief))),
        )
        signer = chance.choice((None, self.chief_keys, STRANGER))
        if signer is None:
            return structs.replace(card, certificates=())
        return structs.replace(
            card, certificates=(make_certificate(card.device, card.keys, signer),)
        )

    def verdict(self, card: Card, second_of: UUID | None) -> str:
        """Return the expected decision on a card, by an independent implementation."""
        own = self.headquarters
        if (card.device, card.keys) == (own.device, own.keys):
            return "own_card"
        for known in (self.headquarters, self.chief, self.deputy):
            if card.device == known.device or card.keys == known.keys:
                is_itself = (card.device, card.office, card.role, card.keys) == (
                    known.device,
                    known.office,
                    known.role,
                    known.keys,
                )
                return "renewed" if is_itself else "another_station"
        if second_of is not None and str(second_of) != card.office:
            return "E_ANOTHER_OFFICE"
        return self._of_unknown(card, second_of)

    def _of_unknown(self, card: Card, second_of: UUID | None) -> str:
        """Return the expected decision on a station that nobody enrolled."""
        if card.office == self.headquarters.office:
            return "E_OWN_OFFICE"
        if card.office == self.chief.office:
            certificates = card.certificates
            is_vouched = bool(certificates) and certificates[0].signed_by == (
                self.chief.keys.key_id
            )
            may_be = card.role == "precinct" and (is_vouched or second_of is not None)
            return "second_computer" if may_be else "E_OFFICE_TAKEN"
        if card.role == "headquarters":
            return "E_SECOND_HEADQUARTERS"
        same = names_of(card).items() & names_of(self.chief).items()
        return "E_NAMES_TAKEN" if same else "new_office"


def card_of(store: Database) -> Card:
    with store.read() as session:
        return registry.own_card(session)


def names_of(card: Card) -> dict[str, str | None]:
    return {"name_ar": card.name_ar, "name_fr": card.name_fr, "number": card.number}


@pytest.mark.parametrize("count", [40, pytest.param(4_000, marks=pytest.mark.long)])
def test_every_card_has_the_standing_that_the_rules_give_it(network: Network, count: int) -> None:
    meddler, seen = Meddler.make(network), set()
    with network.headquarters.read() as session:
        for number in range(count):
            chance = random.Random(number)  # noqa: S311  repeatable
            card = meddler.card(chance)
            offices = (None, meddler.chief.office, meddler.headquarters.office, card.office)
            chosen = chance.choice(offices)
            second_of = UUID(chosen) if chosen else None
            try:
                said = str(find_standing(session, card, second_of=second_of).verdict)
            except NotAllowed as refused:
                said = refused.code
            assert said == meddler.verdict(card, second_of), number
            seen.add(said)
    assert len(seen) == 10 if count > 1_000 else len(seen) >= 7


@pytest.mark.parametrize("count", [60, pytest.param(6_000, marks=pytest.mark.long)])
def test_no_claim_blames_a_store_but_one_that_it_signed(network: Network, count: int) -> None:
    """False claims about the length of a log: unsigned, signed by strangers, or by the sender."""
    with network.chief.write(Actor.CHIEF) as session:
        [sender] = registry.headquarters_stations(session)
        own = registry.own_station(session)
        device, keys = str(own.device), registry.own_keys(session, own)
        for number in range(count):
            chance = random.Random(number)  # noqa: S311  repeatable
            upto, head = chance.randrange(1, 2_000), chance.randbytes(32).hex()
            signer = chance.choice((None, STRANGER, StationKeys.generate(), keys))
            signed = sign_head(device, upto, head, signer) if signer else None
            have = Have(upto, head, signed=signed)
            if signer is keys:
                with pytest.raises(BundleError) as refused:
                    note_have(session, sender.device, {device: have}, datetime.now(UTC))
                assert refused.value.code == "E_FORK"
            else:
                warnings = note_have(session, sender.device, {device: have}, datetime.now(UTC))
                assert [row.code for row in warnings] == ["W_HAVE"], number


@pytest.mark.parametrize("count", [20, pytest.param(2_000, marks=pytest.mark.long)])
def test_every_fork_is_found(network: Network, tmp_path: Path, count: int) -> None:
    """A log that differs at a known number, wherever the file begins."""
    post(network.headquarters, export(network.chief, tmp_path / "known"))
    file, written = tmp_path / "fork.outreach", upto(network.chief)
    for number in range(count):
        chance = random.Random(number)  # noqa: S311  repeatable
        first = chance.randrange(1, written + 1)
        changed = chance.randrange(first, written + 1)
        salt = chance.randbytes(16).hex()
        last = written + chance.randrange(3)
        file.write_bytes(forge(network.chief, first, last, {changed: edited(s=salt)}))
        found = import_paths(network.headquarters, [file], Progress())
        assert statuses(found) == [("refused", "E_FORK")], number
