"""The start sequence: find, lock, unlock, check, back up, migrate, open; and its reverse."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import (
    accounts,
    altered_stores,
    backup,
    high_water_marks,
    newest_key_file,
    open_marker,
    opening_notices,
    restoring,
    store_folder,
    unlocking,
    vault,
)
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor
from outreach_app.atomic_files import require_outside, work_folder, writing
from outreach_app.database import Database, store_in
from outreach_app.database.address import ServerAddress, require_headquarters, write_place
from outreach_app.devices import enrol_device
from outreach_app.errors import OutreachError, StoreFailed, WriteFailed
from outreach_app.exchange.format.encryption import generate_identity, recipient_of
from outreach_app.exchange.stations import registry
from outreach_app.file_locks import FileLock
from outreach_app.i18n import gettext as _
from outreach_app.integrity import Check, check_store, is_altered, note_check, renew_derived
from outreach_app.key_files import read_key_file
from outreach_app.migrations.run import begin, finish
from outreach_app.queries.accounts import AccountRow
from outreach_app.readying import Confirmed, make_ready
from outreach_app.rights import Right, require
from outreach_app.rules.kinds import OfficeRole
from outreach_app.search import upkeep
from outreach_app.services.offices import OfficeDraft, create_office
from outreach_app.store_problems import StoreProblem
from outreach_app.taken_out import taken_out

upkeep.keep_current()
_NOTHING = Confirmed()


@dataclass(slots=True)
class OpenOffice:
    """An open store.

    `notice` must be read by the person; backups are copied to `second_place`; `account` is the one
    that opened the store.
    """

    folder: Path
    database: Database
    lock: FileLock
    account: AccountRow
    notice: str | None
    _version_saved: int
    second_place: Path | None = None

    @property
    def has_changed(self) -> bool:
        """Whether anything was written since the last backup, or since the store was opened.

        False once it is closed, as a timer may still ask and must not open the store again. False
        for a store on a server, which its administrator backs up.
        """
        if self.database.is_on_server:
            return False
        return self.lock.is_locked and self.database.data_version() != self._version_saved

    def back_up(self) -> Path:
        """Back up into the store's own folder, in its rotation.

        Raises WriteFailed, StoreFailed and BackupFailed.
        """
        version = self.database.data_version()
        file = backup.make_in_rotation(self.database, self.folder)
        self._version_saved = version
        if self.second_place is not None:
            backup.copy_to_second_place(file, self.second_place)
        return file

    def back_up_first(self) -> None:
        """Back up before bulk changes, if the store is a file. Raises what `back_up` raises."""
        if not self.database.is_on_server:
            self.back_up()

    def back_up_to(self, file: Path) -> int:
        """Write a backup to a file that the person chose; return its number of records.

        Raises what `backup.back_up` raises, and NotAllowed.
        """
        require(self.database, Right.BACK_UP)
        with writing(file):
            require_outside(file)
        with taken_out(self.database, Act.BACKUP):
            return backup.back_up(self.database, self.folder, file)

    @property
    def backup_places(self) -> list[Path]:
        """The folders with a rotation of backups."""
        return [place for place in (self.folder, self.second_place) if place is not None]

    def close(self, *, is_lock: bool = False) -> None:
        """Back up if anything changed, empty the write-ahead log, release the lock.

        Always closes. Logs the locking of the screen if the disk allows. Raises what `back_up`
        raises, and StoreFailed.
        """
        try:
            if self.lock.is_lost:
                raise StoreFailed(StoreProblem.CLOSED_UNLOCKED)
            with altered_stores.translated():
                self._finish(is_lock=is_lock)
        finally:
            _close(self.database, self.folder)
            self.lock.release()

    def _finish(self, *, is_lock: bool) -> None:
        if self.has_changed:
            self.back_up()
        if is_lock:
            with contextlib.suppress(StoreFailed), self.database.write() as session:
                note(session, Act.LOCK)
        with contextlib.suppress(StoreFailed, WriteFailed):  # the next opening then detects less
            newest_key_file.count_closing(self.database, self.folder)
        self.database.checkpoint()
        high_water_marks.write_mark(self.folder, self.database)


@dataclass(frozen=True, slots=True)
class NewStore:
    """The codes that are shown once and kept on paper; headquarters' key opens every precinct."""

    recovery_code: str
    recovery_key: str | None


def create_store(
    folder: Path,
    passphrase: str,
    draft: OfficeDraft,
    fill: Callable[[Session], object] = lambda _session: None,
    server: ServerAddress | None = None,
) -> NewStore:
    """Create an encrypted store for an office, with the keys of its station and what `fill` writes.

    Raises NotAllowed (`store_exists`, `network_folder`), WriteFailed and InvalidDraft. The store is
    built in a temporary folder and moved into place: an interrupted creation leaves none. With
    `server` the folder holds the keys and the address, and the store is in that database, which
    must be empty.
    """
    with store_folder.locked(folder):
        store_folder.require_empty(folder)
        with backup.copying(folder), work_folder(folder) as part:
            role, *_others = accounts.roles_of(draft.role)
            key, recovery_code = vault.create(part, passphrase, role)
            key_file = read_key_file(part)
            recovery_key = generate_identity() if draft.role == OfficeRole.HEADQUARTERS else None
            recipient = recipient_of(recovery_key) if recovery_key else None
            if server is not None:
                require_headquarters(draft.role)
                write_place(part, server)
            with contextlib.closing(store_in(part, key)) as database:
                begin(database)
                upkeep.renew_outdated(database)
                with database.write(Actor.PROGRAM) as session:
                    device = enrol_device(session)
                    newest_key_file.keep(session, key_file)
                    create_office(session, draft)
                    fill(session)
                    registry.make_own_station(session, device.uid, recipient)
                finish(database)
                database.checkpoint()
            store_folder.install(part, folder)
    return NewStore(recovery_code, recovery_key)


def open_office(
    folder: Path, secret: str, account: UUID | None = None, *, confirmed: Confirmed = _NOTHING
) -> OpenOffice:
    """Open a store with an account's passphrase or the recovery code.

    A damaged store is set aside whole and replaced by the newest sound backup, as `notice` then
    says. An implausible clock and a store older than it was must be confirmed first (`clock_leap`,
    `older_store`): `confirmed` is the confirmation. Raises NotFound (`no_store`), NotAllowed,
    Locked, StoreFailed and WriteFailed.
    """
    store_folder.require_store(folder)
    with opening_notices.room_required(), altered_stores.translated():
        return _open_locked(folder, secret, account, confirmed)


def _open_locked(
    folder: Path, secret: str, account: UUID | None, confirmed: Confirmed
) -> OpenOffice:
    lock = store_folder.acquire(folder)
    try:
        unlocked = unlocking.unlock(folder, secret, account)
        database, notice = restoring.open_sound(
            folder, unlocked, is_date_confirmed=confirmed.is_date
        )
        database.lock = lock
        try:
            ready = make_ready(database, folder, unlocked, confirmed)
            open_marker.set_marker(folder)
        except BaseException:
            _close(database, folder)
            raise
    except BaseException:
        lock.release()
        raise
    return OpenOffice(folder, database, lock, ready.account, notice or ready.notice, ready.version)


def check(folder: Path, secret: str, account: UUID | None = None) -> list[Check]:
    """Check a store as it is: damage is only reported; a backup replaces the store at an opening.

    Raises what `open_office` raises.
    """
    store_folder.require_store(folder)
    with opening_notices.room_required(), store_folder.locked(folder):
        restoring.require_there(folder)
        unlocked = unlocking.unlock(folder, secret, account)
        database = store_in(folder, unlocked.data_key)
        try:
            opening = _check_opening(database, folder, unlocked)
            require(database, Right.BACK_UP)
            note_check(database)
            database.actor = Actor.PROGRAM  # a role that may not see everything would report losses
            closing = high_water_marks.log_at_closing(folder, database)
            return opening + renew_derived(database, check_store(database, closing))
        finally:
            _close(database, folder)


def _check_opening(database: Database, folder: Path, unlocked: vault.Opened) -> list[Check]:
    """Make a store ready if its pages are sound; return a check if that met an altered one.

    No account is admitted then: the role that is asked for is that of the key file.
    """
    if not database.is_readable() or database.damaged_pages():
        return []
    try:
        with altered_stores.translated():
            make_ready(database, folder, unlocked, _NOTHING)
    except StoreFailed as error:
        if error.code != StoreProblem.ALTERED:
            raise
        if unlocked.slot.role is not None:
            database.actor = unlocked.slot.role.actor
        return [Check("opening", False, _("could not be completed"), error.message)]
    return []


@contextlib.contextmanager
def opened(
    folder: Path, secret: str, account: UUID | None = None, *, confirmed: Confirmed = _NOTHING
) -> Iterator[OpenOffice]:
    """Yield an open store, which is closed at the end of the block.

    An exception from the block takes precedence over one from closing. One that nobody expected is
    told as what it comes from, if the store is altered.
    """
    office = open_office(folder, secret, account, confirmed=confirmed)
    try:
        with altered_stores.told_apart(partial(is_altered, office.database)):
            yield office
    except BaseException:
        with contextlib.suppress(OutreachError):
            office.close()
        raise
    office.close()


def restore_over(file: Path, folder: Path, secret: str) -> OpenOffice:
    """Open a backup instead of a damaged or missing store, which is set aside whole.

    Raises what `restoring.replace` and `open_office` raise.
    """
    done = restoring.replace(file, folder, secret)
    office = open_office(folder, secret)
    office.notice = done
    return office


def _close(database: Database, folder: Path) -> None:
    """Close the store; keep the marker if there is or may be damage: the next start then checks."""
    database.close()
    open_marker.clear_marker(folder, database)
