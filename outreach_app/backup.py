"""Backups: one verified file with the whole store and its key file, and the way back."""

import filecmp
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, inspect, select
from sqlalchemy.exc import DatabaseError

from outreach_app import clock, vault
from outreach_app.database import Database
from outreach_app.errors import BackupFailed, reason_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import JOURNALED
from outreach_app.paths import STORE_FILE

FOLDER = "backups"
SUFFIX = ".outreach-backup"
# What rotation keeps beside all of the last day: one of each of the last days, weeks and months.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
# Folders that hold a backup while it is made, and one while it is looked at.
_BACKUP, _VERIFY = ".backup-", ".verify-"
_STAMP = re.compile(rf"\d{{8}}-\d{{6}}-\d{{6}}{re.escape(SUFFIX)}")


def back_up(database: Database, key_folder: Path, target: Path) -> int:
    """Write a backup file, reopen it, and return how many records it holds.

    The copy is encrypted with the store's own key; nothing clear touches the disk. The file
    appears under its name only once it verified. Raises BackupFailed.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=_BACKUP) as folder:
            copy, packed = Path(folder) / STORE_FILE, Path(folder) / target.name
            before = count_records(database)
            database.copy_to(copy)
            _pack(packed, copy, key_folder / vault.KEY_FILE)
            records = verify(packed, database.key)
            # Records are written while the copy is made: it holds some of those, and all before.
            if not before <= records <= count_records(database):
                raise BackupFailed(_damaged(target))
            packed.replace(target)
    except OSError as error:
        message = _("The backup could not be written to {file}: {reason}. Choose another place.")
        raise BackupFailed(
            message.format(file=isolate(str(target)), reason=reason_words(error))
        ) from error
    return records


def verify(file: Path, key: bytes, place: Path | None = None) -> int:
    """How many records a backup holds, after a whole integrity check. Raises BackupFailed.

    It is unpacked and opened in a folder of its own in `place`, by default beside the file, which
    is removed again: with the store's folder as the place this is a restore but for its last step.
    """
    with tempfile.TemporaryDirectory(dir=place or file.parent, prefix=_VERIFY) as folder:
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
    _rotate(folder)
    return target


def delete_named(names: Collection[str], places: Iterable[Path]) -> None:
    """Delete the backups of these names from the rotations of these places. Raises BackupFailed.

    A second place may hold another store's backups too: ask for those that the own place held.
    What cannot be deleted keeps no other from it.
    """
    failed: OSError | None = None
    for file in (file for place in places for file in newest(place) if file.name in names):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            failed = error
    if failed is not None:
        message = _("An older backup could not be deleted: {file} ({reason}). Delete it yourself.")
        message = message.format(file=isolate(failed.filename), reason=reason_words(failed))
        raise BackupFailed(message, code="not_deleted") from failed


def copy_to_second_place(file: Path, place: Path) -> Path:
    """Copy a verified backup into another place, in a rotation of its own. Raises BackupFailed.

    The place must be there: the folder of a stick that is not plugged in is not made anew.
    """
    target = place / FOLDER / file.name
    try:
        (place / FOLDER).mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=_BACKUP) as folder:
            part = Path(shutil.copyfile(file, Path(folder) / file.name))
            _settle(part)
            if not filecmp.cmp(file, part, shallow=False):
                raise BackupFailed(_damaged(target))
            part.replace(target)
        _rotate(place)
    except OSError as error:
        message = _(
            "The backup was made, but not its copy in {folder}: {reason}."
            " Plug the drive in, or choose another second place in Settings."
        )
        message = message.format(folder=isolate(str(place)), reason=reason_words(error))
        raise BackupFailed(message, code="no_second_place") from error
    return target


def clear_leftovers(folder: Path) -> None:
    """Remove what a backup or a check left half done when it was interrupted.

    Only under the store's lock: nobody else is at work there then.
    """
    for prefix in (_BACKUP, _VERIFY):
        for place in (folder, folder / FOLDER):
            for leftover in place.glob(f"{prefix}*"):
                shutil.rmtree(leftover, ignore_errors=True)


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
    """The number of records of every noun, deleted ones included.

    A store that waits for its migration lacks the tables of younger nouns.
    """
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        known = [model for model in JOURNALED if model.__tablename__ in tables]
        return sum(session.scalar(select(func.count()).select_from(model)) or 0 for model in known)


def moment_of(file: Path) -> datetime:
    """When a backup of the rotation was made, in UTC: its name says."""
    stamp = file.name.removesuffix(SUFFIX)
    return datetime.strptime(f"{stamp}+0000", "%Y%m%d-%H%M%S-%f%z")


def _pack(target: Path, store: Path, key_file: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.write(store, STORE_FILE)
        archive.write(key_file, vault.KEY_FILE)
    _settle(target)


def _settle(file: Path) -> None:
    """For its owner only, and on the disk before it is named."""
    file.chmod(0o600)
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _rotate(folder: Path) -> None:
    files = newest(folder)
    kept = moments_to_keep([moment_of(file) for file in files])
    for file in files:
        if moment_of(file) not in kept:
            file.unlink()


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Database]:
    database = Database(path, key)
    try:
        yield database
    finally:
        database.close()


def _damaged(file: Path) -> str:
    message = _("The backup is damaged or incomplete: {file}. Use another one.")
    return message.format(file=isolate(str(file)))
