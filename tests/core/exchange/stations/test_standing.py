"""The receiver decides whose a card is: cards that claim to be somebody else change nothing."""

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
OTHER_NAMES = {"name_ar": "دائرة وادي الذهب", "name_fr": "Oued Dahab", "number": "77"}


def own_card(store: Database) -> Card:
    with store.read() as session:
        return registry.own_card(session)


def forged(card: Card, **changes: object) -> Card:
    """Return a card of an unknown station, with another's claims."""
    fresh: dict[str, Any] = {"device": str(uuid4()), "keys": KEYS.public, "certificates": ()}
    return msgspec.structs.replace(card, **(fresh | changes))


def standing(store: Database, card: Card, second_of: UUID | None = None) -> Standing:
    with store.read() as session:
        return find_standing(session, card, second_of=second_of)


def enrol(store: Database, card: Card, second_of: UUID | None = None) -> None:
    with store.write(Actor.CHIEF) as session:
        registry.enrol(session, card, card_fingerprint(card), second_of=second_of)


def said(card: Card, is_said: bool) -> UUID | None:
    """Return the statement of a person who believes a card, or makes none."""
    return UUID(card.office) if is_said else None


def refusal(store: Database, card: Card, second_of: UUID | None = None) -> str:
    """Return the code of a card's refusal, required to be the same before and on enrolling."""
    before = registered(store)
    with pytest.raises(NotAllowed) as shown:
        standing(store, card, second_of)
    with pytest.raises(NotAllowed) as refused:
        enrol(store, card, second_of)
    assert registered(store) == before
    assert shown.value.code == refused.value.code
    return refused.value.code


def registered(store: Database) -> set[tuple[UUID, UUID, str, str | None]]:
    with store.read() as session:
        return {(row.device, row.office, row.role, row.name.fr) for row in list_stations(session)}


def test_a_new_office_is_a_precinct_to_headquarters(network: Network) -> None:
    card = forged(own_card(network.chief), office=str(uuid4()), **OTHER_NAMES)
    assert standing(network.headquarters, card).verdict is Verdict.NEW_OFFICE
    enrol(network.headquarters, card)
    assert (UUID(card.device), UUID(card.office), "precinct", "Oued Dahab") in registered(
        network.headquarters
    )


def test_another_offices_uid_is_refused_until_a_person_answers_for_it(network: Network) -> None:
    chief = own_card(network.chief)
    card = forged(chief, name_fr="Another name", name_ar="اسم آخر")
    assert refusal(network.headquarters, card) == "E_OFFICE_TAKEN"
    office = UUID(chief.office)
    assert standing(network.headquarters, card, office).verdict is Verdict.SECOND_COMPUTER
    enrol(network.headquarters, card, office)
    # Its names are the registered ones, not those of its card.
    assert (UUID(card.device), UUID(chief.office), "precinct", chief.name_fr) in registered(
        network.headquarters
    )


@pytest.mark.parametrize("is_said", [False, True])
def test_nobody_becomes_the_receivers_own_office_by_saying_so(
    network: Network, is_said: bool
) -> None:
    for store in network.stores.values():
        own = own_card(store)
        for role in ("precinct", "headquarters"):
            card = forged(own, role=role)
            assert refusal(store, card, said(card, is_said)) == "E_OWN_OFFICE"


@pytest.mark.parametrize("is_said", [False, True])
def test_there_is_one_headquarters(network: Network, is_said: bool) -> None:
    headquarters = own_card(network.headquarters)
    other = forged(headquarters, office=str(uuid4()))
    for store in network.stores.values():
        assert refusal(store, other) == "E_SECOND_HEADQUARTERS"
    # Nor does a known precinct become headquarters, nor headquarters a precinct.
    raised = forged(own_card(network.chief), role="headquarters")
    assert refusal(network.headquarters, raised, said(raised, is_said)) == "E_OFFICE_TAKEN"
    lowered = forged(headquarters, role="precinct")
    assert refusal(network.chief, lowered, said(lowered, is_said)) == "E_OFFICE_TAKEN"


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
    # Certificates prove nothing else.
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
    other = forged(chief, office=str(uuid4()), keys=other_keys.public, **OTHER_NAMES)
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


def test_a_fresh_card_with_a_registered_precincts_names_or_number_is_refused(
    network: Network,
) -> None:
    chief = own_card(network.chief)
    others: dict[str, dict[str, str]] = {
        "its Arabic name": OTHER_NAMES | {"name_ar": chief.name_ar},
        "its French name": OTHER_NAMES | {"name_fr": chief.name_fr.upper()},
        "its number": OTHER_NAMES | {"number": chief.number or ""},
        "its name in letters of one shape": OTHER_NAMES | {"name_fr": "\u0410nn\u0430khil"},
        "its name with a capital I for an l": OTHER_NAMES | {"name_fr": "AnnakhiI"},
        "its Arabic name with a digit for an alif": OTHER_NAMES | {"name_ar": "١لنخيل"},
        "its name with a space": OTHER_NAMES | {"name_fr": "Anna Khil"},
        "its name with a letter that is not seen": OTHER_NAMES | {"name_fr": "Annakhil\u3164"},
    }
    for names in others.values():
        card = forged(chief, office=str(uuid4()), **names)
        assert refusal(network.headquarters, card) == "E_NAMES_TAKEN"
    # In another city it is another precinct.
    names = {"city_ar": "العيون", "city_fr": "Laâyoune"}
    card = forged(chief, office=str(uuid4()), **names)
    assert standing(network.headquarters, card).verdict is Verdict.NEW_OFFICE
    # Nor does a known card take the names of another.
    enrol(network.headquarters, card)
    renamed = msgspec.structs.replace(card, city_ar=chief.city_ar, city_fr=chief.city_fr)
    assert refusal(network.headquarters, renamed) == "E_NAMES_TAKEN"


@pytest.mark.parametrize("name", ["name_ar", "name_fr"])
def test_no_precinct_bears_the_name_of_its_headquarters(network: Network, name: str) -> None:
    own = getattr(own_card(network.headquarters), name)
    elsewhere = {"city_ar": "العيون", "city_fr": "Laâyoune"} | OTHER_NAMES
    card = forged(own_card(network.chief), office=str(uuid4()), **(elsewhere | {name: own}))
    assert refusal(network.headquarters, card) == "E_NAMES_TAKEN"


def test_a_precinct_that_lost_everything_is_enrolled_anew_once_the_former_is_revoked(
    network: Network,
) -> None:
    chief = own_card(network.chief)
    card = forged(chief, office=str(uuid4()))
    for store in (network.chief, network.deputy):
        assert refusal(network.headquarters, card) == "E_NAMES_TAKEN"
        with network.headquarters.write(Actor.HEADQUARTERS) as session:
            revocation.revoke(session, UUID(own_card(store).device), 1)
    assert standing(network.headquarters, card).verdict is Verdict.NEW_OFFICE


def test_a_person_who_means_one_office_is_not_given_another(network: Network) -> None:
    chief = own_card(network.chief)
    fresh = forged(chief, office=str(uuid4()), **OTHER_NAMES)
    assert refusal(network.headquarters, fresh, UUID(chief.office)) == "E_ANOTHER_OFFICE"
    enrol(network.headquarters, fresh)
    second = forged(chief, keys=StationKeys.generate().public)
    assert refusal(network.headquarters, second, UUID(fresh.office)) == "E_ANOTHER_OFFICE"
    assert standing(network.headquarters, second, UUID(chief.office)).office.name_fr == (
        chief.name_fr
    )
