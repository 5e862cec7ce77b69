"""Many files at once: in any order, repeated, lost, truncated, cancelled, and bad ones."""

import os
import random
from pathlib import Path

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.exchange.format import reading
from outreach_app.exchange.format.encryption import encrypt
from outreach_app.exchange.importing.folders import import_paths, peek_paths
from outreach_app.exchange.stations import registry, revocation
from outreach_app.models import Bundle
from outreach_app.progress import Progress
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus
from tests import makers
from tests.core.exchange.forging import taken_apart
from tests.core.exchange.network import (
    Network,
    events,
    export,
    opened_network,
    state,
    unsound,
    upto,
)
from tests.core.search.found import find
from tests.servers import ON_A_FILE

PARTS = 15


@pytest.fixture
def files(network: Network, tmp_path: Path) -> list[Path]:
    """Return the chief's log, one file for every few events."""
    for number in range(4):
        partner = makers.write_partner(network.chief, name_ar=f"جمعية {number}", name_fr=None)
        makers.write_person(network.chief, partner)
        makers.write_meeting(network.chief, attendances=((partner, True),))
        makers.write_meeting(network.deputy)
    return write_parts(network.chief, tmp_path / "usb", PARTS)


def write_parts(store: Database, folder: Path, most: int) -> list[Path]:
    folder.mkdir()
    length = upto(store)
    size = max(1, length // most)
    paths = []
    for first in range(1, length + 1, size):
        path = folder / f"{first:03}.outreach"
        path.write_bytes(export(store, first, min(first + size - 1, length)))
        paths.append(path)
    return paths


def run(store: Database, *paths: Path) -> list[str]:
    return [file.status for file in import_paths(store, paths, Progress()).files]


def test_a_folder_of_files_comes_in_and_can_be_searched(
    network: Network, files: list[Path]
) -> None:
    summary = import_paths(network.headquarters, [files[0].parent], Progress())
    assert summary.count(BundleStatus.IMPORTED) == len(files)
    assert summary.new == upto(network.chief)
    assert summary.files[0].office == Bilingual("النخيل", "Annakhil")
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert len(find(session, "الزقاق مظلم", 50)) == 4


def test_shuffled_repeated_and_lost_files_end_as_in_order(
    network: Network, files: list[Path], network_template: Path, tmp_path: Path
) -> None:
    mix(network, files, network_template, tmp_path, seed=1)


@pytest.mark.long
def test_six_hundred_files_in_any_order(
    network: Network, network_template: Path, tmp_path: Path
) -> None:
    for number in range(120):
        makers.write_meeting(network.chief, subject_ar=f"لقاء {number}")
    paths = write_parts(network.chief, tmp_path / "many", 600)
    assert len(paths) >= 600
    mix(network, paths, network_template, tmp_path, seed=2)


def mix(network: Network, files: list[Path], template: Path, tmp_path: Path, seed: int) -> None:
    import_paths(network.headquarters, files, Progress())
    chance = random.Random(seed)  # noqa: S311  the same order each run
    sent = files + chance.sample(files, len(files) // 5)
    chance.shuffle(sent)
    lost = set(chance.sample(files, len(files) // 10))
    other = tmp_path / "other"
    other.mkdir()
    with opened_network(template, other) as fresh:
        store = fresh.headquarters
        for path in sent:
            if path not in lost:
                import_paths(store, [path], Progress())
        assert unsound(store) == []
        import_paths(store, sorted(lost), Progress())
        assert state(store) == state(network.headquarters)
        assert events(store) == events(network.headquarters)
        assert unsound(store) == []


def test_one_bad_file_stops_no_other(network: Network, files: list[Path], tmp_path: Path) -> None:
    damaged, foreign, missing = (tmp_path / f"{n}.outreach" for n in ("damaged", "foreign", "no"))
    damaged.write_bytes(files[0].read_bytes()[:-1])
    foreign.write_bytes(b"not a bundle")
    store = network.headquarters
    summary = import_paths(store, [damaged, files[0], foreign, missing, files[1]], Progress())
    assert [file.status for file in summary.files] == [
        "refused",
        "imported",
        "refused",
        "refused",
        "imported",
    ]
    assert [file.code for file in summary.files if file.status == "refused"] == [
        "E_NOT_FOR_US_OR_DAMAGED",
        "E_NOT_BUNDLE",
        "E_UNREADABLE",
    ]
    assert all(file.sentence for file in summary.files if file.status == "refused")
    with store.read() as session:
        assert session.query(Bundle).filter(Bundle.status == "refused").count() == 3
    assert run(store, files[0]) == ["duplicate"]


def test_a_folder_full_of_anybodys_files_does_not_fill_the_log(
    network: Network, files: list[Path]
) -> None:
    folder = files[0].parent
    for number in range(130):
        (folder / f"no-{number}.outreach").write_bytes(b"not a bundle")
    summary = import_paths(network.headquarters, [folder], Progress())
    counts = [summary.count(state) for state in (BundleStatus.IMPORTED, BundleStatus.REFUSED)]
    with network.headquarters.read() as session:
        kept = session.query(Bundle).filter(Bundle.status == "refused").count()
    assert (counts, kept) == ([len(files), 130], 100)


def test_a_file_that_takes_too_long_stops_no_other(
    network: Network, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.outreach"
    large.write_bytes(encrypt(os.urandom(8 << 20), [taken_apart(network).receiver]))

    def hurry(_done: int, _total: int, what: str) -> None:
        monkeypatch.setattr(reading, "MAX_SECONDS", 0.0 if what == large.name else 60.0)

    store = network.headquarters
    summary = import_paths(store, [files[0], large, files[1]], Progress(hurry))
    assert [(file.status, file.code) for file in summary.files] == [
        ("imported", None),
        ("refused", "E_TOO_COSTLY"),
        ("imported", None),
    ]
    [again] = peek_paths(store, [large], Progress())
    assert again.code == "E_CONTAINER"


def test_a_dry_run_says_what_would_come_and_changes_nothing(
    network: Network, files: list[Path]
) -> None:
    before = state(network.headquarters), events(network.headquarters)
    summary = import_paths(network.headquarters, files, Progress(), dry_run=True)
    assert summary.new == upto(network.chief)
    assert all(file.gaps == () for file in summary.files)  # each sees those before it
    assert (state(network.headquarters), events(network.headquarters)) == before
    with network.headquarters.read() as session:
        assert session.query(Bundle).count() == 0


def test_files_are_told_apart_while_somebody_else_writes(
    network: Network, files: list[Path]
) -> None:
    store = network.headquarters
    run(store, files[0])
    with store.write(Actor.CHIEF):
        peeked = peek_paths(store, [*files[:2], files[0].with_name("gone.outreach")], Progress())
    assert [file.status for file in peeked] == ["duplicate", "imported", "refused"]
    with network.chief.read() as session:
        assert {file.device for file in peeked[:2]} == {str(registry.own_station(session).device)}


def test_cancelling_keeps_the_files_before_it(network: Network, files: list[Path]) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if done == 3:
            progress.cancel()

    progress = Progress(stop)
    summary = import_paths(network.headquarters, files, progress)
    assert [file.status for file in summary.files] == ["imported"] * 4
    assert summary.left_out == tuple(files[4:])
    assert run(network.headquarters, *files)[:5] == ["duplicate"] * 4 + ["imported"]
    assert unsound(network.headquarters) == []


def test_what_a_revoked_station_signs_waits_for_a_person(
    network: Network, files: list[Path]
) -> None:
    with network.chief.read() as session:
        device = registry.own_station(session).device
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, device, 3)
    before = events(network.headquarters)
    summary = import_paths(network.headquarters, [files[-1]], Progress())
    assert [(file.status, file.code) for file in summary.files] == [
        ("quarantined", "E_SENDER_REVOKED")
    ]
    assert events(network.headquarters) == before
    with network.headquarters.read() as session:
        assert session.query(Bundle).one().status == "quarantined"
    assert run(network.headquarters, files[0]) == ["imported"]


@ON_A_FILE
def test_a_full_disk_leaves_the_store_as_it_was(network: Network, files: list[Path]) -> None:
    """With any free space, an import is complete or has no effect."""
    for number in range(12):  # more than the free pages of a store hold
        makers.write_meeting(network.chief, reference=f"R-{number}")
    whole = files[0].parent / "whole.outreach"
    whole.write_bytes(export(network.chief))
    store = network.headquarters
    before = state(store), events(store)
    rooms = iter(range(200))
    failed = 0
    while not fits(store, whole, next(rooms)):
        failed += 1
        assert (state(store), events(store)) == before
    assert failed > 3
    after = state(store)
    assert {uid: after[uid] for uid in state(network.chief)} == state(network.chief)


def fits(store: Database, path: Path, room: int) -> bool:
    """Return whether a file can be imported if the store may grow by only `pages` pages."""
    with store.read() as session:
        bare = session.connection().connection.driver_connection
        assert bare is not None
        pages = bare.execute("PRAGMA page_count").fetchone()[0]
        bare.execute(f"PRAGMA max_page_count = {pages + room}")
    try:
        import_paths(store, [path], Progress())
    except StoreFailed:
        with store.read() as session:
            return session.query(Bundle).count() > 0  # all but its words in the search index
    return True
