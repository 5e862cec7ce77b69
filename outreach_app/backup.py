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

from outreach_app import clock, newest_key_file
from outreach_app.atomic_files import (
    clear_unfinished,
    make_folder,
    put_in_place,
    work_folder,
    writing,
)
from outreach_app.backup_file import checksum_of, damaged, pack, require_key, unpacked
from outreach_app.database import Database
from outreach_app.errors import (
    BackupFailed,
    StoreFailed,
    WriteFailed,
    reason_words,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.models import JOURNALED, Device, Office
from outreach_app.paths import BACKUP_SUFFIX, BACKUPS, STORE_FILE
from outreach_app.store_problems import StoreProblem

FOLDER, SUFFIX = BACKUPS, BACKUP_SUFFIX
# Rotation keeps all of the last day, and one of each of the last days, weeks and months.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
# The errno of each disk problem that SQLite reports.
_REFUSALS: dict[str, int] = {
    StoreProblem.NO_ROOM: errno.ENOSPC,
    StoreProblem.READ_ONLY: errno.EROFS,
    StoreProblem.DISK: errno.EIO,
}
_STAMP = re.compile(rf"\d{{8}}-\d{{6}}-\d{{6}}{re.escape(SUFFIX)}")


def back_up(database: Database, key_folder: Path, target: Path) -> int:
    """Write a backup file, verify it, and return the number of records in it.

    The copy is encrypted with the store's own key: nothing clear touches the disk. The file gets
    its name only once it has verified. It replaces another backup of that name, but no other file.
    Raises WriteFailed, and BackupFailed if it did not verify.
    """
    if target.exists() and target.suffix != SUFFIX:
        raise WriteFailed(target, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))
    make_folder(target.parent)
    # A copy that a killed backup left holds every name of its day, and no erasure would find it.
    clear_unfinished(target.parent, timedelta(days=1), STORE_FILE)
    with copying(target), work_folder(target.parent) as folder:
        copy, packed = folder / STORE_FILE, folder / target.name
        before = count_records(database)
        database.copy_to(copy)
        with database.read() as session:  # the files beside the store may be another store's
            key_file = newest_key_file.current(session, key_folder)
        pack(packed, copy, key_file)
        try:
            records = verify(packed, database.key)
        except BackupFailed as error:
            raise BackupFailed(_unsound()) from error
        # Records may be written during the copy: it holds at least those of before, at most those
        # of now.
        if not before <= records <= count_records(database):
            raise BackupFailed(damaged(target))
        put_in_place(packed, target)
    return records


def _unsound() -> str:
    """Return the message about a copy that does not verify just after it was made."""
    return _(
        "No backup was made: the copy of the register does not pass its check. Part of the "
        "register is damaged, or another program changed it. Keep the earlier backups, and tell "
        "headquarters."
    )


def verify(file: Path, key: bytes, place: Path | None = None) -> int:
    """Check a backup completely, and return the number of records in it.

    It is unpacked in `place`, by default beside the file. If `place` is the store's folder, this
    does everything a restore does except the final move. Raises BackupFailed, and WriteFailed if
    there is no room.
    """
    place = place or file.parent
    with copying(place), unpacked(file, place) as folder:
        return count_sound(folder, key, file)


def count_sound(folder: Path, key: bytes, file: Path) -> int:
    """Check the store of an unpacked backup completely, and return its number of records.

    A store without an office or a device of its own is refused. Raises BackupFailed, which names
    `file`, with the code `other_key` for a sound one of another key, and StoreFailed.
    """
    require_key(folder, key, file)
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
    """Translate disk errors of the block into WriteFailed for `path`.

    The person has never heard of the temporary folders in which a store is built.
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
    """Return the backups that rotation made, newest first; other files are ignored.

    Backups dated in the future were made under a wrong clock and come last. `today` is the store's
    own idea of the day, used if it is later than the clock.
    """
    files = filter(is_in_rotation, (folder / FOLDER).glob(f"*{SUFFIX}"))
    end = _end_of(today)
    return sorted(files, key=lambda file: (moment_of(file) < end, file.name), reverse=True)


def make_in_rotation(database: Database, folder: Path) -> Path:
    """Back up into the store's own backup folder, then delete what rotation does not keep.

    Raises what `back_up` raises.
    """
    target = folder / FOLDER / f"{clock.now():%Y%m%d-%H%M%S-%f}{SUFFIX}"
    back_up(database, folder, target)
    with writing(target.parent):
        _rotate(folder)
    return target


def delete_named(names: Collection[str], places: Iterable[Path]) -> None:
    """Delete the backups of these names from the rotations of these places. Raises BackupFailed.

    A second place may also hold another store's backups: pass names found in the own place. Every
    file is tried; one failure does not stop the rest.
    """
    failed: OSError | None = None
    for file in (file for place in places for file in newest(place) if file.name in names):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            failed = error
    if failed is not None:
        message = _("An older backup could not be deleted: {file} ({reason}). Delete it yourself.")
        message = message.format(file=isolate_file(failed.filename), reason=reason_words(failed))
        raise BackupFailed(message, code="not_deleted") from failed


def copy_to_second_place(file: Path, place: Path) -> Path:
    """Copy a verified backup to a second place, with a rotation of its own. Raises BackupFailed.

    The place must exist: the folder of a stick that is not plugged in is not created.
    """
    target = place / FOLDER / file.name
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        # Another store may be using the same place.
        clear_unfinished(target.parent, older_than=timedelta(days=1))
        with work_folder(target.parent) as folder:
            part = Path(shutil.copyfile(file, folder / file.name))
            if not filecmp.cmp(file, part, shallow=False):
                raise BackupFailed(damaged(target))
            put_in_place(part, target)
        _rotate(place)
    except OSError as error:
        message = _(
            "The backup was made, but not its copy in {folder}: {reason}. Connect the drive, or "
            "choose another second location in Settings."
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

    A store that awaits its migration lacks the tables of younger nouns.
    """
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        # Counts tables, not entities: an account that may not see names has as many of them.
        known = [model.__tablename__ for model in JOURNALED if model.__tablename__ in tables]
        counts = " + ".join(f"(SELECT count(*) FROM {table})" for table in known)  # noqa: S608
        found: int = session.connection().exec_driver_sql(f"SELECT {counts or 0}").scalar_one()
        return found


def is_in_rotation(file: Path) -> bool:
    """Return whether a backup has a name that rotation gives: the moment it was made."""
    return _STAMP.fullmatch(file.name) is not None


def moment_of(file: Path) -> datetime:
    """Return when a backup of the rotation was made, in UTC, from its name."""
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
    """Return what identifies a backup: the moment in its name, or else its store's checksum.

    Raises BackupFailed.
    """
    return file.name.removesuffix(SUFFIX) if is_in_rotation(file) else checksum_of(file)


def _rotate(folder: Path) -> None:
    """Delete expired backups. Those dated in the future are neither deleted nor counted."""
    moments = {file: moment_of(file) for file in newest(folder)}
    end = _end_of(None)
    kept = moments_to_keep([moment for moment in moments.values() if moment < end])
    for file, moment in moments.items():
        if moment < end and moment not in kept:
            file.unlink()


def _end_of(today: datetime | None) -> datetime:
    """Return the moment from which a date is in the future: a day from now, as clocks differ."""
    return max(clock.now(), today or clock.now()) + timedelta(days=1)
