"""Nothing that a person has written takes the place of a file of a register."""

from pathlib import Path

import pytest

from outreach_app import backup, startup
from outreach_app.atomic_files import write_register_file, write_whole, written_together
from outreach_app.errors import WriteFailed
from outreach_app.paths import profile
from tests import makers

OWN_NAMES = (
    "outreach.db",
    "OUTREACH.DB",
    "outreach.db-wal",
    "outreach.db-journal",
    "outreach.key",
    "outreach.key.copy",
    "outreach.lock",
    ".ready",
    "backups/20260101-000000-000000.outreach-backup",
    "Backups/page.pdf",
    "set-aside-20260101-000000/outreach.db",
)


@pytest.mark.parametrize("name", OWN_NAMES)
def test_an_output_takes_no_name_of_the_registers_own_files(store: Path, name: str) -> None:
    link = store.parent / "link"
    link.symlink_to(store, target_is_directory=True)
    (store / name).parent.mkdir(exist_ok=True)
    before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file()}
    for path in (store / name, link / name, store / "backups" / ".." / name):
        with pytest.raises(WriteFailed) as refused:
            write_whole(path, b"{}")
        assert refused.value.code == "register_file"
        assert str(path) in refused.value.message
    with (
        pytest.raises(WriteFailed),
        written_together((store / name).parent, [("a", b""), (Path(name).name, b"{}")]),
    ):
        pass
    assert {path: path.read_bytes() for path in store.rglob("*") if path.is_file()} == before


def test_an_output_replaces_no_backup_and_nothing_in_the_profile(tmp_path: Path) -> None:
    kept = tmp_path / f"kept{backup.SUFFIX}"
    kept.write_bytes(b"a backup")
    for path in (kept, profile() / "marks" / "any"):
        with pytest.raises(WriteFailed) as refused:
            write_whole(path, b"{}")
        assert refused.value.code == "register_file"
    assert kept.read_bytes() == b"a backup"


def test_a_chosen_backup_takes_no_name_of_the_registers_own_files(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        for name in (
            f"outreach{backup.SUFFIX}",
            "outreach.db-journal",
            f"backups/a{backup.SUFFIX}",
        ):
            with pytest.raises(WriteFailed) as refused:
                office.back_up_to(store / name)
            assert refused.value.code == "register_file"
            assert not (store / name).exists()
        assert office.back_up_to(store / f"mine{backup.SUFFIX}") > 0


def test_other_names_beside_the_register_and_its_names_elsewhere_are_free(
    store: Path, tmp_path: Path
) -> None:
    write_whole(store / "report.pdf", b"1")
    write_whole(tmp_path / "outreach.csv", b"1")
    write_register_file(store / "outreach.failures", b"1")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    write_whole(tmp_path / "circle", b"1")
