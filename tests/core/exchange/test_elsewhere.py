"""In headquarters' folder of answers a precinct finds its own, and ignores the others."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations.registry import own_station
from outreach_app.models import Bundle
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.network import Network
from tests.core.exchange.posts import answer, export, statuses

OWN, OTHER = ("imported", None), ("elsewhere", "W_ELSEWHERE")
REFUSED = ("refused", "E_NOT_FOR_US_OR_DAMAGED")


@pytest.fixture
def answers(network: Network, tmp_path: Path) -> dict[str, Path]:
    """Return headquarters' answers in one folder, by receiver."""
    with network.chief.read() as session:
        chief = own_station(session).device
    written = answer(network.headquarters, tmp_path / "answers")
    found = {"chief" if chief in row.stations else "deputy": row.path for row in written}
    assert len(found) == 2
    return found


def tried(
    store: Database, paths: Sequence[Path], *, dry_run: bool = False
) -> set[tuple[str, str | None]]:
    """Return the status of each file."""
    return set(statuses(import_paths(store, paths, Progress(), dry_run=dry_run)))


def logged(store: Database) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(Bundle.status).where(Bundle.direction == "in")))


def test_the_answers_to_others_are_passed_over(network: Network, answers: dict[str, Path]) -> None:
    folder = answers["chief"].parent
    assert tried(network.chief, [folder], dry_run=True) == {OWN, OTHER}
    assert tried(network.chief, [folder]) == {OWN, OTHER}
    assert logged(network.chief) == ["imported"]
    assert tried(network.chief, [folder]) == {("duplicate", "W_DUPLICATE"), OTHER}


def test_what_was_written_here_brings_nothing(network: Network, answers: dict[str, Path]) -> None:
    assert tried(network.headquarters, [answers["chief"].parent]) == {("duplicate", "W_DUPLICATE")}


def test_a_name_in_capitals_is_a_files_too(network: Network, answers: dict[str, Path]) -> None:
    loud = answers["chief"].rename(answers["chief"].with_suffix(".OUTREACH"))
    assert tried(network.chief, [loud.parent]) == {OWN, OTHER}


def test_an_answer_to_another_alone_is_refused(network: Network, answers: dict[str, Path]) -> None:
    assert tried(network.chief, [answers["deputy"]]) == {REFUSED}
    assert logged(network.chief) == ["refused"]


def test_what_lies_in_another_folder_is_refused(
    network: Network, answers: dict[str, Path], tmp_path: Path
) -> None:
    elsewhere = answers["deputy"].rename(tmp_path / "moved.outreach")
    assert tried(network.chief, [answers["chief"], elsewhere]) == {OWN, REFUSED}
    assert sorted(logged(network.chief)) == ["imported", "refused"]


def test_a_damaged_answer_is_refused_wherever_the_damage_is(
    network: Network, answers: dict[str, Path]
) -> None:
    whole = answers["chief"].read_bytes()
    # Each line of the header holds one station's key; of the rest the last byte will do.
    header = whole.index(b"\n---")
    for place in (*range(30, header, 20), len(whole) - 1):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        answers["chief"].write_bytes(damaged)
        assert not tried(network.chief, [answers["chief"].parent], dry_run=True) & {OWN, OTHER}


def test_a_damaged_file_beside_its_own_is_refused(
    network: Network, answers: dict[str, Path]
) -> None:
    whole = answers["chief"].read_bytes()
    answers["chief"].with_name("again.outreach").write_bytes(whole[:-1])
    answers["deputy"].unlink()
    assert tried(network.chief, [answers["chief"].parent]) == {OWN, REFUSED}


def test_headquarters_passes_nothing_over(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    export(network.chief, tmp_path / "stick")
    export(network.chief, tmp_path / "stick", Receiver.SIBLING)
    answer(network.headquarters, tmp_path / "stick")
    found = tried(network.headquarters, [tmp_path / "stick"])
    assert REFUSED in found
    assert OTHER not in found
