"""New keys once a year or in doubt: accepted because the former ones vouch for them."""

from pathlib import Path
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.registry import enrol, own_card, own_keys, own_station
from outreach_app.exchange.stations.renewal import rotate_keys
from outreach_app.exchange.stations.revocation import revoke
from tests import makers
from tests.core.exchange.network import Network, unsound
from tests.core.exchange.posts import answer, export, post, statuses


def rotate(store: Database) -> None:
    with store.read() as session:
        before = own_keys(session, own_station(session)).public
    with store.write(Actor.CHIEF) as session:
        rotate_keys(session)
    with store.read() as session:
        assert own_keys(session, own_station(session)).public != before


def test_what_is_written_before_and_after_arrives_by_the_word_of_the_former_keys(
    network: Network, tmp_path: Path
) -> None:
    makers.write_partner(network.chief)
    rotate(network.chief)
    makers.write_partner(network.chief, name_fr="After")
    done = post(network.headquarters, export(network.chief, tmp_path / "out"))
    assert {status for status, _code in statuses(done)} == {"imported"}
    rotate(network.headquarters)
    back = post(network.chief, answer(network.headquarters, tmp_path / "answers"))
    assert ("imported", None) in statuses(back)
    assert unsound(network.chief) == unsound(network.headquarters) == []


def test_in_doubt_the_former_keys_are_revoked_and_the_new_card_is_enrolled(
    network: Network, tmp_path: Path
) -> None:
    with network.chief.read() as session:
        former = own_station(session).device
    rotate(network.chief)
    makers.write_partner(network.chief)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revoke(session, former, 1)
    files = export(network.chief, tmp_path / "out")
    assert {status for status, _code in statuses(post(network.headquarters, files))} == {
        "quarantined"
    }
    with network.chief.read() as session:
        card = own_card(session)
    with network.headquarters.write(Actor.PROGRAM) as session:  # the office was called
        enrol(session, card, card_fingerprint(card), second_of=UUID(card.office))
    done = post(network.headquarters, export(network.chief, tmp_path / "again"))
    assert "imported" in {status for status, _code in statuses(done)}


def test_only_who_administers_changes_the_keys(network: Network) -> None:
    network.chief.actor = Actor.DEPUTY
    with network.chief.write() as session, pytest.raises(NotAllowed):
        rotate_keys(session)
