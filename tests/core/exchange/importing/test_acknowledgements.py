"""Acknowledged events are not sent again; missing ones are, despite earlier acknowledgements."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.bundles import WrittenBundle
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.exchange.stations.registry import (
    headquarters_stations,
    own_station,
    renew_own_station,
)
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.stations import list_stations
from tests import makers
from tests.core.exchange.invariants import own_device
from tests.core.exchange.network import KEY, Network, take, upto
from tests.core.exchange.network import export as export_range
from tests.core.exchange.posts import answer, export, post, statuses
from tests.servers import ON_A_FILE


@pytest.fixture(autouse=True)
def later_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advance the clock at each call: whole seconds would tie."""
    minutes = count()
    start = clock.now()  # the stores were made just before
    monkeypatch.setattr(clock, "now", lambda: start + timedelta(minutes=next(minutes)))


@pytest.fixture
def restored(network: Network, tmp_path: Path) -> Iterator[Database]:
    """Return headquarters' store restored to after the first meeting, under a new device."""
    exchange(network.chief, network.headquarters, tmp_path)
    makers.write_meeting(network.chief)
    exchange(network.chief, network.headquarters, tmp_path)
    network.headquarters.checkpoint()
    store = Database(Path(shutil.copy(network.headquarters.path, tmp_path / "restored.db")), KEY)
    with store.write(Actor.PROGRAM) as session:
        renew_own_station(session)
    yield store
    store.close()


def exchange(precinct: Database, headquarters: Database, folder: Path) -> None:
    """Send a file, and import the answer."""
    post(headquarters, export(precinct, folder))
    post(precinct, answer_to(headquarters, precinct, folder))


def answer_to(headquarters: Database, precinct: Database, folder: Path) -> list[WrittenBundle]:
    device = UUID(bytes=own_device(precinct))
    return [row for row in answer(headquarters, folder) if row.stations == (device,)]


@ON_A_FILE
def test_an_old_answer_that_comes_late_hides_no_gap(
    network: Network, restored: Database, tmp_path: Path
) -> None:
    chief = network.chief
    makers.write_meeting(chief)
    post(network.headquarters, export(chief, tmp_path))
    stale = answer_to(network.headquarters, chief, tmp_path)
    fresh = answer_to(restored, chief, tmp_path)
    for bundles in (fresh, stale):
        assert {status for status, _code in statuses(post(chief, bundles))} == {"imported"}
    summary = post(restored, export(chief, tmp_path))
    assert [(file.status, file.gaps) for file in summary.files] == [("imported", ())]
    assert upto(restored, own_device(chief)) == upto(chief)


@ON_A_FILE
def test_a_former_device_is_answered_no_more_once_the_new_one_spoke(
    network: Network, restored: Database, tmp_path: Path
) -> None:
    chief = network.chief
    with chief.read() as session:
        [former] = headquarters_stations(session)
        assert former.device == UUID(bytes=own_device(network.headquarters))
    exchange(chief, restored, tmp_path)
    with chief.read() as session:
        [current] = headquarters_stations(session)
        assert current.device == UUID(bytes=own_device(restored))
        assert current.vouched_by == former.device
        plan = plan_export(session, Receiver.HEADQUARTERS)
        assert (plan.stations, plan.events) == ((current.device,), 0)
        assert get_exchange_state(session).acknowledged_upto == upto(chief)
        rows = [row for row in list_stations(session) if row.role == "headquarters"]
    assert {(row.status, row.voucher, row.vouched) for row in rows} == {
        ("former", None, (2,)),
        ("enrolled", 1, ()),
    }


@ON_A_FILE
def test_the_former_device_counts_again_when_it_speaks_again(
    network: Network, restored: Database, tmp_path: Path
) -> None:
    """A copy took a new number, and the first computer kept writing: both exist."""
    chief = network.chief
    exchange(chief, restored, tmp_path)
    makers.write_meeting(chief)
    exchange(chief, restored, tmp_path)
    post(chief, answer_to(network.headquarters, chief, tmp_path))
    with chief.read() as session:
        assert len(headquarters_stations(session)) == 2
        assert get_exchange_state(session).acknowledged_upto != upto(chief)
    post(network.headquarters, export(chief, tmp_path))
    assert upto(network.headquarters, own_device(chief)) == upto(chief)


def test_what_came_after_a_gap_is_not_acknowledged(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    makers.write_meeting(chief)
    take(headquarters, export_range(chief, 1, 2))
    take(headquarters, export_range(chief, 4))
    post(chief, answer_to(headquarters, chief, tmp_path))
    with chief.read() as session:
        assert get_exchange_state(session).acknowledged_upto == 2
        assert plan_export(session, Receiver.HEADQUARTERS).ranges[0].first == 3


def test_a_week_without_changes_is_told_from_one_without_a_file(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    exchange(network.chief, network.headquarters, tmp_path)
    with network.chief.read() as session:
        own = own_station(session).device
    [bundle] = export(network.chief, tmp_path)
    assert (bundle.device, bundle.count) == (own, 0)
    assert statuses(post(network.headquarters, [bundle])) == [("imported", None)]
