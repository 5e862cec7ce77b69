"""The one start sequence: find, lock, unlock, check, back up, migrate, open; and its reverse."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import OperationalError

from outreach_app import backup, clock, journal, vault
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BackupFailed, Locked, NotAllowed, NotFound
from outreach_app.exchange.format.encryption import generate_identity, recipient_of
from outreach_app.exchange.importing.folders import take_up_entries
from outreach_app.exchange.stations import recovery, registry
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.migrations.run import migrate, needs_migration
from outreach_app.paths import STORE_FILE, require_local, require_writable
from outreach_app.search import upkeep
from outreach_app.services.offices import OfficeDraft, create_office

_LOCK_FILE = "outreach.lock"
# There while the store is open: found at a start, it says that the last exit was not clean.
_OPEN_MARKER = "outreach.open"
_KEY_FILES = (vault.KEY_FILE, vault.KEY_FILE_COPY)

upkeep.keep_current()


@dataclass(slots=True)
class OpenOffice:
    """An open store. `notice` must be read by the person; backups are copied to `second_place`."""

    folder: Path
    database: Database
    lock: FileLock
    notice: str | None
    _version_saved: int
    second_place: Path | None = None

    @property
    def has_changed(self) -> bool:
        """Whether anything was written since the last backup, or since the office was opened.

        What is closed has not: a timer may still ask, and must not open the store again.
        """
        return self.lock.is_locked and self.database.data_version() != self._version_saved

    def back_up(self) -> Path:
        """Back up into the store's own folder, in its rotation. Raises BackupFailed."""
        version = self.database.data_version()
        file = backup.make_in_rotation(self.database, self.folder)
        self._version_saved = version
        if self.second_place is not None:
            backup.copy_to_second_place(file, self.second_place)
        return file

    def close(self) -> None:
        """Back up if anything changed, empty the write-ahead log, let other programs in."""
        try:
            if self.has_changed:
                self.back_up()
            self.database.checkpoint()
        finally:
            self.database.close()
            (self.folder / _OPEN_MARKER).unlink(missing_ok=True)
            self.lock.release()


@dataclass(frozen=True, slots=True)
class NewStore:
    """What is shown once and kept on paper. Headquarters' `recovery_key` opens every precinct."""

    recovery_code: str
    recovery_key: str | None


def create_store(folder: Path, passphrase: str, draft: OfficeDraft) -> NewStore:
    """Make an encrypted store for an office, with the keys of its station.

    Raises NotAllowed (`store_exists`, `network_folder`, `not_writable`) and InvalidDraft. The store
    is made aside and moved in whole: an interrupted creation leaves none.
    """
    require_local(folder)
    require_writable(folder)
    with _locked(folder):
        _require_empty(folder)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as name:
            part = Path(name)
            key, recovery_code = vault.create(part, passphrase)
            recovery_key = generate_identity() if draft.role == registry.HEADQUARTERS else None
            recipient = recipient_of(recovery_key) if recovery_key else None
            database = Database(part / STORE_FILE, key)
            try:
                migrate(database)
                with database.write(Actor.PROGRAM) as session:
                    device = journal.enrol_device(session)
                    create_office(session, draft)
                    registry.make_own_station(session, device.uid, recipient)
                database.checkpoint()
            finally:
                database.close()
            _install(part, folder)
    return NewStore(recovery_code, recovery_key)


def open_office(folder: Path, secret: str) -> OpenOffice:
    """Open a store with its passphrase or recovery code.

    A damaged store is set aside whole and the newest sound backup takes its place, which `notice`
    tells. Raises NotFound (`no_store`), NotAllowed and Locked.
    """
    if not (folder / STORE_FILE).exists():
        message = _(
            "There is no store in {folder}. Create one with init, or give its folder with --store."
        )
        raise NotFound(message.format(folder=isolate(str(folder))), code="no_store")
    require_local(folder)
    require_writable(folder)
    lock = _acquire(folder)
    try:
        backup.clear_leftovers(folder)
        key = vault.unlock(folder, secret)
        database, notice = _open_sound(folder, key)
        if needs_migration(database):
            backup.make_in_rotation(database, folder)
            _migrate(database)
        take_up_entries(database)
        version = database.data_version()
        recovery.settle(database, folder)
    except BaseException:
        lock.release()
        raise
    (folder / _OPEN_MARKER).touch()
    return OpenOffice(folder, database, lock, notice, version)


@contextlib.contextmanager
def opened(folder: Path, secret: str) -> Iterator[OpenOffice]:
    """Open a store that is closed at the end of the block."""
    office = open_office(folder, secret)
    try:
        yield office
    finally:
        office.close()


def restore(file: Path, folder: Path, secret: str) -> int:
    """Put a backup back as a store of its own device id; return how many records it holds.

    Raises BackupFailed, Locked and NotAllowed; nothing is left behind where it fails.
    """
    require_local(folder)
    require_writable(folder)
    with _locked(folder):
        _require_empty(folder)
        return _unpack(file, folder, secret)


def restore_over(file: Path, folder: Path, secret: str) -> OpenOffice:
    """Open a backup in the place of a store that is damaged or missing, which is set aside whole.

    Raises what restore and open_office raise; a store whose backup fails is back in its place.
    """
    require_local(folder)
    require_writable(folder)
    with _locked(folder):
        aside = _aside(folder)
        former = [path for path in folder.glob("outreach.*") if _is_of_store(path)]
        moved = _move(former, aside)
        try:
            _unpack(file, folder, secret)
        except BaseException:
            _move(moved, folder)
            if moved:
                aside.rmdir()
            raise
    return open_office(folder, secret)


def _unpack(file: Path, folder: Path, secret: str) -> int:
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as name:
        part = Path(name)
        backup.unpack(file, part)
        key = vault.unlock(part, secret)
        records = backup.verify(file, key)
        _renew_device(part, key)
        _install(part, folder)
    return records


def _open_sound(folder: Path, key: bytes) -> tuple[Database, str | None]:
    database = Database(folder / STORE_FILE, key)
    was_interrupted = (folder / _OPEN_MARKER).exists()
    try:
        is_readable = database.is_readable()
    except OperationalError as error:
        database.close()
        message = _("The store cannot be read just now: {reason}. Close other programs, try again.")
        raise Locked(message.format(reason=error.orig), code="unreadable_store") from error
    if is_readable and not (was_interrupted and not database.quick_check()):
        return database, None
    database.close()
    notice = _replace_damaged(folder, key)
    return Database(folder / STORE_FILE, key), notice


def _replace_damaged(folder: Path, key: bytes) -> str:
    """Set the damaged store aside and restore the newest sound backup; say what was done."""
    for file in backup.newest(folder):
        with contextlib.suppress(BackupFailed):
            records = backup.verify(file, key)
            aside = _aside(folder)
            with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as name:
                backup.unpack(file, Path(name))
                _renew_device(Path(name), key)
                _move(list(folder.glob(f"{STORE_FILE}*")), aside)
                # The key files stay: those of the backup open with the passphrase of then.
                (Path(name) / STORE_FILE).replace(folder / STORE_FILE)
            message = _(
                "The store is damaged. It was set aside whole as {folder};"
                " the backup of {date} was restored: {records} records."
            )
            date = isolate(f"{clock.local(backup.moment_of(file)):%d/%m/%Y %H:%M}")
            return message.format(folder=isolate(str(aside)), date=date, records=records)
    message = _(
        "The store is damaged and there is no backup beside it. Nothing was changed."
        " Restore a backup kept elsewhere."
    )
    raise Locked(message, code="damaged_store")


def _aside(folder: Path) -> Path:
    """Where a store that is damaged goes: nothing is deleted."""
    return folder / f"damaged-{clock.now():%Y%m%d-%H%M%S}"


def _is_of_store(path: Path) -> bool:
    return path.name.startswith(STORE_FILE) or path.name in _KEY_FILES


def _move(paths: list[Path], folder: Path) -> list[Path]:
    if paths:
        folder.mkdir(exist_ok=True)
    return [path.rename(folder / path.name) for path in paths]


def _require_empty(folder: Path) -> None:
    """A key file without its store may still open one that was moved: it is not overwritten."""
    if any((folder / name).exists() for name in (STORE_FILE, *_KEY_FILES)):
        message = _("There is already a store in {folder}. Choose another folder.")
        raise NotAllowed(message.format(folder=isolate(str(folder))), code="store_exists")


def _install(part: Path, folder: Path) -> None:
    """Move a finished store to its place; its file last, so that it is whole or not there."""
    for name in (*_KEY_FILES, STORE_FILE):
        (part / name).replace(folder / name)


def _renew_device(folder: Path, key: bytes) -> None:
    """A restored store may be older than what it once exported: it must not reuse a number."""
    database = Database(folder / STORE_FILE, key)
    try:
        _migrate(database)
        with database.write(Actor.PROGRAM) as session:
            registry.renew_own_station(session)
        database.checkpoint()
    finally:
        database.close()


def _migrate(database: Database) -> None:
    migrate(database)
    with database.write(Actor.PROGRAM) as session:
        registry.complete_stations(session)


def _acquire(folder: Path) -> FileLock:
    # Opened in a task, closed by the window: one lock for all threads.
    lock = FileLock(folder / _LOCK_FILE, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        message = _("This store is open in another window or program. Close it there first.")
        raise Locked(message, code="in_use") from error
    return lock


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = _acquire(folder)
    try:
        yield
    finally:
        lock.release()
