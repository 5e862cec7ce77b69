"""Move headquarters' register from a file to a server, or back."""

from contextlib import closing
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import backup, clock, server_key_file, store_folder, unlocking, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor, Role
from outreach_app.atomic_files import make_folder, work_folder, writing
from outreach_app.database import Database, store_in
from outreach_app.database.address import (
    ServerAddress,
    forget_place,
    require_headquarters,
    write_place,
)
from outreach_app.database.statements import retire
from outreach_app.errors import Locked, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.migrations.run import begin, finish, needs_migration
from outreach_app.models import Account
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, require
from outreach_app.search import upkeep
from outreach_app.store_copies import copy_rows


def move_store(
    folder: Path,
    secret: str,
    account: UUID | None,
    server: ServerAddress | None,
    progress: Progress,
) -> int:
    """Move a store into an empty database, or without `server` into a file; return its row count.

    The store is locked during the move, and each table is compared by count and hash first.
    Afterwards the former file is set aside, or the former database no longer opens. Raises what
    `unlocking.unlock` and `copy_rows` raise, NotAllowed, Locked, WriteFailed and StoreFailed.
    """
    with store_folder.locked(folder):
        opened = unlocking.unlock(folder, secret, account)
        with closing(store_in(folder, opened.data_key)) as source:
            _require_movable(source, opened, server)
            if server is None:
                return _move_to_file(source, folder, progress)
            return _move_to_server(source, folder, server, progress)


def _move_to_server(
    source: Database, folder: Path, server: ServerAddress, progress: Progress
) -> int:
    with closing(Database(server, source.key)) as target, source.write(Actor.PROGRAM) as session:
        count = _fill(session, target, source, progress)
        server_key_file.share(folder, target)
        write_place(folder, server)
    source.checkpoint()
    source.close()
    aside = folder / f"moved-{clock.now():%Y%m%d-%H%M%S}"
    make_folder(aside)
    with writing(aside):
        for file in folder.glob(f"{STORE_FILE}*"):
            file.rename(aside / file.name)
    return count


def _move_to_file(source: Database, folder: Path, progress: Progress) -> int:
    with (
        source.write(Actor.PROGRAM) as session,
        backup.copying(folder),
        work_folder(folder) as part,
    ):
        with closing(Database(part / STORE_FILE, source.key)) as target:
            count = _fill(session, target, source, progress)
            target.checkpoint()
        store_folder.install(part, folder)
        forget_place(folder)
        retire(session.connection())
    return count


def _fill(session: Session, target: Database, source: Database, progress: Progress) -> int:
    """Copy all rows into a new store, log the move there and have its index rebuilt."""
    begin(target)
    count = copy_rows(session.connection(), target, progress)
    upkeep.begin(target)
    target.actor = source.actor
    target.account = source.account
    with target.write() as noted:
        note(noted, Act.RESTORE, verb="move", count=count)
    finish(target)
    return count


def _require_movable(source: Database, opened: vault.Opened, server: ServerAddress | None) -> None:
    """Sign the account in. Raises NotAllowed and Locked if the store cannot be moved."""
    if not source.is_readable() or needs_migration(source):
        message = _("Open the register once with this version of the program, then move it.")
        raise Locked(message, code="open_first")
    with source.read() as session:
        account = session.get(Account, opened.account) if opened.account else None
        if account is not None:
            source.actor = Role(account.role).actor
            source.account = account.uid
    require(source, Right.RESTORE)
    if source.is_on_server == (server is not None):
        in_file = _("The register is in a file already.")
        on_server = _("The register is on a server already. Move it into a file first.")
        message = in_file if server is None else on_server
        raise NotAllowed(message, code="moved_already")
    with source.read() as session:
        require_headquarters(get_own_office(session).role)
