"""Backups: one verified file with the whole store and its key file, and the way back."""

import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from outreach_app import clock, vault
from outreach_app.database import Database
from outreach_app.errors import BackupFailed
from outreach_app.i18n import gettext as _
from outreach_app.models import JOURNALED
from outreach_app.paths import STORE_FILE

FOLDER = "backups"
SUFFIX = ".outreach-backup"
# What rotation keeps beside all of the last day: one of each of the last days, weeks and months.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_STAMP = re.compile(rf"\d{{8}}-\d{{6}}-\d{{6}}{re.escape(SUFFIX)}")


def back_up(database: Database, key_folder: Path, target: Path) -> int:
    """Write a backup file, reopen it, and return how many records it holds.

    The copy is encrypted with the store's own key; nothing clear touches the disk. The file
    appears under its name only once it verified. Raises BackupFailed.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            copy, packed = Path(folder) / STORE_FILE, Path(folder) / target.name
            database.copy_to(copy)
            _pack(packed, copy, key_folder / vault.KEY_FILE)
            records = verify(packed, database.key)
            if records != count_records(database):
                raise BackupFailed(_damaged(target))
            packed.replace(target)
    except OSError as error:
        message = _("The backup could not be written to {file}: {reason}. Choose another place.")
        raise BackupFailed(message.format(file=target, reason=error.strerror)) from error
    return records


def verify(file: Path, key: bytes) -> int:
    """How many records a backup holds, after a whole integrity check. Raises BackupFailed."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".verify-") as folder:
        unpack(file, Path(folder))
        with _opened(Path(folder) / STORE_FILE, key) as database:
            try:
                if database.integrity() != "ok":
                    raise BackupFailed(_damaged(file))
                return count_records(database)
            except DatabaseError as error:
                raise BackupFailed(_damaged(file)) from error


def unpack(file: Path, folder: Path) -> None:
    """Put a backup's store and both copies of its key file into a folder. Raises BackupFailed."""
    try:
        with zipfile.ZipFile(file) as archive:
            for name in (STORE_FILE, vault.KEY_FILE):
                with archive.open(name) as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
    except (OSError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise BackupFailed(_damaged(file)) from error
    shutil.copyfile(folder / vault.KEY_FILE, folder / vault.KEY_FILE_COPY)


def newest(folder: Path) -> list[Path]:
    """The backups that rotation made, the newest first; other files are left alone."""
    files = (folder / FOLDER).glob(f"*{SUFFIX}")
    return sorted((file for file in files if _STAMP.fullmatch(file.name)), reverse=True)


def make_in_rotation(database: Database, folder: Path) -> Path:
    """Back up into the store's own backup folder, then drop what rotation does not keep."""
    target = folder / FOLDER / f"{clock.now():%Y%m%d-%H%M%S-%f}{SUFFIX}"
    back_up(database, folder, target)
    files = newest(folder)
    kept = moments_to_keep([moment_of(file) for file in files])
    for file in files:
        if moment_of(file) not in kept:
            file.unlink()
    return target


def moments_to_keep(moments: list[datetime]) -> set[datetime]:
    """Rotation: all of the last day, and the newest of each of the last days, weeks and months."""
    ordered = sorted(moments, reverse=True)
    kept = {moment for moment in ordered if ordered[0] - moment < timedelta(days=1)}
    for most, period in ((_DAYS, "%Y-%j"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        newest_of: dict[str, datetime] = {}
        for moment in ordered:
            newest_of.setdefault(moment.strftime(period), moment)
        kept.update(list(newest_of.values())[:most])
    return kept


def count_records(database: Database) -> int:
    """The number of records of every noun, deleted ones included."""
    with database.read() as session:
        return sum(
            session.scalar(select(func.count()).select_from(model)) or 0 for model in JOURNALED
        )


def moment_of(file: Path) -> datetime:
    """When a backup of the rotation was made, in UTC: its name says."""
    stamp = file.name.removesuffix(SUFFIX)
    return datetime.strptime(f"{stamp}+0000", "%Y%m%d-%H%M%S-%f%z")


def _pack(target: Path, store: Path, key_file: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.write(store, STORE_FILE)
        archive.write(key_file, vault.KEY_FILE)
    target.chmod(0o600)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Database]:
    database = Database(path, key)
    try:
        yield database
    finally:
        database.close()


def _damaged(file: Path) -> str:
    message = _("The backup is damaged or incomplete: {file}. Use another one.")
    return message.format(file=file)
