"""What no form takes and a signed file states is told to the person who imports it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations.registry import renew_own_station
from outreach_app.i18n import Language, use
from outreach_app.journal import current_device
from outreach_app.models import Meeting
from outreach_app.models.replies import Reply
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.services.remarks import RemarkDraft, record_remark
from tests import makers
from tests.core.exchange.network import Network, export, take, unsound, upto


@pytest.fixture(autouse=True)
def _in_french() -> None:
    use(Language.FRENCH)


def write_remark(store: Database) -> None:
    with store.write(Actor.CHIEF) as session:
        record_remark(session, RemarkDraft("tp.1.1", "Une rue sombre", "fr", clock.today()))


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


def test_days_before_what_they_follow_are_told(network: Network) -> None:
    """A meeting that is put off later than its answers is told as answers that came too early."""
    uid = makers.write_meeting(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == uid)).one()
        meeting.points[0].closed_on = meeting.held_on - timedelta(days=1)
    taken = take(network.headquarters, export(network.chief))
    assert taken.code == "W_EARLY"
    assert "datés d’avant" in taken.sentence
    first = upto(network.chief) + 1
    with network.chief.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == uid)).one()
        meeting.points[0].closed_on = meeting.held_on
    assert take(network.headquarters, export(network.chief, first)).code is None
    first = upto(network.chief) + 1
    with network.chief.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == uid)).one()
        meeting.held_on += timedelta(days=1)
    assert take(network.headquarters, export(network.chief, first)).code == "W_EARLY"


def test_a_reply_of_headquarters_before_its_meeting_is_told(network: Network) -> None:
    makers.write_meeting(network.chief)
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        point = makers.the_meeting(session).points[0].uid
    makers.write_reply(network.headquarters, point, replied_on=date(1926, 6, 1))
    taken = take(network.chief, export(network.headquarters))
    assert taken.code == "W_EARLY"


def test_a_reply_of_years_ahead_has_no_day(network: Network) -> None:
    makers.write_meeting(network.chief)
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        point = makers.the_meeting(session).points[0].uid
    makers.write_reply(network.headquarters, point, replied_on=date(2035, 6, 1))
    assert take(network.chief, export(network.headquarters)).code == "W_ODD"
    with network.chief.read() as session:
        assert session.scalars(select(Reply.replied_on)).all() == [UNKNOWN_DAY]
    assert unsound(network.chief) == []


def test_what_a_form_takes_raises_no_doubt(network: Network) -> None:
    taken = taken_after(network, {"subject_fr": "Dossier D1234/2026, 20000 DH"})
    assert (taken.code, taken.new > 0) == (None, True)


@pytest.mark.parametrize("write", [write_remark, makers.write_rumour])
def test_two_computers_under_one_letter_are_told_of_the_number_used_twice(
    network: Network, write: Callable[[Database], object]
) -> None:
    for store in (network.chief, network.deputy):
        with store.write(Actor.PROGRAM) as session:
            current_device(session).letter = "C"
        write(store)
    [first, second] = [export(store) for store in (network.chief, network.deputy)]
    assert take(network.headquarters, first).code is None
    taken = take(network.headquarters, second)
    assert (taken.code, "nouveau numéro" in taken.sentence) == ("W_LETTER", True)
    assert take(network.chief, second).code == "W_LETTER"


def test_a_letter_that_another_computer_used_is_not_taken(network: Network) -> None:
    with network.deputy.write(Actor.PROGRAM) as session:
        current_device(session).letter = "C"
    write_remark(network.deputy)
    take(network.chief, export(network.deputy))
    with network.chief.write(Actor.CHIEF) as session:
        renew_own_station(session)
        assert current_device(session).letter == "D"
