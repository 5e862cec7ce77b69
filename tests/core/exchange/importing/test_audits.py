"""Headquarters reports that a precinct's access log was truncated, and nothing else."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from outreach_app import access_log, clock
from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting import audits
from outreach_app.exchange.format.consistency import Tree
from outreach_app.exchange.format.manifest import Audit
from outreach_app.exchange.stations.registry import renew_own_station
from outreach_app.exchange.stations.renewal import go_on_restored, renew_station, rotate_keys
from outreach_app.models import Station
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.bundles import count_cut_logs
from tests import makers
from tests.core.exchange.network import KEY, Network, open_at
from tests.core.exchange.posts import export, post, statuses


@pytest.fixture(autouse=True)
def _minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advance the clock by a minute at each call: files contain their second."""
    began, minutes = clock.now() - timedelta(days=1), count()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(minutes=next(minutes) / 10))


AUDIT_OF = "outreach_app.exchange.exporting.bundles.audit_of"


def log_of(count: int) -> Audit:
    """Return the report of an invented log of some rows."""
    tree = Tree(bytes([count, row]) for row in range(count))
    return Audit(count, tree.root.hex())


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
    monkeypatch.setattr(AUDIT_OF, lambda _session: None)
    assert sent(network, tmp_path) == [("imported", "W_AUDIT_CUT")]


def test_nothing_that_a_station_signs_resets_what_is_known_of_its_log(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [log_of(9), log_of(0), log_of(5), None, log_of(7)]
    monkeypatch.setattr(AUDIT_OF, lambda _session: reports.pop(0))
    real, told = clock.now, []
    for hour in range(5):
        earlier = timedelta(hours=hour)  # each file says that it is older than the one before
        with monkeypatch.context() as back:
            back.setattr(clock, "now", lambda earlier=earlier: real() - earlier)
            act(network.chief)
            written = export(network.chief, tmp_path)
        told += [code for _status, code in statuses(post(network.headquarters, written))]
    # From no row on, any row goes on.
    assert told == [None, "W_AUDIT_CUT", None, "W_AUDIT_CUT", "W_AUDIT_CUT"]


def test_a_file_dated_ahead_overtakes_no_later_one(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log cut after it, in a file without changes, would pass as one that was overtaken."""
    reports = [log_of(9), log_of(5)]
    monkeypatch.setattr(AUDIT_OF, lambda _session: reports.pop(0))
    real = clock.now
    with monkeypatch.context() as ahead:
        ahead.setattr(clock, "now", lambda: real() + timedelta(days=6))
        first = export(network.chief, tmp_path)
    assert statuses(post(network.headquarters, first)) == [("imported", "W_CLOCK")]
    second = export(network.chief, tmp_path)
    assert statuses(post(network.headquarters, second)) == [("imported", "W_AUDIT_CUT")]


def test_a_restored_register_begins_a_log_under_its_new_number(
    network: Network, tmp_path: Path
) -> None:
    network.chief.checkpoint()
    path = tmp_path / "restored.db"
    shutil.copy(network.chief.path, path)
    sent(network, tmp_path)
    restored = Database(path, KEY)
    with restored.write(Actor.PROGRAM) as session:
        go_on_restored(session)
    act(restored)
    taken = statuses(post(network.headquarters, export(restored, tmp_path)))
    assert {code for _status, code in taken} == {"W_AUDIT_NEW"}
    assert sent(network, tmp_path) == [("imported", None)]
    restored.close()


@pytest.mark.parametrize("go_on", [renew_station, rotate_keys])
@pytest.mark.parametrize("is_copy", [True, False])
def test_a_new_number_goes_on_from_the_log_of_its_former(
    network: Network, tmp_path: Path, go_on: Callable[[Session], Station], is_copy: bool
) -> None:
    sent(network, tmp_path)
    store = network.chief
    if is_copy:  # a folder of before, on another computer
        network.chief.checkpoint()
        store = Database(Path(shutil.copy(network.chief.path, tmp_path / "copy.db")), KEY)
        sent(network, tmp_path)
    with store.write(Actor.CHIEF) as session:
        go_on(session)
    for expected in ("W_AUDIT_NEW" if is_copy else None, None):
        act(store)
        taken = statuses(post(network.headquarters, export(store, tmp_path)))
        assert {code for _status, code in taken} == {expected}
    with network.headquarters.read() as session:
        assert bool(count_cut_logs(session)) is is_copy
    if is_copy:
        store.close()


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
        assert opened.manifest.audit.count == audits.audit_of(session).count  # with its own row
