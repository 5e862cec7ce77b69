"""The rows of the list of backups, and what is found out about each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from outreach_app import backup
from outreach_app.backup_file import OTHER_KEY
from outreach_app.clock import moment_words
from outreach_app.errors import BackupFailed
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from outreach_app.summaries.prose.numbers import digits
from ui.tables.columns import Column, Icon

_MEGABYTE = 1_000_000


class Unopened(Enum):
    """Why the records of a backup were not counted; only a damaged one cannot be restored."""

    DAMAGED = auto()
    OTHER_KEY = auto()

    @classmethod
    def of(cls, error: BackupFailed) -> "Unopened":
        return cls.OTHER_KEY if error.code == OTHER_KEY else cls.DAMAGED


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup; `records` is None until it was looked at."""

    file: Path
    is_second: bool
    records: int | Unopened | None


def count_each(
    files: Sequence[Path], office: OpenOffice, found: dict[Path, int | Unopened], progress: Progress
) -> None:
    """Open every backup not looked at before, the first ones first; `found` fills as it goes."""
    for number, file in enumerate(files):
        progress.step(number, len(files))
        if file not in found:
            try:
                found[file] = backup.verify(file, office.database.key, office.folder)
            except BackupFailed as error:
                found[file] = Unopened.of(error)
    progress.step(len(files), len(files))


def _size(row: BackupRow) -> str:
    size = max(1, round(row.file.stat().st_size / _MEGABYTE)) if row.file.exists() else 0
    return _("{size} MB").format(size=digits(size, current()))


def _records(row: BackupRow) -> str:
    if row.records is None:
        return "…"
    if row.records is Unopened.OTHER_KEY:
        return _("Passphrase of its day")
    return _("Damaged") if row.records is Unopened.DAMAGED else isolate(str(row.records))


def _records_icon(row: BackupRow) -> Icon | None:
    if row.records is None:
        return None
    if row.records is Unopened.OTHER_KEY:
        return Icon("info", "info")
    is_damaged = row.records is Unopened.DAMAGED
    return Icon("warning-circle", "late") if is_damaged else Icon("check-circle", "ok")


BACKUP_COLUMNS: tuple[Column[BackupRow], ...] = (
    Column(
        lambda: _("Made on"),
        lambda row: moment_words(backup.moment_of(row.file)),
        sort_key="made",
        by=lambda row: backup.moment_of(row.file),
    ),
    Column(
        lambda: _("Records"),
        _records,
        icon=_records_icon,
        width=200,
        sort_key="records",
        by=lambda row: row.records if isinstance(row.records, int) else None,
    ),
    Column(
        lambda: _("Size"),
        _size,
        width=120,
        sort_key="size",
        by=lambda row: row.file.stat().st_size if row.file.exists() else None,
    ),
    Column(
        lambda: _("Location"),
        lambda row: _("Second location") if row.is_second else _("Beside the register"),
        width=200,
        sort_key="place",
        by=lambda row: row.is_second,
    ),
)
