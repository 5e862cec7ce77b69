"""Reading of a backup: in a temporary copy, which is deleted afterwards."""

from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from outreach_app import backup, month_totals, store_folder
from outreach_app.access_log import Act, note
from outreach_app.actors import OF_A_COPY
from outreach_app.backup_file import unpacked
from outreach_app.database import Database
from outreach_app.paths import STORE_FILE
from outreach_app.restoring import bring_schema
from outreach_app.rights import Right, require
from outreach_app.search import upkeep
from outreach_app.startup import OpenOffice


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """The office in a backup; `file` is the backup. The caller must close it."""

    office: OpenOffice
    file: Path
    _held: ExitStack

    def close(self) -> None:
        """Close the copy and remove it."""
        self._held.close()


def open_copy(office: OpenOffice, file: Path) -> OpenCopy:
    """Open a backup of an open office with the role of a reader, which is logged.

    A reader can change nothing and sees no names, so names erased since stay hidden. The copy keeps
    the encryption of its store, in the folder of the office. Raises NotAllowed, BackupFailed,
    StoreFailed and WriteFailed; nothing is left behind after a failure.
    """
    require(office.database, Right.BACK_UP)
    with ExitStack() as held, backup.copying(office.folder):
        part = held.enter_context(unpacked(file, office.folder))
        backup.count_sound(part, office.database.key, file)
        lock = held.enter_context(store_folder.locked(part))
        database = held.enter_context(closing(Database(part / STORE_FILE, office.database.key)))
        bring_schema(database)
        upkeep.renew_outdated(database)
        month_totals.complete(database)
        with office.database.write() as session:
            note(session, Act.BACKUP, verb=f"read {backup.tag_of(file)}")
        database.actor, database.is_copy = OF_A_COPY, True
        database.account = office.account.uid
        version = database.data_version()
        copy = OpenOffice(part, database, lock, office.account, None, version)
        return OpenCopy(copy, file, held.pop_all())
