"""Rotation and failure of backups."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach_app import backup
from outreach_app.errors import BackupFailed
from outreach_app.startup import OpenOffice

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_rotation_keeps_days_weeks_and_months() -> None:
    moments = [NOW - timedelta(hours=6 * step) for step in range(4 * 400)]
    kept = sorted(backup.moments_to_keep(moments), reverse=True)
    assert kept[0] == NOW
    assert kept[:4] == [NOW - timedelta(hours=6 * step) for step in range(4)]
    days = {moment.date() for moment in kept}
    assert {(NOW - timedelta(days=day)).date() for day in range(7)} <= days
    assert len({(moment.year, moment.month) for moment in kept}) == 12
    assert len(kept) <= 4 + 7 + 4 + 12


def test_an_unwritable_place_is_a_clear_refusal(office: OpenOffice, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(BackupFailed):
        backup.back_up(office.database, office.folder, blocked / "copy")


def test_a_backup_opens_with_its_own_key_only(office: OpenOffice, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    backup.back_up(office.database, office.folder, target)
    assert backup.verify(target, office.database.key) > 0
    with pytest.raises(BackupFailed):
        backup.verify(target, bytes(32))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
