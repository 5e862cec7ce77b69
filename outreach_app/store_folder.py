"""The folder of a store: its files, its lock, and how a finished store is moved into it."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from outreach_app import backup, clock, vault
from outreach_app.atomic_files import clear_unfinished, make_folder, settle, sync_folder, writing
from outreach_app.errors import Locked, NotAllowed, NotFound
from outreach_app.file_locks import FileLock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.key_files import find_key_file
from outreach_app.paths import (
    ASIDE,
    AUTHORITY_FILE,
    PASSWORD_FILE,
    READY,
    SERVER_FILE,
    STORE_FILE,
    has_register,
    require_local,
)
from outreach_app.rules.dates import date_words
from outreach_app.untrusted_files import not_regular

_LOCK_FILE = "outreach.lock"
# A clock outside is certainly wrong: it dates files that no program reads, and days of no calendar.
_FIRST, _LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_KEY_FILES = (vault.KEY_FILE, vault.KEY_FILE_COPY)


def acquire(folder: Path) -> FileLock:
    """Lock the folder, created if missing, and clean up after an interruption.

    Raises NotAllowed (`network_folder`), Locked (`in_use`, `impossible_clock`) and WriteFailed.
    """
    _require_possible_clock()
    require_local(folder)
    make_folder(folder)
    lock = FileLock(folder / _LOCK_FILE)
    with writing(folder):
        is_free = lock.acquire()
    if not is_free:
        message = _("This store is open in another window or program. Close it there first.")
        raise Locked(message, code="in_use")
    try:
        with writing(folder):
            _move_in(folder)
        for place in (folder, folder / backup.FOLDER):
            clear_unfinished(place)
    except BaseException:
        lock.release()
        raise
    return lock


def _require_possible_clock() -> None:
    now = clock.now()
    if not _FIRST <= now < _LAST:
        message = _(
            "The clock of this computer says {now}, which cannot be. Nothing was opened or "
            "changed. Set the date and the time of the computer, then try again."
        )
        message = message.format(now=date_words(clock.local(now).date()))
        raise Locked(message, code="impossible_clock")


@contextmanager
def locked(folder: Path) -> Iterator[FileLock]:
    """Hold the lock for the block; remove a folder that was created for it if the block fails.

    Raises what `acquire` raises.
    """
    was_there = folder.exists()
    lock = acquire(folder)
    try:
        yield lock
    except BaseException:
        lock.release()
        if not was_there:
            with suppress(OSError):  # other files in it stay
                (folder / _LOCK_FILE).unlink(missing_ok=True)
                folder.rmdir()
        raise
    lock.release()


def require_empty(folder: Path) -> None:
    """Raise NotAllowed (`store_exists`) if the folder has a store or a key file.

    A key file without its store may still open one that was moved: it is not overwritten.
    """
    if any((folder / name).exists() for name in (STORE_FILE, SERVER_FILE)):
        raise _store_exists(folder)
    if any((folder / name).exists() for name in _KEY_FILES):
        message = _(
            "{folder} has the key file of a register whose store is missing. Restore a backup "
            "there, or choose another folder."
        )
        raise NotAllowed(message.format(folder=isolate(str(folder))), code="store_exists")


def _store_exists(folder: Path) -> NotAllowed:
    message = _("There is already a store in {folder}. Choose another folder.")
    return NotAllowed(message.format(folder=isolate(str(folder))), code="store_exists")


def require_replaceable(folder: Path) -> None:
    """Raise NotAllowed (`store_exists`) if the folder has a store that a key file there may open.

    What is left of one whose store or key files are gone is set aside by a restoration.
    """
    names = (*_KEY_FILES, vault.NEXT_KEY_FILE)
    has_keys = any(find_key_file(folder / name) is not None for name in names)
    if (folder / SERVER_FILE).exists() or (has_keys and (folder / STORE_FILE).exists()):
        raise _store_exists(folder)


def require_store(folder: Path) -> None:
    """Raise NotFound (`no_store`) if the folder has no store, nor what a missing one left.

    Or UnreadableFile (`not_regular`) if a folder or a pipe has the name of its file.
    """
    store = folder / STORE_FILE
    with suppress(OSError):  # a folder that cannot be read: opening it reports why
        if not stat.S_ISREG(store.stat().st_mode):
            raise not_regular(store)
    if not has_register(folder):
        message = _(
            "There is no store in {folder}. Create one with init, or give its folder with --store."
        )
        raise NotFound(message.format(folder=isolate(str(folder))), code="no_store")


def install(part: Path, folder: Path) -> Path | None:
    """Move a finished store from a folder inside into place; return where the former one went.

    Entries of `part` replace those of the same name; the former store is set aside, never deleted.
    If interrupted, the next `acquire` completes the move. Raises WriteFailed.
    """
    with writing(folder):
        for file in part.iterdir():
            settle(file)
        part.rename(folder / READY)
        sync_folder(folder)
        return _move_in(folder)


def list_set_aside(folder: Path) -> list[Path]:
    """List the folders of the stores that a backup replaced here, oldest first."""
    return sorted(aside for aside in folder.glob(f"{ASIDE}*") if aside.is_dir())


def _move_in(folder: Path) -> Path | None:
    """Move in what is ready, the store's file or address last: without it there is no store."""
    ready = folder / READY
    if not ready.is_dir():
        return None
    aside = _set_aside(folder, ready) if (ready / STORE_FILE).exists() else None
    for name in (*_KEY_FILES, PASSWORD_FILE, AUTHORITY_FILE, SERVER_FILE, STORE_FILE):
        if (ready / name).exists():
            (ready / name).replace(folder / name)
    sync_folder(folder)
    ready.rmdir()
    return aside


def _set_aside(folder: Path, ready: Path) -> Path | None:
    """Move a former store, and the key files that are replaced, into a new folder."""
    keys = [folder / name for name in _KEY_FILES if (ready / name).exists()]
    former = [*folder.glob(f"{STORE_FILE}*"), *(key for key in keys if key.exists())]
    if not former:
        return None
    aside = folder / f"{ASIDE}{clock.now():%Y%m%d-%H%M%S}"
    make_folder(aside)
    for path in former:
        path.rename(aside / path.name)
    return aside
