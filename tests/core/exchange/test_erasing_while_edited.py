"""A person is erased on one computer and edited on another: the name is erased, the rest stays."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.models import Person
from outreach_app.search import upkeep
from outreach_app.services.erasure import erase_identity
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from outreach_app.services.partners import change_partner
from outreach_app.services.people import change_person
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import answer, post
from tests.core.exchange.posts import export as write_files
from tests.core.exchange.test_erasing import is_anywhere


@pytest.mark.parametrize(
    ("is_erased_first", "senders"), [(True, ("chief", "deputy")), (False, ("deputy", "chief"))]
)
def test_the_name_is_nowhere_and_what_was_typed_of_the_capacity_is_kept(
    network: Network, tmp_path: Path, senders: tuple[str, ...], *, is_erased_first: bool
) -> None:
    partner = makers.write_partner(network.chief, name_ar="جمعية")
    person = makers.write_person(
        network.chief, partner, name_fr="Zephyrin Plantedname", name_ar=None, capacity_fr="Membre"
    )
    send_round(network, tmp_path, senders)
    assert is_anywhere(network.headquarters, tmp_path)
    if is_erased_first:
        erase(network.chief, person)
    with network.deputy.write(Actor.CHIEF) as session:
        draft = draft_of_person(session, person)
        typed = replace(draft, name_fr="Zephyr Plantedname", phone="0661234567")
        change_person(session, person, replace(typed, capacity_fr="Trésorier"))
    if not is_erased_first:
        erase(network.chief, person)
    for _each in range(2):
        send_round(network, tmp_path, senders)
    for store in network.stores.values():
        assert not is_anywhere(store, tmp_path)
        assert unsound(store) == []
        with store.read() as session:
            left = session.scalars(select(Person).where(Person.uid == person)).one()
            assert (left.identity, left.capacity_fr) == (None, "Trésorier")


def test_a_form_that_was_open_during_the_erasure_does_not_bring_the_name_back(
    network: Network, tmp_path: Path
) -> None:
    store = network.chief
    practice = makers.write_partner(
        store, name_ar=None, name_fr="Cabinet Plantedname", is_named_after_person=True
    )
    person = makers.write_person(store, practice, name_fr="Zephyrin Plantedname", name_ar=None)
    with store.read() as session:
        typed, body = draft_of_person(session, person), draft_of_partner(session, practice)
    erase(store, person)
    erase(store, practice)
    with pytest.raises(Conflict), store.write(Actor.CHIEF) as session:
        change_person(session, person, replace(typed, capacity_fr="Trésorier"))
    with pytest.raises(Conflict), store.write(Actor.CHIEF) as session:
        change_partner(session, practice, replace(body, place="Rue 5"))
    assert not is_anywhere(store, tmp_path)


def erase(store: Database, holder: UUID) -> None:
    with store.write(Actor.CHIEF) as session:
        erase_identity(session, holder)
    upkeep.purge(store)


def send_round(network: Network, folder: Path, senders: tuple[str, ...]) -> None:
    """Send new changes from each computer to the other and to headquarters, with names."""
    for sender in senders:
        receiver = network.deputy if sender == "chief" else network.chief
        store = network.stores[sender]
        post(receiver, write_files(store, folder, Receiver.SIBLING))
        post(network.headquarters, write_files(store, folder, includes_names=True))
    for written in [answer(network.headquarters, folder)]:
        for sender in senders:
            post(network.stores[sender], written)
