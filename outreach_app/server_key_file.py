"""The key file of a register on a server, kept in its database for every computer that opens it.

It holds no key that a passphrase does not unwrap, and reading the database takes more than it
gives.
"""

from contextlib import closing
from pathlib import Path

from outreach_app import key_files
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress, place_of
from outreach_app.database.server_keys import read_keys, write_keys
from outreach_app.errors import Locked, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.paths import KEY_FILE
from outreach_app.untrusted_files import MAX_SMALL, read_regular


def take(folder: Path) -> None:
    """Fetch the server's key file, in case another computer changed it.

    Raises StoreFailed, NotAllowed and WriteFailed.
    """
    server = place_of(folder)
    if isinstance(server, ServerAddress):
        content = _shared(server)
        if content is not None:
            key_files.take_copy(folder, content)


def take_from(folder: Path, server: ServerAddress) -> None:
    """Fetch the key file of a register into its folder, or into one that has none.

    Raises NotFound (`no_keys`), and Locked (`another_database`) if the folder has the key file of
    another register.
    """
    content = _shared(server)
    if content is None:
        message = _(
            "This database has no register that other computers can open: it is empty, or was "
            "made by an earlier version. Open it once with this version on a computer that "
            "already uses it."
        )
        raise NotFound(message, code="no_keys")
    if not key_files.take_copy(folder, content):
        message = _(
            "Another register is in this database. Nothing was changed: check the name of the "
            "database with the server administrator."
        )
        raise Locked(message, code="another_database")


def share(folder: Path, database: Database) -> None:
    """Upload the folder's key file to the server; do nothing for a store in a file."""
    if database.is_on_server:
        content = read_regular(folder / KEY_FILE, MAX_SMALL)
        with database.write(Actor.PROGRAM) as session:
            write_keys(session.connection(), content)


def _shared(server: ServerAddress) -> bytes | None:
    with closing(Database(server, b"")) as database:
        return read_keys(database)
