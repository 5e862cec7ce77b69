"""Backups: one verified file with the whole store and its key file, kept in rotation."""

import errno
import filecmp
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import func, inspect, select

from outreach_app import clock, vault
from outreach_app.database import Database
from outreach_app.errors import (
    BackupFailed,
    StoreFailed,
    StoreProblem,
    UnreadableFile,
    WriteFailed,
    reason_words,
)
from outreach_app.foreign import open_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import JOURNALED, Device, Office
from outreach_app.paths import STORE_FILE
from outreach_app.whole import (
    clear_unfinished,
    make_folder,
    put_in_place,
    work_folder,
    writing,
)

FOLDER = "backups"
SUFFIX = ".outreach-backup"
# What rotation keeps beside all of the last day: one of each of the last days, weeks and months.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
# What reading a file raises that is no backup, or one no longer.
_UNREADABLE = (
    OSError,
    UnreadableFile,
    KeyError,
    EOFError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
# What SQLite says of a full, read-only or broken disk, in the words of the system.
_REFUSALS: dict[str, int] = {
    StoreProblem.NO_ROOM: errno.ENOSPC,
    StoreProblem.READ_ONLY: errno.EROFS,
    StoreProblem.DISK: errno.EIO,
}
# Bytes: more than the names and headings of the two members take.
_MOST_HEADINGS = 512
_STAMP = re.compile(rf"\d{{8}}-\d{{6}}-\d{{6}}{re.escape(SUFFIX)}")


def back_up(database: Database, key_folder: Path, target: Path) -> int:
    """Write a backup file, reopen it, and return how many records it holds.

    The copy is encrypted with the store's own key: nothing clear touches the disk. The file gets
    its name only once it verified. Another backup of that name is replaced, any other file is not.
    Raises WriteFailed, and BackupFailed where it did not verify.
    """
    if target.exists() and target.suffix != SUFFIX:
        raise WriteFailed(target, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))
    make_folder(target.parent)
    with copying(target), work_folder(target.parent) as folder:
        copy, packed = folder / STORE_FILE, folder / target.name
        before = count_records(database)
        database.copy_to(copy)
        _pack(packed, copy, key_folder / vault.KEY_FILE)
        records = verify(packed, database.key)
        # Records are written while the copy is made: it holds some of those, and all before.
        if not before <= records <= count_records(database):
            raise BackupFailed(_damaged(target))
        put_in_place(packed, target)
    return records


def verify(file: Path, key: bytes, place: Path | None = None) -> int:
    """Return how many records a backup holds, after checking it whole.

    It is unpacked in `place`, by default beside the file: with the store's folder as the place this
    is a restore but for its last step. Raises BackupFailed, and WriteFailed where there is no room.
    """
    place = place or file.parent
    with copying(place), unpacked(file, place) as folder:
        return count_sound(folder, key, file)


@contextmanager
def unpacked(file: Path, place: Path) -> Iterator[Path]:
    """Unpack a backup, its key file twice, into a folder that is gone after the block.

    Raises BackupFailed and OSError.
    """
    with work_folder(place) as folder:
        try:
            with open_regular(file) as packed, zipfile.ZipFile(packed) as archive:
                _require_as_packed(archive, file, is_ended=_is_ended(packed))
                for name in (vault.KEY_FILE, STORE_FILE):
                    _unpack(archive, name, folder / name)
        except _UNREADABLE as error:
            raise BackupFailed(_damaged(file)) from error
        shutil.copyfile(folder / vault.KEY_FILE, folder / vault.KEY_FILE_COPY)
        yield folder


def count_sound(folder: Path, key: bytes, file: Path) -> int:
    """Return how many records an unpacked backup holds, after checking its store whole.

    A store without an office or a device of its own is none. Raises BackupFailed, which names
    `file`, and StoreFailed.
    """
    with closing(Database(folder / STORE_FILE, key)) as database:
        try:
            if database.damaged_pages() or database.integrity() != "ok" or _is_empty(database):
                raise BackupFailed(_damaged(file))
            return count_records(database)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                raise BackupFailed(_damaged(file)) from error
            raise


@contextmanager
def copying(path: Path) -> Iterator[None]:
    """Raise WriteFailed, which names `path`, where its disk refuses a store on its way there.

    A person knows nothing of the work folders that such a store is made in.
    """
    try:
        with writing(path):
            yield
    except WriteFailed as error:
        raise WriteFailed(path, error.cause) from error
    except StoreFailed as error:
        if error.code not in _REFUSALS:
            raise
        raise WriteFailed(path, OSError(_REFUSALS[error.code], error.message)) from error


def newest(folder: Path) -> list[Path]:
    """Return the backups that rotation made, the newest first; other files are left alone."""
    files = (folder / FOLDER).glob(f"*{SUFFIX}")
    return sorted((file for file in files if _STAMP.fullmatch(file.name)), reverse=True)


def make_in_rotation(database: Database, folder: Path) -> Path:
    """Back up into the store's own backup folder, then drop what rotation does not keep.

    Raises what `back_up` raises.
    """
    target = folder / FOLDER / f"{clock.now():%Y%m%d-%H%M%S-%f}{SUFFIX}"
    back_up(database, folder, target)
    with writing(target.parent):
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
        target.parent.mkdir(mode=0o700, exist_ok=True)
        # Another store may be at work in the same place.
        clear_unfinished(target.parent, older_than=timedelta(days=1))
        with work_folder(target.parent) as folder:
            part = Path(shutil.copyfile(file, folder / file.name))
            if not filecmp.cmp(file, part, shallow=False):
                raise BackupFailed(_damaged(target))
            put_in_place(part, target)
        _rotate(place)
    except OSError as error:
        message = _(
            "The backup was made, but not its copy in {folder}: {reason}."
            " Plug the drive in, or choose another second place in Settings."
        )
        message = message.format(folder=isolate(str(place)), reason=reason_words(error))
        raise BackupFailed(message, code="no_second_place") from error
    return target


def moments_to_keep(moments: list[datetime]) -> set[datetime]:
    """Return all of the last day, and the newest of each of the last days, weeks and months."""
    ordered = sorted(moments, reverse=True)
    kept = {moment for moment in ordered if ordered[0] - moment < timedelta(days=1)}
    for most, period in ((_DAYS, "%Y-%j"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        newest_of: dict[str, datetime] = {}
        for moment in ordered:
            newest_of.setdefault(moment.strftime(period), moment)
        kept.update(list(newest_of.values())[:most])
    return kept


def count_records(database: Database) -> int:
    """Return the number of records of every noun, deleted ones included.

    A store that waits for its migration lacks the tables of younger nouns.
    """
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        # Tables, not entities: who may not see names has as many of them.
        known = [model.__table__ for model in JOURNALED if model.__tablename__ in tables]
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in known)


def moment_of(file: Path) -> datetime:
    """Return when a backup of the rotation was made, in UTC, as its name says."""
    stamp = file.name.removesuffix(SUFFIX)
    return datetime.strptime(f"{stamp}+0000", "%Y%m%d-%H%M%S-%f%z")


def _pack(target: Path, store: Path, key_file: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.write(store, STORE_FILE)
        archive.write(key_file, vault.KEY_FILE)


def _is_ended(packed: BinaryIO) -> bool:
    """Return whether the 22 bytes of a ZIP file's end are the last: readers pass over more."""
    packed.seek(-22, os.SEEK_END)
    return packed.read(4) == b"PK\5\6"


def _require_as_packed(archive: zipfile.ZipFile, file: Path, *, is_ended: bool) -> None:
    """Raise BackupFailed unless a backup has its two members and nothing else, before or after.

    A packed one could be made to unpack to anything.
    """
    members = archive.infolist()
    are_stored = all(member.compress_type == zipfile.ZIP_STORED for member in members)
    names = sorted(member.filename for member in members)
    headings = file.stat().st_size - sum(member.file_size for member in members)
    if (
        names != sorted((vault.KEY_FILE, STORE_FILE))
        or not are_stored
        or not 0 <= headings <= _MOST_HEADINGS
        or not is_ended
    ):
        raise BackupFailed(_damaged(file))


def _unpack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with archive.open(name) as source, writing(path), path.open("wb") as target:
        shutil.copyfileobj(source, target)


def _is_empty(database: Database) -> bool:
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        if not {Office.__tablename__, Device.__tablename__} <= tables:
            return True
        offices = session.scalar(select(func.count()).select_from(Office))
        devices = select(func.count()).select_from(Device).where(Device.is_current)
        return not offices or session.scalar(devices) != 1


def _rotate(folder: Path) -> None:
    files = newest(folder)
    kept = moments_to_keep([moment_of(file) for file in files])
    for file in files:
        if moment_of(file) not in kept:
            file.unlink()


def _damaged(file: Path) -> str:
    message = _("The backup is damaged or incomplete: {file}. Use another one.")
    return message.format(file=isolate(str(file)))
