"""A text without the name replaces the former one, wherever that was sent (L7)."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.models import JournalEvent, Meeting
from outreach_app.queries.claims import get_claim
from outreach_app.queries.conflicts import count_conflicts
from outreach_app.queries.records import get_record
from outreach_app.rules.claims import ClaimKind, IdentityCheck
from outreach_app.search import upkeep
from outreach_app.services.anonymising import AnonymousText, list_texts_of_claim, put_capacity
from outreach_app.services.claims import ClaimDraft, erase_for_claim, record_claim
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import export, post, statuses
from tests.core.exchange.test_erasing import is_anywhere

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


def anonymise(store: Database, claim: UUID) -> None:
    with store.write(Actor.CHIEF) as session:
        [text] = list_texts_of_claim(session, claim)
        put_capacity(session, claim, AnonymousText(text, text.proposed))


def lines_of(session: Session) -> list[bytes]:
    return list(filter(None, session.scalars(select(JournalEvent.line))))


def subjects(store: Database) -> list[str | None]:
    with store.read() as session:
        return list(session.scalars(select(Meeting.subject_fr)))


@pytest.mark.parametrize("was_sent", [False, True])
def test_headquarters_and_the_other_computer_read_the_new_text_and_keep_no_word_of_the_old(
    network: Network, tmp_path: Path, *, was_sent: bool
) -> None:
    claim = objection(network.chief)
    receivers = {Receiver.HEADQUARTERS: network.headquarters, Receiver.SIBLING: network.deputy}
    if was_sent:
        for to, store in receivers.items():
            post(store, export(network.chief, tmp_path / f"1-{to}", to))
            assert is_anywhere(store, tmp_path)
    anonymise(network.chief, claim)
    with network.chief.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim, get_claim(session, claim).version)
    upkeep.purge(network.chief)
    for to, store in receivers.items():
        done = post(store, export(network.chief, tmp_path / f"2-{to}", to))
        assert statuses(done) == [("imported", None)]
        assert subjects(store) == ["Visite de trésorier"]
    for store in network.stores.values():
        assert unsound(store) == []
        assert not is_anywhere(store, tmp_path)


def test_the_other_computer_does_not_bring_the_former_words_back(
    network: Network, tmp_path: Path
) -> None:
    claim = objection(network.chief)
    post(network.deputy, export(network.chief, tmp_path / "1", Receiver.SIBLING))
    anonymise(network.chief, claim)
    for turn in range(2):  # the first reports what each has
        for store, other in ((network.deputy, network.chief), (network.chief, network.deputy)):
            to = tmp_path / f"{turn}-{store.path.stem}"
            post(other, export(store, to, Receiver.SIBLING))
    for store in (network.chief, network.deputy):
        with store.read() as session:
            assert not [line for line in lines_of(session) if b"Visite de Zephyrin" in line]
        assert unsound(store) == []


def test_what_the_other_computer_wrote_into_such_a_text_meanwhile_is_told(
    network: Network, tmp_path: Path
) -> None:
    """Somebody who still saw the name may have written it again."""
    claim = objection(network.chief)
    post(network.deputy, export(network.chief, tmp_path / "1", Receiver.SIBLING))
    with network.deputy.write(Actor.DEPUTY) as session:
        meeting = session.scalars(select(Meeting)).one()
        draft = replace(draft_of_meeting(session, meeting.uid), subject_fr=f"Chez {NAME}")
        change_meeting(session, meeting.uid, draft)
    anonymise(network.chief, claim)
    to_deputy = export(network.chief, tmp_path / "2", Receiver.SIBLING)
    to_chief = export(network.deputy, tmp_path / "3", Receiver.SIBLING)
    assert statuses(post(network.chief, to_chief)) == [("imported", "W_IN_VAIN")]
    assert statuses(post(network.deputy, to_deputy)) == [("imported", "W_IN_VAIN")]
    for store in (network.chief, network.deputy):
        assert subjects(store) == ["Visite de trésorier"]
        assert unsound(store) == []
        with store.read() as session:
            assert count_conflicts(session) == 0
            assert not [line for line in lines_of(session) if b"Chez Zephyrin" in line]


def test_what_it_changed_elsewhere_in_the_record_is_asked_about(
    network: Network, tmp_path: Path
) -> None:
    claim = objection(network.chief)
    post(network.deputy, export(network.chief, tmp_path / "1", Receiver.SIBLING))
    with network.deputy.write(Actor.DEPUTY) as session:
        uid = session.scalars(select(Meeting.uid)).one()
        get_record(session, Meeting, uid).headcount = 31
    anonymise(network.chief, claim)
    post(network.chief, export(network.deputy, tmp_path / "3", Receiver.SIBLING))
    with network.chief.read() as session:
        assert count_conflicts(session) == 1
    assert unsound(network.chief) == []
