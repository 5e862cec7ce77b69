"""Recovery from a fork: two computers wrote under one device, and nothing is lost."""

import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
from msgspec import structs

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.exchange.exporting.certifying import certificate_for
from outreach_app.exchange.format.heads import sign_head
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.manifest import Have
from outreach_app.exchange.importing.acknowledgements import note_have
from outreach_app.exchange.stations.registry import (
    headquarters_stations,
    own_keys,
    own_station,
    own_stations,
    renew_own_station,
)
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.journal import current_device
from outreach_app.queries.meetings import list_meetings
from outreach_app.services.erasure import erase_identity
from outreach_app.services.meetings import delete_meeting
from tests import makers
from tests.core.exchange.network import KEY, Network, state, unsound
from tests.core.exchange.posts import answer, export, post, statuses
from tests.core.exchange.restored import HEADQUARTERS, OTHER, Offices


def references(store: Database) -> set[str | None]:
    with store.read() as session:
        return {row.reference for row in list_meetings(session)}


@pytest.mark.parametrize("computer", ["chief", "deputy"])
def test_own_devices_stay_in_order_though_the_clock_was_set_back(
    network: Network, computer: str
) -> None:
    """A file is certified by the oldest, whose card the others have.

    A second computer's oldest device has a certificate of the first computer's, too.
    """
    store: Database = getattr(network, computer)
    with store.write(Actor.CHIEF) as session:
        made = [own_station(session).device]
        for early in (3, 2, 1):  # each before all that were made
            with patch("uuid_utils.compat.uuid7", partial(UUID, int=early)):
                made.append(renew_own_station(session).device)
        assert [row.device for row in own_stations(session)] == made
        holders = [row.device for row in headquarters_stations(session)]
        certificate = certificate_for(session, own_station(session), holders)
        assert certificate is not None
        assert certificate.signed_by == own_stations(session)[0].key_id


def test_a_copied_store_goes_on_under_a_new_device(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    kept = makers.write_meeting(chief, reference="both")
    makers.write_meeting(chief, reference="deleted by the copy")
    post(headquarters, export(chief, tmp_path / "out"))
    post(chief, answer(headquarters, tmp_path / "answers"))
    chief.checkpoint()
    copy = Database(Path(shutil.copy(chief.path, tmp_path / "copy.db")), KEY)
    makers.write_meeting(chief, reference="first computer")
    post(headquarters, export(chief, tmp_path / "out"))

    makers.write_meeting(copy, reference="second computer")
    with copy.write(Actor.CHIEF) as session:
        [row] = [row for row in list_meetings(session) if row.reference == "deleted by the copy"]
        delete_meeting(session, row.uid, row.version)
    refused = post(headquarters, export(copy, tmp_path / "out"))
    assert statuses(refused) == [("refused", "E_FORK")]
    warned = post(copy, answer(headquarters, tmp_path / "answers")[:1])
    assert statuses(warned) == [("refused", "E_FORK")]

    with copy.write(Actor.CHIEF) as session:
        renew_station(session)
    assert unsound(copy) == []
    done = post(headquarters, export(copy, tmp_path / "out"))
    # Its access log is not the one that the first computer reported last.
    assert statuses(done) == [("imported", "W_AUDIT_NEW")]
    assert references(headquarters) == {"both", "first computer", "second computer"}
    assert unsound(headquarters) == []
    assert str(kept) in state(headquarters)
    copy.close()


def test_after_a_renewal_answers_come_in_again_and_nothing_is_sent_twice(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    makers.write_meeting(chief)
    with chief.write(Actor.CHIEF) as session:
        renew_station(session)
    [bundle] = export(chief, tmp_path / "out")
    assert statuses(post(headquarters, [bundle])) == [("imported", None)]
    answers = answer(headquarters, tmp_path / "answers")
    mine = [row for row in answers if row.stations == (bundle.device,)]
    assert statuses(post(chief, mine)) == [("imported", None)]
    assert [row.count for row in export(chief, tmp_path / "out")] == [0]
    assert len(references(headquarters)) == 1


def test_an_erasure_is_said_again(network: Network, tmp_path: Path) -> None:
    person = makers.write_person(network.chief, makers.write_partner(network.chief))
    post(network.headquarters, export(network.chief, tmp_path, includes_names=True))
    post(network.chief, answer(network.headquarters, tmp_path / "answers"))
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    with network.chief.write(Actor.CHIEF) as session:
        renew_station(session)
    post(network.headquarters, export(network.chief, tmp_path))
    assert "Khalid" not in str(state(network.headquarters))
    assert unsound(network.chief) == []


def test_only_what_its_own_key_signed_tells_a_store_that_it_was_copied(network: Network) -> None:
    with network.chief.write(Actor.CHIEF) as session:
        [sender] = headquarters_stations(session)
        own = own_station(session)
        device, keys = str(own.device), own_keys(session, own)
        for upto in (900, 1):
            lie, by_others = Have(upto, "0" * 64), StationKeys.generate()
            forged = sign_head(device, upto, lie.head, by_others)
            for have in (lie, structs.replace(lie, signed=forged)):
                [warning] = note_have(session, sender.device, {device: have}, datetime.now(UTC))
                assert warning.code == "W_HAVE"
            copied = structs.replace(lie, signed=sign_head(device, upto, lie.head, keys))
            with pytest.raises(BundleError) as refused:
                note_have(session, sender.device, {device: copied}, datetime.now(UTC))
            assert refused.value.code == "E_FORK"


def test_a_headquarters_that_went_back_still_knows_who_vouches(offices: Offices) -> None:
    """It vouched for a second device, then was restored from a backup under a new device."""
    for is_back in (False, True):
        if is_back:
            offices.restore(HEADQUARTERS, 0)
            offices.send(HEADQUARTERS, OTHER)
        with offices.stores[OTHER].write(Actor.CHIEF) as session:
            renew_station(session)
        makers.write_partner(offices.stores[OTHER])
        taken = [file for _time in range(2) for file in offices.send(OTHER, HEADQUARTERS)]
        assert {file.code for file in taken} <= {None, "W_GAP"}
        offices.send(HEADQUARTERS, OTHER)


@pytest.mark.parametrize("times", [30, pytest.param(1000, marks=pytest.mark.long)])
def test_a_station_renewed_time_and_again_still_sends(
    network: Network, tmp_path: Path, times: int
) -> None:
    letters = []
    with network.chief.write(Actor.CHIEF) as session:
        for _time in range(times):
            renew_own_station(session)
            letters.append(current_device(session).letter)
    # The chief's first station has no letter, and the deputy's is B.
    assert (letters[0], letters[23:26]) == ("C", ["Z", "AA", "AB"])
    assert letters[699:702] == ["ZZ", "AAA", "AAB"][: max(times - 699, 0)]
    assert len(set(letters)) == times
    makers.write_meeting(network.chief, reference="after them all")
    with network.chief.read() as session:
        [row] = list_meetings(session)
    assert row.number == f"01-{letters[-1]}/2026"
    done = post(network.headquarters, export(network.chief, tmp_path / "out"))
    assert set(statuses(done)) == {("imported", None)}
    assert unsound(network.chief) == unsound(network.headquarters) == []
