"""Backups: one verified file with the whole store and its key file, kept in rotation."""

import errno
import filecmp
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, inspect, select

from outreach_app import clock, key_keeping
from outreach_app.backup_file import checksum_of, damaged, pack, unpacked
from outreach_app.database import Database
from outreach_app.errors import (
    BackupFailed,
    StoreFailed,
    WriteFailed,
    reason_words,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import JOURNALED, Device, Office
from outreach_app.paths import STORE_FILE
from outreach_app.store_problems import StoreProblem
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
# What SQLite says of a full, read-only or broken disk, in the words of the system.
_REFUSALS: dict[str, int] = {
    StoreProblem.NO_ROOM: errno.ENOSPC,
    StoreProblem.READ_ONLY: errno.EROFS,
    StoreProblem.DISK: errno.EIO,
}
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
        with database.read() as session:  # what lies beside the store may be another's
            key_file = key_keeping.current(session, key_folder)
        pack(packed, copy, key_file)
        records = verify(packed, database.key)
        # Records are written while the copy is made: it holds some of those, and all before.
        if not before <= records <= count_records(database):
            raise BackupFailed(damaged(target))
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


def count_sound(folder: Path, key: bytes, file: Path) -> int:
    """Return how many records an unpacked backup holds, after checking its store whole.

    A store without an office or a device of its own is none. Raises BackupFailed, which names
    `file`, and StoreFailed.
    """
    with closing(Database(folder / STORE_FILE, key)) as database:
        try:
            if database.damaged_pages() or database.integrity() != "ok" or _is_empty(database):
                raise BackupFailed(damaged(file))
            return count_records(database)
        except StoreFailed as error:
            if error.code == StoreProblem.DAMAGED:
                raise BackupFailed(damaged(file)) from error
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


def newest(folder: Path, today: datetime | None = None) -> list[Path]:
    """Return the backups that rotation made, the newest first; other files are left alone.

    Those with a date to come were made by a wrong clock: they stand behind all others. `today` is
    what the store knows of the day where that is later than the clock.
    """
    files = filter(is_in_rotation, (folder / FOLDER).glob(f"*{SUFFIX}"))
    end = _end_of(today)
    return sorted(files, key=lambda file: (moment_of(file) < end, file.name), reverse=True)


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
                raise BackupFailed(damaged(target))
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


def is_in_rotation(file: Path) -> bool:
    """Tell whether a backup is called as rotation calls it: by the moment in which it was made."""
    return _STAMP.fullmatch(file.name) is not None


def moment_of(file: Path) -> datetime:
    """Return when a backup of the rotation was made, in UTC, as its name says."""
    stamp = file.name.removesuffix(SUFFIX)
    return datetime.strptime(f"{stamp}+0000", "%Y%m%d-%H%M%S-%f%z")


def _is_empty(database: Database) -> bool:
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        if not {Office.__tablename__, Device.__tablename__} <= tables:
            return True
        offices = session.scalar(select(func.count()).select_from(Office))
        devices = select(func.count()).select_from(Device).where(Device.is_current)
        return not offices or session.scalar(devices) != 1


def tag_of(file: Path) -> str:
    """Return what tells a backup from others: the moment in its name, else its store's checksum.

    Raises BackupFailed.
    """
    return file.name.removesuffix(SUFFIX) if is_in_rotation(file) else checksum_of(file)


def _rotate(folder: Path) -> None:
    """Drop what is not kept; what has a date to come neither goes nor has others go."""
    moments = {file: moment_of(file) for file in newest(folder)}
    end = _end_of(None)
    kept = moments_to_keep([moment for moment in moments.values() if moment < end])
    for file, moment in moments.items():
        if moment < end and moment not in kept:
            file.unlink()


def _end_of(today: datetime | None) -> datetime:
    """Return when a date is one to come: a day from now, for clocks of two computers differ."""
    return max(clock.now(), today or clock.now()) + timedelta(days=1)
