"""The marker of an open store: found at a start, it says that the last exit was not clean.

The pages are then looked at: those of a large store once it is open, for nobody waits for it.
"""

import contextlib
from pathlib import Path

from outreach_app.database import Database
from outreach_app.errors import StoreFailed, WriteFailed
from outreach_app.progress import Progress
from outreach_app.store_problems import StoreProblem
from outreach_app.whole import write_whole, writing

NAME = "outreach.open"
_DAMAGED = b"damaged"  # what it says where damage was met: the next start looks before it opens
_MOST_AT_ONCE = 200_000_000  # bytes of a store that is looked at before it opens


def set_marker(folder: Path) -> None:
    """Say that the store is open. Raises WriteFailed."""
    with writing(folder / NAME):
        (folder / NAME).touch(mode=0o600)


def clear_marker(folder: Path, database: Database) -> None:
    """Say that the store was closed; not where damage was met, or nobody has looked for it yet."""
    marker = folder / NAME
    with contextlib.suppress(OSError, WriteFailed):
        if database.is_damaged:
            write_whole(marker, _DAMAGED)
        elif not database.is_unchecked:
            marker.unlink(missing_ok=True)


def is_found_damaged(database: Database, folder: Path) -> bool:
    """Whether the pages of a store that was not closed are damaged; a large one is looked at later.

    Where damage was met it is looked at now, whatever its size: a backup takes its place.
    """
    marker = folder / NAME
    if not marker.exists() or database.is_on_server:
        return False
    is_large = database.path.stat().st_size > _MOST_AT_ONCE
    if is_large and marker.read_bytes() != _DAMAGED:
        database.is_unchecked = True
        return False
    return bool(database.damaged_pages())


def look_through(database: Database, _progress: Progress) -> None:
    """Look at all pages, where nobody has since an unclean exit; this takes long.

    Raises StoreFailed (`damaged`): the next opening puts a backup in the place of the store.
    """
    if database.is_unchecked and database.damaged_pages():
        raise StoreFailed(StoreProblem.DAMAGED)
