"""What no form takes and a signed file states is told to the person who imports it."""

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.i18n import Language, use
from outreach_app.models import Meeting
from tests import makers
from tests.core.exchange.network import Network, export, take


@pytest.fixture(autouse=True)
def _in_french() -> None:
    use(Language.FRENCH)


def taken_after(network: Network, changes: dict[str, object]) -> ReceivedFile:
    """Let headquarters import two meetings, the second one changed past every form."""
    makers.write_meeting(network.chief)
    uid = makers.write_meeting(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == uid)).one()
        for name, value in changes.items():
            setattr(meeting, name, value)
    return take(network.headquarters, export(network.chief))


def test_an_identity_number_in_a_text_is_told(network: Network) -> None:
    taken = taken_after(network, {"subject_fr": "Reçu de Karim, CIN BE 123456"})
    assert taken.code == "W_IDENTITY"
    assert "numéros de pièces d’identité" in taken.sentence
    assert "objet" in taken.sentence.casefold()


def test_a_second_meeting_under_one_number_is_told(network: Network) -> None:
    number = {"number_year": 2026, "number_sequence": 1, "number_station": "A"}
    makers.write_meeting(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        first = session.scalars(select(Meeting)).one()
        for name, value in number.items():
            setattr(first, name, value)
    taken = taken_after(network, dict(number))
    assert taken.code == "W_TWICE"
    assert "même numéro" in taken.sentence


def test_what_a_form_takes_raises_no_doubt(network: Network) -> None:
    taken = taken_after(network, {"subject_fr": "Dossier D1234/2026, 20000 DH"})
    assert (taken.code, taken.new > 0) == (None, True)
