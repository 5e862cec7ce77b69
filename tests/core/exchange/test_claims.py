"""What persons ask stays with the computers of one office; who confirmed an erasure is known."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

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
from outreach_app.services.claims import ClaimDraft, answer_claim, erase_for_claim, record_claim
from outreach_app.summaries.privacy.proof import ProofPlan
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import export, post


def test_a_claim_goes_to_the_other_computer_and_never_to_headquarters(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chief = network.chief
    partner = makers.write_partner(chief)
    person = makers.write_person(chief, partner, name_fr="Zephyrin Plantedname")
    today = clock.local(clock.now()).date()
    draft = ClaimDraft(
        ClaimKind.ERASURE, today, about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with chief.write(Actor.CHIEF) as session:
        uid = record_claim(session, draft).uid
    for receiver, store in (
        (Receiver.SIBLING, network.deputy),
        (Receiver.HEADQUARTERS, network.headquarters),
    ):
        post(store, export(chief, tmp_path, receiver, includes_names=True))
        assert unsound(store) == []
    with network.deputy.read() as session:
        assert get_claim(session, uid).about == person
    with network.headquarters.read() as session:
        assert list_claims(session) == []

    with chief.write(Actor.CHIEF) as session:
        row = get_claim(session, uid)
        erase_for_claim(session, uid, row.version)
    assert confirmed(network) == [False, False]
    post(network.deputy, export(chief, tmp_path, Receiver.SIBLING))
    post(chief, export(network.deputy, tmp_path, Receiver.SIBLING))
    assert confirmed(network) == [True, False]
    first = [holder.confirmed_on for holder in drawn_proof(chief, uid).holders]
    with monkeypatch.context() as later:
        moment = clock.now() + timedelta(days=3)
        later.setattr(clock, "now", lambda: moment)
        makers.write_partner(network.deputy, name_fr="Amicale Annour", phone="0522334455")
        post(chief, export(network.deputy, tmp_path, Receiver.SIBLING))
    plan = drawn_proof(chief, uid)
    assert [holder.confirmed_on for holder in plan.holders] == first  # the day does not move
    assert [holder.confirmed_on is None for holder in plan.holders] == [False, True]
    assert not plan.is_complete
    with network.deputy.write(Actor.CHIEF) as session:
        row = get_claim(session, uid)
        assert row.erased_on == today
        answer_claim(session, uid, row.version, Decision.GRANTED, today)


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
