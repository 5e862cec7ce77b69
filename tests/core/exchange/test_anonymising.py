"""A text without the name reaches the other computer and headquarters, sent before or not."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.models import Meeting
from outreach_app.rules.claims import ClaimKind, IdentityCheck
from outreach_app.services.anonymising import AnonymousText, list_texts_of_claim, put_capacity
from outreach_app.services.claims import ClaimDraft, record_claim
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import export, post, statuses

NAME = "Zephyrin Plantedname"


def objection(store: Database) -> UUID:
    person = makers.write_person(
        store, makers.write_partner(store), name_fr=NAME, name_ar=None, capacity_fr="trésorier"
    )
    makers.write_meeting(store, subject_fr=f"Visite de {NAME}")
    draft = ClaimDraft(
        ClaimKind.OBJECTION,
        date(2026, 10, 20),
        about=person,
        identity_check=IdentityCheck.CARD_SHOWN,
    )
    with store.write(Actor.CHIEF) as session:
        return record_claim(session, draft).uid


@pytest.mark.parametrize("was_sent", [False, True])
def test_headquarters_and_the_other_computer_read_the_new_text(
    network: Network, tmp_path: Path, *, was_sent: bool
) -> None:
    claim = objection(network.chief)
    receivers = {Receiver.HEADQUARTERS: network.headquarters, Receiver.SIBLING: network.deputy}
    if was_sent:
        for to, store in receivers.items():
            post(store, export(network.chief, tmp_path / f"1-{to}", to))
    with network.chief.write(Actor.CHIEF) as session:
        [text] = list_texts_of_claim(session, claim)
        put_capacity(session, claim, AnonymousText(text, text.proposed))
    for to, store in receivers.items():
        done = post(store, export(network.chief, tmp_path / f"2-{to}", to))
        assert statuses(done) == [("imported", None)]
        with store.read() as session:
            assert session.scalars(select(Meeting.subject_fr)).one() == "Visite de trésorier"
        assert unsound(store) == []
    assert unsound(network.chief) == []
