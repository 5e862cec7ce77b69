"""The marker of an open store: if it is there at a start, the last exit was not clean.

The pages are then checked: those of a large store only once it is open, so that nobody waits.
"""

import contextlib
from pathlib import Path

from outreach_app.atomic_files import write_register_file, writing
from outreach_app.database import Database
from outreach_app.errors import StoreFailed, WriteFailed
from outreach_app.progress import Progress
from outreach_app.store_problems import StoreProblem

NAME = "outreach.open"
_DAMAGED = b"damaged"  # its content if damage was met: the next start then checks first
_MAX_AT_ONCE = 200_000_000  # bytes of a store that is checked before it opens


def set_marker(folder: Path) -> None:
    """Create the marker. Raises WriteFailed."""
    with writing(folder / NAME):
        (folder / NAME).touch(mode=0o600)


def clear_marker(folder: Path, database: Database) -> None:
    """Remove the marker, unless damage was met, or pages are unchecked, or it may be another's."""
    if database.lock is not None and database.lock.is_lost:
        return
    marker = folder / NAME
    with contextlib.suppress(OSError, WriteFailed):
        if database.is_damaged:
            write_register_file(marker, _DAMAGED)
        elif not database.is_unchecked:
            marker.unlink(missing_ok=True)


def is_found_damaged(database: Database, folder: Path) -> bool:
    """Return whether the pages of a store are damaged after an unclean exit.

    A large store is checked later, unless damage was met: then it is checked now, as a backup will
    replace it.
    """
    marker = folder / NAME
    if not marker.exists() or database.is_on_server:
        return False
    is_large = database.path.stat().st_size > _MAX_AT_ONCE
    if is_large and marker.read_bytes() != _DAMAGED:
        database.is_unchecked = True
        return False
    return bool(database.damaged_pages())


def look_through(database: Database, _progress: Progress) -> None:
    """Check all pages if nobody has since an unclean exit; this takes long.

    Raises StoreFailed (`damaged`): the next opening replaces the store by a backup.
    """
    if database.is_unchecked and database.damaged_pages():
        raise StoreFailed(StoreProblem.DAMAGED)
