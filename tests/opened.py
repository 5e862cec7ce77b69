"""Open stores as their first opening left them: the start sequence runs once a run, not per test.

It is tested where it is the subject: with the core's stores, the start of the window, the journeys.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from outreach_app import open_marker, startup, store_folder
from outreach_app.database import Database
from outreach_app.paths import STORE_FILE
from outreach_app.queries.accounts import AccountRow
from outreach_app.startup import OpenOffice
from tests import makers


@dataclass(frozen=True, slots=True)
class Left:
    """The folder of a store that was opened and closed, its key, and the account that opened it.

    It is copied, never opened in place.
    """

    folder: Path
    key: bytes
    account: AccountRow


def leave(new: Path, folder: Path) -> Left:
    """Open and close a copy of a new store."""
    shutil.copytree(new, folder)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        leave_unsaved(office)
        return Left(folder, office.database.key, office.account)


@contextmanager
def opened_again(folder: Path, left: Left) -> Iterator[OpenOffice]:
    """Open a copy of a store that was left, for the same account."""
    database = Database(folder / STORE_FILE, left.key)
    database.actor, database.account = left.account.role.actor, left.account.uid
    lock = store_folder.acquire(folder)
    open_marker.set_marker(folder)
    yield OpenOffice(folder, database, lock, left.account, None, database.data_version())
    database.close()
    lock.release()


def leave_unsaved(office: OpenOffice) -> None:
    """Skip the backup of a temporary store, which costs more than opening it."""
    if office.lock.is_locked:
        office._version_saved = office.database.data_version()
