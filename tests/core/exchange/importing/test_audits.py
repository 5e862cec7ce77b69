"""Headquarters reports that a precinct's access log was truncated, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from outreach_app import access_log, clock
from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting import audits
from outreach_app.exchange.stations.registry import renew_own_station
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.bundles import count_cut_logs
from tests import makers
from tests.core.exchange.network import Network, open_at
from tests.core.exchange.posts import export, post, statuses


@pytest.fixture(autouse=True)
def _minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advance the clock by a minute at each call: files contain their second."""
    began, minutes = clock.now() - timedelta(days=1), count()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(minutes=next(minutes) / 10))


def act(store: Database, times: int = 3) -> None:
    """Do something that is logged."""
    store.actor = Actor.CHIEF
    for _time in range(times):
        with store.write() as session:
            access_log.note(session, Act.SEARCH)
    makers.write_partner(store)


def sent(network: Network, folder: Path) -> list[tuple[str, str | None]]:
    act(network.chief)
    return statuses(post(network.headquarters, export(network.chief, folder)))


@contextmanager
def forced(store: Database) -> Iterator[None]:
    """Allow changing rows, as another program with the key can."""
    with store.write(Actor.PROGRAM) as session:
        found = (
            "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name='access_rows'"
        )
        rules = session.execute(text(found)).all()
        for name, _sql in rules:
            session.execute(text(f"DROP TRIGGER {name}"))
    yield
    with store.write(Actor.PROGRAM) as session:
        for _name, sql in rules:
            session.execute(text(sql))


def test_a_log_that_only_grew_is_taken_in_without_a_word(network: Network, tmp_path: Path) -> None:
    told = [sent(network, tmp_path) for _time in range(4)]
    assert told == [[("imported", None)]] * 4


def test_files_that_were_lost_or_overtaken_are_no_cut(network: Network, tmp_path: Path) -> None:
    files = []
    for _time in range(5):
        act(network.chief)
        files.append(export(network.chief, tmp_path))
    for place in (0, 4, 2):
        [(status, code)] = statuses(post(network.headquarters, files[place]))
        assert (status, code == "W_AUDIT_CUT") == ("imported", False)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM access_rows WHERE n > 2",
        "DELETE FROM access_rows WHERE n = 2",
        "UPDATE access_rows SET verb = 'answer_point' WHERE n = 2",
        "DELETE FROM access_rows",
    ],
)
@pytest.mark.parametrize("rows", [1, 9])
def test_a_log_that_was_cut_is_told_once(
    network: Network, tmp_path: Path, change: str, rows: int
) -> None:
    sent(network, tmp_path)
    with forced(network.chief), network.chief.write(Actor.PROGRAM) as session:
        session.execute(text(change))
    act(network.chief, rows)  # as many rows as before, or more, hide nothing
    assert sent(network, tmp_path) == [("imported", "W_AUDIT_CUT")]
    assert sent(network, tmp_path) == [("imported", None)]
    with network.headquarters.read() as session:
        assert count_cut_logs(session) == 1


def test_a_file_that_tells_of_no_log_is_a_cut_once_there_was_one(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(network, tmp_path)
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.audit_of", lambda _session: None)
    assert sent(network, tmp_path) == [("imported", "W_AUDIT_CUT")]


def test_a_new_number_names_the_log_that_it_goes_on_from(network: Network, tmp_path: Path) -> None:
    sent(network, tmp_path)
    with network.chief.read() as session:
        rows = list_access(session)
    with network.chief.write() as session:
        renew_own_station(session)
    with network.chief.read() as session:
        newest = list_access(session)[0]
    assert (newest.act, newest.verb, newest.count) == ("station", "go_on", rows[0].n + 1)
    assert newest.record is not None


def test_only_headquarters_is_told_of_the_log(network: Network, tmp_path: Path) -> None:
    act(network.chief)
    [to_headquarters] = export(network.chief, tmp_path)
    opened = open_at(network.headquarters, to_headquarters.path.read_bytes())
    assert opened.manifest.audit is not None
    with network.chief.read() as session:
        assert opened.manifest.audit.count < audits.audit_of(session).count
