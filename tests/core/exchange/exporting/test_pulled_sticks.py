"""A stick removed, or full, while files are written: none counts as sent."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from outreach_app.atomic_files import disk_of
from outreach_app.errors import WriteFailed
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.models import Bundle
from outreach_app.progress import Progress
from tests import disks, makers
from tests.core.exchange.network import Network, take, unsound
from tests.core.exchange.posts import export


def test_a_stick_that_is_pulled_out_between_two_files_has_sent_nothing(
    network: Network, tmp_path: Path
) -> None:
    store, stick = network.chief, tmp_path / "stick"
    makers.write_partner(store)
    with store.read() as session:
        plans = [plan_export(session, to) for to in (Receiver.HEADQUARTERS, Receiver.SIBLING)]

    def pull_out(done: int, _total: int, _what: str) -> None:
        if done == 1:
            subprocess.run(["umount", "--lazy", str(stick)], check=True)

    with disks.small_disk(stick, 4):
        with pytest.raises(WriteFailed) as refused:
            write_bundles(store, plans, stick, Progress(pull_out))
        assert list(stick.iterdir()) == []  # nothing was written to the disk under it
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=True)
    assert refused.value.code == "disk_gone"
    assert unsound(store) == []
    (again,) = export(store, tmp_path)
    assert (again.first, again.path.name[-11:]) == (1, "-1.outreach")
    take(network.headquarters, again.path.read_bytes())


def test_a_stick_that_is_pulled_out_before_the_first_file_has_sent_nothing(
    network: Network, tmp_path: Path
) -> None:
    store, stick = network.chief, tmp_path / "stick"
    with store.read() as session:
        plans = [plan_export(session, Receiver.HEADQUARTERS)]
    with disks.small_disk(stick, 4):
        disk = disk_of(stick / "new")
        subprocess.run(["umount", "--lazy", str(stick)], check=True)
        with pytest.raises(WriteFailed) as refused:
            write_bundles(store, plans, stick / "new", Progress(), disk=disk)
        assert list(stick.iterdir()) == []
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=True)
    assert refused.value.code == "disk_gone"
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Bundle)) == 0


@pytest.mark.parametrize("room", [0, 300, 2_000])
def test_a_stick_that_fills_up_in_the_write_keeps_no_part_of_a_file(
    network: Network, tmp_path: Path, room: int
) -> None:
    makers.write_partner(network.chief)
    with disks.small_disk(tmp_path / "stick", 1) as stick:
        ballast = disks.fill(stick, leaving=room)
        with pytest.raises(WriteFailed) as refused:
            export(network.chief, stick)
        assert refused.value.code == "no_room"
        assert list(stick.iterdir()) == [ballast]
        ballast.unlink()
        (again,) = export(network.chief, stick)
        assert again.first == 1


def test_what_a_killed_export_left_in_a_folder_goes_with_a_later_one(
    network: Network, tmp_path: Path
) -> None:
    """Not what another computer may be writing there, and nothing of another program."""
    makers.write_partner(network.chief)
    (written,) = export(network.chief, tmp_path / "files")
    whole = written.path.read_bytes()
    before = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    young, other = tmp_path / "files" / ".new-young", tmp_path / "files" / ".new-other"
    for path, content in ((young, whole), (other, b"%PDF-"), (tmp_path / "files/.new-ours", whole)):
        path.write_bytes(content[: len(content) // 2])
        if path != young:
            os.utime(path, (before, before))
    (other.with_name(".new-folder")).mkdir()
    os.utime(other.with_name(".new-folder"), (before, before))
    (again,) = export(network.chief, tmp_path / "files", is_full=True)
    kept = {young.name, other.name, ".new-folder", written.path.name, again.path.name}
    assert {path.name for path in (tmp_path / "files").iterdir()} == kept
