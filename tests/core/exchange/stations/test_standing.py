"""Who an office is, its receiver decides: cards that claim to be somebody else change nothing."""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.exchange.format.certificates import make_certificate
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations import registry, revocation
from outreach_app.exchange.stations.cards import Card, card_fingerprint
from outreach_app.exchange.stations.standing import Standing, Verdict, find_standing
from outreach_app.queries.stations import list_stations
from tests.core.exchange.network import Network

KEYS = StationKeys.generate()


def own_card(store: Database) -> Card:
    with store.read() as session:
        return registry.own_card(session)


def forged(card: Card, **changes: object) -> Card:
    """A card of a station that nobody knows, that says of itself what another's says."""
    fresh: dict[str, Any] = {"device": str(uuid4()), "keys": KEYS.public, "certificates": ()}
    return msgspec.structs.replace(card, **(fresh | changes))


def standing(store: Database, card: Card, *, is_confirmed: bool = False) -> Standing:
    with store.read() as session:
        return find_standing(session, card, is_confirmed=is_confirmed)


def enrol(store: Database, card: Card, *, is_confirmed: bool = False) -> None:
    with store.write(Actor.CHIEF) as session:
        registry.enrol(session, card, card_fingerprint(card), is_confirmed=is_confirmed)


def refusal(store: Database, card: Card, *, is_confirmed: bool = False) -> str:
    """The code by which a card is refused, shown before enrolling and by enrolling alike."""
    before = registered(store)
    with pytest.raises(NotAllowed) as shown:
        standing(store, card, is_confirmed=is_confirmed)
    with pytest.raises(NotAllowed) as refused:
        enrol(store, card, is_confirmed=is_confirmed)
    assert registered(store) == before
    assert shown.value.code == refused.value.code
    return refused.value.code


def registered(store: Database) -> set[tuple[UUID, UUID, str, str | None]]:
    with store.read() as session:
        return {(row.device, row.office, row.role, row.name.fr) for row in list_stations(session)}


def test_a_new_office_is_a_precinct_to_headquarters(network: Network) -> None:
    card = forged(own_card(network.chief), office=str(uuid4()), name_fr="Oued")
    assert standing(network.headquarters, card).verdict is Verdict.NEW_OFFICE
    enrol(network.headquarters, card)
    assert (UUID(card.device), UUID(card.office), "precinct", "Oued") in registered(
        network.headquarters
    )


def test_another_offices_uid_is_refused_until_a_person_answers_for_it(network: Network) -> None:
    chief = own_card(network.chief)
    card = forged(chief, name_fr="Another name", name_ar="اسم آخر")
    assert refusal(network.headquarters, card) == "E_OFFICE_TAKEN"
    assert (
        standing(network.headquarters, card, is_confirmed=True).verdict is Verdict.SECOND_COMPUTER
    )
    enrol(network.headquarters, card, is_confirmed=True)
    # Its names are those that are registered, not those that its card gives itself.
    assert (UUID(card.device), UUID(chief.office), "precinct", chief.name_fr) in registered(
        network.headquarters
    )


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_nobody_becomes_the_receivers_own_office_by_saying_so(
    network: Network, is_confirmed: bool
) -> None:
    for store in network.stores.values():
        own = own_card(store)
        for role in ("precinct", "headquarters"):
            card = forged(own, role=role)
            assert refusal(store, card, is_confirmed=is_confirmed) == "E_OWN_OFFICE"


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_there_is_one_headquarters(network: Network, is_confirmed: bool) -> None:
    headquarters = own_card(network.headquarters)
    other = forged(headquarters, office=str(uuid4()))
    for store in network.stores.values():
        assert refusal(store, other, is_confirmed=is_confirmed) == "E_SECOND_HEADQUARTERS"
    # Nor is a precinct that headquarters knows made one, nor headquarters made a precinct.
    raised = forged(own_card(network.chief), role="headquarters")
    assert refusal(network.headquarters, raised, is_confirmed=is_confirmed) == "E_OFFICE_TAKEN"
    lowered = forged(headquarters, role="precinct")
    assert refusal(network.chief, lowered, is_confirmed=is_confirmed) == "E_OFFICE_TAKEN"


def test_the_first_headquarters_stays_pinned_when_its_card_is_revoked(network: Network) -> None:
    headquarters = own_card(network.headquarters)
    with network.chief.write(Actor.CHIEF) as session:
        revocation.revoke(session, UUID(headquarters.device), 1)
    other = forged(headquarters, office=str(uuid4()))
    assert refusal(network.chief, other) == "E_SECOND_HEADQUARTERS"
    assert refusal(network.chief, forged(headquarters)) == "E_OFFICE_TAKEN"


def test_an_enrolled_station_does_not_become_another_office(network: Network) -> None:
    chief, headquarters = own_card(network.chief), own_card(network.headquarters)
    for changes in (
        {"office": headquarters.office},
        {"office": str(uuid4())},
        {"role": "headquarters"},
        {"office": headquarters.office, "role": "headquarters"},
    ):
        card = msgspec.structs.replace(chief, **changes)
        assert refusal(network.headquarters, card) == "another_station"


def test_a_card_that_is_known_is_renewed_under_its_new_name(network: Network) -> None:
    card = msgspec.structs.replace(own_card(network.chief), name_fr="Nouveau nom")
    found = standing(network.headquarters, card)
    assert found.verdict is Verdict.RENEWED
    assert found.former is not None
    assert found.former.name_fr != "Nouveau nom"


def test_a_renewed_store_is_vouched_for_by_its_former_keys(network: Network) -> None:
    with network.chief.write(Actor.CHIEF) as session:
        registry.renew_own_station(session)
    card = own_card(network.chief)
    for store in (network.headquarters, network.deputy):
        found = standing(store, card)
        assert (found.verdict, found.is_certified) == (Verdict.SECOND_COMPUTER, True)
    # What the certificates are not for, they do not show.
    stolen = forged(card, certificates=card.certificates)
    assert refusal(network.headquarters, stolen) == "E_OFFICE_TAKEN"
    assert card_fingerprint(msgspec.structs.replace(card, certificates=())) == card_fingerprint(
        card
    )


def test_a_key_that_is_not_the_offices_own_or_was_revoked_vouches_for_nothing(
    network: Network,
) -> None:
    chief = own_card(network.chief)
    other_keys = StationKeys.generate()
    other = forged(chief, office=str(uuid4()), keys=other_keys.public)
    enrol(network.headquarters, other)
    card = forged(chief)
    for signer in (other_keys, KEYS, StationKeys.generate()):
        certificate = make_certificate(card.device, card.keys, signer)
        lying = msgspec.structs.replace(card, certificates=(certificate,))
        assert refusal(network.headquarters, lying) == "E_OFFICE_TAKEN"
    with network.chief.write(Actor.CHIEF) as session:
        registry.renew_own_station(session)
    renewed = own_card(network.chief)
    assert standing(network.headquarters, renewed).is_certified
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, UUID(chief.device), 50)
    assert refusal(network.headquarters, renewed) == "E_OFFICE_TAKEN"
