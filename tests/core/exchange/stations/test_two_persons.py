"""With the two-person rule, enrolling, revoking and answering need a second person."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import accounts
from outreach_app.actors import Role
from outreach_app.errors import NotAllowed
from outreach_app.exchange.exporting.answering import write_answer
from outreach_app.exchange.stations import recovery
from outreach_app.exchange.stations.cards import Card, card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.escrow import Escrow
from outreach_app.exchange.stations.registry import own_card
from outreach_app.exchange.stations.revocation import revoke, undo_revocation
from outreach_app.models import Account
from outreach_app.second_person import SecondPerson
from outreach_app.services.purposes import ask_two_persons
from outreach_app.startup import OpenOffice


@dataclass
class Acts:
    """Headquarters' actions on one precinct, with or without confirmation."""

    headquarters: OpenOffice
    card: Card
    answer: Path

    def enrol(self, by: SecondPerson | None) -> None:
        place = self.headquarters.database, self.headquarters.folder
        enrol_card(*place, self.card, card_fingerprint(self.card), confirmed_by=by)

    def revoke(self, by: SecondPerson | None) -> None:
        with self.headquarters.database.write() as session:
            revoke(session, UUID(self.card.device), 1, by)

    def accept(self, by: SecondPerson | None) -> None:
        with self.headquarters.database.write() as session:
            undo_revocation(session, UUID(self.card.device), by)

    def help_out(self, by: SecondPerson | None) -> None:
        recipient = self.card.keys.recipient
        request = recovery.HelpRequest(self.card.office, recipient, {recipient: b"x"})
        escrow = Escrow(bytes(32), self.card)
        write_answer(self.headquarters.database, request, escrow, self.answer, by)


def test_headquarters_gravest_acts_wait_for_two(
    office: OpenOffice, headquarters: OpenOffice, tmp_path: Path
) -> None:
    row = accounts.add_account(headquarters.database, headquarters.folder, Role.ADMINISTRATOR)
    second = SecondPerson(row.account.uid)
    with headquarters.database.write() as session:
        session.get_one(Account, second.account).must_change = False
        ask_two_persons(session, is_asked=True)
    with office.database.read() as session:
        acts = Acts(headquarters, own_card(session), tmp_path / "one.outreach-answer")
    for act in (acts.enrol, acts.revoke, acts.accept, acts.help_out):
        with pytest.raises(NotAllowed) as refused:
            act(None)
        assert refused.value.code == "second_person_needed"
        assert not acts.answer.exists()
        act(second)
    assert acts.answer.exists()
