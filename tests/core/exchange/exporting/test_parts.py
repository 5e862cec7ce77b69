"""A long log is exported in several files, each within the receiver's limits, step by step."""

from pathlib import Path

import pytest

from outreach_app.errors import Cancelled
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver, plan_export
from outreach_app.exchange.format import limits
from outreach_app.progress import Progress
from outreach_app.services.points import PointDraft
from tests import makers
from tests.core.exchange.network import Network, open_at, state, upto
from tests.core.exchange.posts import export, post, statuses

MAX = 3000


def planned(network: Network) -> ExportPlan:
    with network.chief.read() as session:
        return plan_export(session, Receiver.HEADQUARTERS)


def test_long_texts_are_split_by_their_bytes(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_OF_PART", MAX)
    long = (PointDraft("concern", "tp.6.1", "زقاق مظلم " * 200, "ar"),)  # of more bytes than that
    for points in ((), long, ()):
        makers.write_meeting(network.chief, points=points, commitments=(), referrals=())
    bundles = export(network.chief, tmp_path)
    opened = [open_at(network.headquarters, bundle.path.read_bytes()) for bundle in bundles]
    payloads = [bundle.manifest.payload for bundle in opened]
    assert [row.count for row in payloads if row.raw_size > MAX] == [1]  # the long text's file
    assert len(bundles) == 3
    assert statuses(post(network.headquarters, bundles)) == [("imported", None)] * len(bundles)
    assert state(network.chief).items() <= state(network.headquarters).items()
    assert sum(bundle.count for bundle in bundles) == upto(network.chief)


def test_the_fullest_part_is_taken_in() -> None:
    assert limits.MAX_OF_PART + limits.MAX_LINE < limits.MAX_RAW < limits.MAX_FILE


def test_every_file_of_an_export_is_a_step(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 2)
    makers.write_meeting(network.chief)
    steps: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _what: steps.append((done, total)))
    written = write_bundles(network.chief, [planned(network)], tmp_path, progress)
    assert len(written) > 2
    assert steps == [(done, len(written)) for done in range(len(written) + 1)]


def test_an_export_is_cancelled_between_its_files(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 2)
    makers.write_meeting(network.chief)
    progress = Progress(lambda done, _total, _what: progress.cancel() if done == 2 else None)
    folder = tmp_path / "out"
    with pytest.raises(Cancelled):
        write_bundles(network.chief, [planned(network)], folder, progress)
    assert list(folder.iterdir()) == []
