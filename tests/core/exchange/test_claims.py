"""Requests from people stay on the computers of one office; confirmed erasures are known."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.render import render_shortest
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.i18n import Language
from outreach_app.issuing.privacy import prepare_proof
from outreach_app.queries.claims import get_claim, list_claims
from outreach_app.queries.erasures import list_holders
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.search import upkeep
from outreach_app.services.claims import ClaimDraft, answer_claim, erase_for_claim, record_claim
from outreach_app.summaries.privacy.proof import ProofPlan
from tests import makers
from tests.core.exchange.network import Network, enrol, second_computer, unsound
from tests.core.exchange.posts import answer, export, post
from tests.core.exchange.test_erasing import is_anywhere

RECEIVERS = {Receiver.SIBLING: "deputy", Receiver.HEADQUARTERS: "headquarters"}


def claimed(chief: Database, today: date) -> UUID:
    """Write an erasure request of a recorded person."""
    person = makers.write_person(
        chief, makers.write_partner(chief), name_fr="Zephyrin Plantedname", name_ar=None
    )
    draft = ClaimDraft(
        ClaimKind.ERASURE, today, about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with chief.write(Actor.CHIEF) as session:
        return record_claim(session, draft).uid


def erase(store: Database, claim: UUID) -> None:
    with store.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim, get_claim(session, claim).version)
    upkeep.purge(store)


def send(network: Network, folder: Path, *, includes_names: bool = False) -> None:
    """Write the chief's files for the other computer and for headquarters, and import them."""
    for to, store in RECEIVERS.items():
        files = export(network.chief, folder, to, includes_names=includes_names)
        post(network.stores[store], files)


def test_a_claim_goes_to_the_other_computer_and_never_to_headquarters(
    network: Network, tmp_path: Path
) -> None:
    chief, today = network.chief, clock.today()
    uid = claimed(chief, today)
    send(network, tmp_path)
    assert [unsound(store) for store in network.stores.values()] == [[], [], []]
    with network.headquarters.read() as session:
        assert list_claims(session) == []
    erase(chief, uid)
    assert confirmed(network) == [False, False]
    post(network.deputy, export(chief, tmp_path, Receiver.SIBLING))
    post(chief, export(network.deputy, tmp_path, Receiver.SIBLING))
    assert confirmed(network) == [True, False]
    plan = drawn_proof(chief, uid)
    assert [holder.confirmed_on is None for holder in plan.holders] == [False, True]
    assert not plan.is_complete
    with network.deputy.write(Actor.CHIEF) as session:
        row = get_claim(session, uid)
        assert row.erased_on == today
        answer_claim(session, uid, row.version, Decision.GRANTED, today)


def test_an_erasure_is_whole_at_every_holder_and_the_proof_says_since_when(
    network: Network, tmp_path: Path
) -> None:
    """The name was sent to headquarters too; two files later it is erased everywhere, confirmed."""
    chief, today = network.chief, clock.today()
    uid = claimed(chief, today)
    send(network, tmp_path, includes_names=True)
    assert all(is_anywhere(store, tmp_path) for store in network.stores.values())
    erase(chief, uid)
    send(network, tmp_path)
    assert not any(is_anywhere(store, tmp_path) for store in network.stores.values())
    for days in (0, 3):
        with clock.at(clock.now() + timedelta(days=days)):
            makers.write_partner(network.deputy, name_fr=f"Amicale {days}", phone=None)
            post(chief, export(network.deputy, tmp_path, Receiver.SIBLING))
            post(chief, answer(network.headquarters, tmp_path))
            plan = drawn_proof(chief, uid)
            assert [holder.confirmed_on for holder in plan.holders] == [today, today]
            assert plan.is_complete


def test_two_computers_of_headquarters_are_one_holder_once_both_confirmed(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    second = second_computer(headquarters, tmp_path / "second.db")
    enrol(chief, second)
    enrol(second, chief)
    uid = claimed(chief, clock.today())
    erase(chief, uid)
    files = export(chief, tmp_path, Receiver.HEADQUARTERS)
    for store, expected in ((headquarters, [False, False]), (second, [False, True])):
        post(store, files)
        post(chief, answer(store, tmp_path))
        assert confirmed(network) == expected
    second.close()


def test_each_other_computer_of_an_office_is_told_by_its_number(
    network: Network, tmp_path: Path
) -> None:
    chief = network.chief
    third = second_computer(chief, tmp_path / "third.db")
    enrol(chief, third)
    enrol(third, chief)
    uid = claimed(chief, clock.today())
    erase(chief, uid)
    files = export(chief, tmp_path, Receiver.SIBLING)
    for store, expected in ((network.deputy, [True, False]), (third, [True, True])):
        post(store, files)
        post(chief, export(store, tmp_path, Receiver.SIBLING))
        with chief.read() as session:
            (row,) = list_claims(session)
            holders = list_holders(session, row.uid)
        assert [row.computer for row in holders] == [1, 2, None]
        assert [row.confirmed_on is not None for row in holders[:2]] == expected
    third.close()


def confirmed(network: Network) -> list[bool]:
    with network.chief.read() as session:
        (row,) = list_claims(session)
        return [holder.confirmed_on is not None for holder in list_holders(session, row.uid)]


def drawn_proof(store: Database, claim: UUID) -> ProofPlan:
    """Draw the proof in both languages, each on a page, and return what it says."""
    proof = prepare_proof(store, claim)
    for language in Language:
        request = proof.request(language)
        made = render_shortest(request.candidates, request.issue, request.title)
        assert (made.pages, made.lacking) == (1, "")
    return proof.plan
