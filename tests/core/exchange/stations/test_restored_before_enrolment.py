"""A precinct that restored a backup is one computer: to itself and to headquarters."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.stations.renewal import go_on_restored
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.stations import list_stations
from tests import makers
from tests.core.exchange.network import OTHER_NAMES, enrol, new_store
from tests.core.exchange.posts import answer, export, post


@pytest.fixture
def minutes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many minutes have passed; files of one second cannot be told apart in time."""
    passed, real = [0], clock.now

    def later() -> datetime:
        return real() + timedelta(minutes=passed[0])

    monkeypatch.setattr(clock, "now", later)
    return passed


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """Yield a precinct that was restored before headquarters enrolled it, and headquarters."""
    precinct = new_store(tmp_path / "precinct.db", "precinct", **OTHER_NAMES)
    headquarters = new_store(tmp_path / "headquarters.db", "headquarters")
    makers.write_partner(precinct)
    restore(precinct)
    enrol(headquarters, precinct)
    enrol(precinct, headquarters)
    yield precinct, headquarters
    precinct.close()
    headquarters.close()


def restore(store: Database) -> None:
    with store.write(Actor.PROGRAM) as session:
        go_on_restored(session)


def states(store: Database, *, is_own: bool) -> list[str]:
    """Return the states of the own or the other computers in the list of stations."""
    with store.read() as session:
        return sorted(row.status for row in list_stations(session) if row.is_own is is_own)


def test_a_former_number_is_no_second_computer(
    stores: tuple[Database, Database], minutes: list[int], tmp_path: Path
) -> None:
    precinct, headquarters = stores
    assert states(precinct, is_own=True) == ["enrolled", "former"]
    minutes[0] += 5
    post(headquarters, export(precinct, tmp_path / "out"))
    assert states(headquarters, is_own=False) == ["enrolled", "former"]


def test_what_was_acknowledged_under_the_former_number_is_said(
    stores: tuple[Database, Database], minutes: list[int], tmp_path: Path
) -> None:
    precinct, headquarters = stores
    post(headquarters, export(precinct, tmp_path / "out"))
    minutes[0] += 5
    post(precinct, answer(headquarters, tmp_path / "answers"))
    with precinct.read() as session:
        before = get_exchange_state(session)
    restore(precinct)
    with precinct.read() as session:
        after = get_exchange_state(session)
    assert after.acknowledged_at == before.acknowledged_at is not None
    assert after.acknowledged_upto is None
