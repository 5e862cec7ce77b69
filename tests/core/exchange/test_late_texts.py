"""A text that was typed on another computer before an erasure is found when that arrives (L7)."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.models import Identity, Meeting
from outreach_app.queries.claims import get_claim
from outreach_app.queries.erasures import list_holders
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.search import upkeep
from outreach_app.services.anonymising import (
    AnonymousText,
    keep_text_of_another,
    list_texts_of_claim,
    put_capacity,
)
from outreach_app.services.claims import ClaimDraft, answer_claim, erase_for_claim, record_claim
from tests import makers
from tests.core.exchange.network import Network, enrol, second_computer, unsound
from tests.core.exchange.posts import answer, export, post, statuses
from tests.core.exchange.test_claims import drawn_proof
from tests.core.exchange.test_erasing import is_anywhere

NAME = "Zephyrin Plantedname"


def claimed(store: Database) -> UUID:
    """Record a person, and an erasure request about them."""
    person = makers.write_person(
        store, makers.write_partner(store), name_fr=NAME, name_ar=None, capacity_fr="trésorier"
    )
    draft = ClaimDraft(
        ClaimKind.ERASURE,
        clock.today(),
        about=person,
        identity_check=IdentityCheck.CARD_SHOWN,
    )
    with store.write(Actor.CHIEF) as session:
        return record_claim(session, draft).uid


def erase(store: Database, claim: UUID) -> None:
    """Erase the name; texts here that have it get the capacity first."""
    with store.write(Actor.CHIEF) as session:
        for text in list_texts_of_claim(session, claim):
            put_capacity(session, claim, AnonymousText(text, text.proposed))
    with store.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim, get_claim(session, claim).version)
    upkeep.purge(store)


def send(store: Database, other: Database, folder: Path) -> list[tuple[str, str | None]]:
    return statuses(post(other, export(store, folder, Receiver.SIBLING)))


def told(store: Database, claim: UUID) -> list[str]:
    """Return the texts that the request lists."""
    with store.read() as session:
        return sorted(text.text for text in list_texts_of_claim(session, claim))


def naming(store: Database) -> list[str]:
    """Return the texts of a register that have the name."""
    with store.read() as session:
        subjects = session.scalars(select(Meeting.subject_fr))
        return sorted(text for text in subjects if text and "Plantedname" in text)


def knows(store: Database) -> bool:
    """Return whether a register still has the name on a card."""
    with store.read() as session:
        return session.scalar(select(Identity.id).limit(1)) is not None


def confirmed(store: Database, claim: UUID) -> list[bool]:
    """Return whether each holder confirmed: the other computers, then headquarters."""
    with store.read() as session:
        return [row.confirmed_on is not None for row in list_holders(session, claim)]


def reword(store: Database, claim: UUID) -> None:
    """Put the capacity into every text that the request lists."""
    with store.write(Actor.DEPUTY) as session:
        for text in list_texts_of_claim(session, claim):
            put_capacity(session, claim, AnonymousText(text, text.text.replace(NAME, "lui")))
    upkeep.purge(store)


@pytest.mark.parametrize("is_sent_first", [False, True])
def test_a_late_text_is_listed_on_both_computers_until_it_is_reworded(
    network: Network, tmp_path: Path, *, is_sent_first: bool
) -> None:
    chief, deputy = network.chief, network.deputy
    claim = claimed(chief)
    send(chief, deputy, tmp_path)
    makers.write_meeting(deputy, subject_fr=f"Visite de {NAME}")
    late = export(deputy, tmp_path, Receiver.SIBLING)
    erase(chief, claim)
    if is_sent_first:
        post(chief, late)
        assert confirmed(chief, claim)[0] is False
    assert send(chief, deputy, tmp_path) == [("imported", "W_NAMED")]
    assert told(deputy, claim) == [f"Visite de {NAME}"]
    send(deputy, chief, tmp_path)
    assert told(chief, claim) == [f"Visite de {NAME}"]
    post(network.headquarters, export(chief, tmp_path))
    post(chief, answer(network.headquarters, tmp_path))
    assert confirmed(chief, claim) == [False, False]
    with chief.write(Actor.CHIEF) as session:  # it can be answered before
        row = get_claim(session, claim)
        answer_claim(session, claim, row.version, Decision.GRANTED, clock.today())
    reword(chief, claim)
    assert told(chief, claim) == []
    assert confirmed(chief, claim) == [False, False]
    send(chief, deputy, tmp_path)
    send(deputy, chief, tmp_path)
    assert confirmed(chief, claim) == [True, False]
    post(network.headquarters, export(chief, tmp_path))
    post(chief, answer(network.headquarters, tmp_path))
    assert confirmed(chief, claim) == [True, True]
    for store in network.stores.values():
        assert not is_anywhere(store, tmp_path)
        assert unsound(store) == []


def test_a_late_text_of_another_person_is_kept_and_asked_about_once(
    network: Network, tmp_path: Path
) -> None:
    chief, deputy = network.chief, network.deputy
    claim = claimed(chief)
    send(chief, deputy, tmp_path)
    meeting = makers.write_meeting(deputy, subject_fr=f"Visite de {NAME}")
    erase(chief, claim)
    send(chief, deputy, tmp_path)
    with deputy.write(Actor.DEPUTY) as session:
        keep_text_of_another(session, claim, meeting, "subject_fr")
    send(deputy, chief, tmp_path)
    for store in (chief, deputy):
        assert told(store, claim) == []
        assert naming(store) == [f"Visite de {NAME}"]
    assert confirmed(chief, claim)[0] is True


def test_a_text_that_was_read_before_the_erasure_is_not_asked_about_again(
    network: Network, tmp_path: Path
) -> None:
    chief, deputy = network.chief, network.deputy
    claim = claimed(chief)
    makers.write_meeting(chief, subject_fr=f"Visite de {NAME}")
    send(chief, deputy, tmp_path)
    with chief.write(Actor.CHIEF) as session:
        texts = list_texts_of_claim(session, claim)
        erase_for_claim(session, claim, get_claim(session, claim).version, of_others=texts)
    assert send(chief, deputy, tmp_path) == [("imported", None)]
    assert told(deputy, claim) == []
    assert unsound(deputy) == []


def test_words_that_still_name_the_person_are_not_taken(network: Network, tmp_path: Path) -> None:
    claim = claimed(network.chief)
    send(network.chief, network.deputy, tmp_path)
    makers.write_meeting(network.deputy, subject_fr=f"Visite de {NAME}")
    erase(network.chief, claim)
    send(network.chief, network.deputy, tmp_path)
    with network.deputy.write(Actor.DEPUTY) as session:
        [text] = list_texts_of_claim(session, claim)
        with pytest.raises(InvalidDraft):
            put_capacity(session, claim, AnonymousText(text, text.text))
        put_capacity(session, claim, AnonymousText(text, "Visite"))
    assert told(network.deputy, claim) == []


@pytest.mark.parametrize(
    ("wording", "is_taken"),
    [
        ("Plantedname Z. revient", False),
        ("Zephyrin revient avec Zephyrin Alami", False),
        ("Retour de monsieur PLANTEDNAME et de Zephyrin Alami", False),
        ("Le trésorier revient avec Zephyrin Alami", True),  # who is named beside them
    ],
)
def test_no_word_of_the_name_stays_where_no_computer_knows_it(
    network: Network, tmp_path: Path, wording: str, *, is_taken: bool
) -> None:
    claim = claimed(network.chief)
    send(network.chief, network.deputy, tmp_path)
    makers.write_meeting(network.deputy, subject_fr=f"Monsieur {NAME} et Zephyrin Alami")
    erase(network.chief, claim)
    send(network.chief, network.deputy, tmp_path)
    send(network.deputy, network.chief, tmp_path)
    for store, actor in ((network.deputy, Actor.DEPUTY), (network.chief, Actor.CHIEF)):
        with store.write(actor) as session:
            [text] = list_texts_of_claim(session, claim)
            draft = AnonymousText(text, wording)
            if not is_taken:
                with pytest.raises(InvalidDraft):
                    put_capacity(session, claim, draft)
                continue
            put_capacity(session, claim, draft)
        assert told(store, claim) == []


def test_the_proof_is_whole_once_a_late_text_is_cleared_everywhere(
    network: Network, tmp_path: Path
) -> None:
    chief, deputy, today = network.chief, network.deputy, clock.today()
    claim = claimed(chief)
    send(chief, deputy, tmp_path)
    makers.write_meeting(deputy, subject_fr=f"Visite de {NAME}")
    erase(chief, claim)
    with clock.at(clock.now() + timedelta(days=1)):
        send(chief, deputy, tmp_path)
        send(deputy, chief, tmp_path)
        found = [drawn_proof(store, claim) for store in (chief, deputy)]
        assert [plan.late_texts for plan in found] == [1, 1]
        assert [plan.is_complete for plan in found] == [False, False]
        # Each computer's own register had the name until it was erased there.
        assert [plan.erased_on for plan in found] == [today, today + timedelta(days=1)]
    with clock.at(clock.now() + timedelta(days=3)):
        reword(chief, claim)
        send(chief, deputy, tmp_path)
        send(deputy, chief, tmp_path)
        post(network.headquarters, export(chief, tmp_path))
        post(chief, answer(network.headquarters, tmp_path))
        plan = drawn_proof(chief, claim)
        assert (plan.late_texts, plan.is_complete) == (0, True)
        assert (plan.erased_on, plan.cleared_on) == (today, today + timedelta(days=3))


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 20))]
)
def test_no_order_of_files_confirms_an_erasure_while_a_text_names_the_person(
    network: Network, tmp_path: Path, seed: int
) -> None:
    """Three computers type, erase and exchange in a random order."""
    random = Random(seed)  # noqa: S311
    claim = claimed(network.chief)
    send(network.chief, network.deputy, tmp_path)
    third = second_computer(network.chief, tmp_path / "third.db")
    stores = [network.chief, network.deputy, third]
    for one, other in permutations(stores, 2):
        if third in {one, other}:
            enrol(one, other)
    try:
        _live(stores, claim, random, tmp_path)
        meet(stores, tmp_path)
        left = naming(stores[0])
        assert [told(store, claim) for store in stores] == [left] * 3
        assert all(confirmed(stores[0], claim)[:2]) is not bool(left)
        reword(random.choice(stores), claim)
        meet(stores, tmp_path)
        for store in stores:
            assert not is_anywhere(store, tmp_path)
            assert all(confirmed(store, claim)[:2])
            assert unsound(store) == []
    finally:
        third.close()


def meet(stores: list[Database], folder: Path) -> None:
    """Send files until every computer has all, and was told by each of the others that it does."""
    for _turn in range(2):
        for one, other in permutations(stores, 2):
            send(one, other, folder)


def _live(stores: list[Database], claim: UUID, random: Random, folder: Path) -> None:
    """Type, erase once and send files in a random order; nothing is confirmed too early."""
    eraser, when = random.choice(stores), random.randrange(12)
    knowing = list(stores)  # who still has the name
    for step in range(16):
        if step == when:
            erase(eraser, claim)
            knowing.remove(eraser)
        elif random.random() < 0.4 and knowing:
            makers.write_meeting(random.choice(knowing), subject_fr=f"Visite {step} de {NAME}")
        else:
            one, other = random.sample(stores, 2)
            send(one, other, folder)
            if step > when and other in knowing and not knows(other):
                knowing.remove(other)
        if step >= when and all(confirmed(eraser, claim)[:2]):
            assert [naming(store) for store in stores] == [[], [], []]
