"""Connections of a computer to a register on a server, and who may upgrade its tables."""

from contextlib import closing
from pathlib import Path

from outreach_app import server_key_file, store_folder, vault
from outreach_app.atomic_files import work_folder
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress, place_of, write_place
from outreach_app.database.server_keys import owns_tables
from outreach_app.errors import Locked, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.migrations import server as migrations


def connect(folder: Path, server: ServerAddress) -> None:
    """Connect this computer to a register that is on a server already: fetch its key file.

    Opens nothing: that still takes a passphrase. Raises NotAllowed (`store_exists`), NotFound
    (`no_keys`), StoreFailed, UnreadableFile and WriteFailed.
    """
    with store_folder.locked(folder):
        store_folder.require_empty(folder)
        with work_folder(folder) as part:
            server_key_file.take_from(part, server)
            write_place(part, server)
            store_folder.install(part, folder)


def reconnect(folder: Path, server: ServerAddress) -> None:
    """Change the address, user or password of this folder's register, after trying it.

    Raises NotAllowed (`not_on_server`), Locked (`another_database`) if another register is there,
    and what `connect` raises; the former address then stays.
    """
    with store_folder.locked(folder):
        if isinstance(place_of(folder), Path):
            raise NotAllowed(_("The register is in a file of this computer."), code="not_on_server")
        server_key_file.take_from(folder, server)
        write_place(folder, server)


def require_free(server: ServerAddress) -> None:
    """Raise what would prevent creating a register in this database."""
    with closing(Database(server, b"")) as database, database.read() as session:
        migrations.require_free(session.connection())


def require_upgrader(database: Database, folder: Path, unlocked: vault.Opened) -> None:
    """Raise Locked (`upgrade_waits`) unless the caller may change tables that others work in.

    It takes an administrator's account or the recovery code, and the owner of the database.
    """
    labels = {label.uid: label.role for label in vault.list_accounts(folder)}
    role = labels.get(unlocked.account) if unlocked.account else None
    if (role is None or role.administers) and owns_tables(database):
        return
    message = _(
        "The register on the server is of an earlier version of the program, and nothing was"
        " changed. Wait until an administrator has opened it with this version, on a computer whose"
        " address names the owner of the database; until then the earlier version opens it."
    )
    raise Locked(message, code="upgrade_waits")
