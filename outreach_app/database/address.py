"""Find a folder's store: in a file there, or in a database by its address."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from outreach_app.atomic_files import write_register_file, writing
from outreach_app.errors import NotAllowed, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.paths import AUTHORITY_FILE, PASSWORD_FILE, SERVER_FILE, STORE_FILE
from outreach_app.rules.kinds import OfficeRole
from outreach_app.untrusted_files import MAX_SMALL, read_regular

DRIVER = "postgresql+psycopg"
_VERIFIED = "verify-full"
_PORTS = range(1, 65536)
# Further options of an address: where the server's certificate and the password are, never the
# password.
_OPTIONS = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile"})


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The address of a database on a server. The text never holds the password.

    `password`, and the certificate file of the server's `authority`, are what a person entered in
    the window; without them libpq finds both as docs/server.md describes.
    """

    text: str
    password: str | None = field(default=None, repr=False)
    authority: Path | None = None

    @property
    def url(self) -> URL:
        """The address for the driver; over a network the server's name is verified."""
        url = make_url(self.text)
        if is_local(url):
            return url
        verified = {"sslmode": _VERIFIED}
        if self.authority is not None:
            verified["sslrootcert"] = str(self.authority)
        return url.update_query_dict(verified)

    def __str__(self) -> str:
        return self.text


def read_address(text: str) -> ServerAddress:
    """Return the address in a text. Raises NotAllowed (`server_address`)."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:  # the latter for a port
        raise _refused() from error
    if url.password is not None or "password" in url.query:
        message = _(
            "The password of the server does not belong in its address, where others see it. "
            "Write it to the file that PGPASSFILE names, readable only by its owner."
        )
        raise NotAllowed(message, code="server_password")
    if not _is_whole(url):
        raise _refused()
    if not is_local(url) and url.query.get("sslmode", _VERIFIED) != _VERIFIED:
        message = _(
            "A server on the network must be reached over TLS, under its own name: "
            "sslmode=verify-full."
        )
        raise NotAllowed(message, code="server_without_tls")
    return ServerAddress(text.strip())


def place_of(folder: Path) -> Path | ServerAddress:
    """Return where the store of a folder is. Raises UnreadableFile and NotAllowed."""
    if not (folder / SERVER_FILE).exists():
        return folder / STORE_FILE
    try:
        text = read_regular(folder / SERVER_FILE, MAX_SMALL).decode("ascii")
    except UnicodeDecodeError as error:
        raise UnreadableFile(_refused().message) from error
    password, authority = folder / PASSWORD_FILE, folder / AUTHORITY_FILE
    return ServerAddress(
        read_address(text).text,
        read_regular(password, MAX_SMALL).decode() if password.exists() else None,
        authority if authority.exists() else None,
    )


def write_place(folder: Path, server: ServerAddress) -> None:
    """Store a server's address in a folder, with its password and certificate in files beside it.

    The files are for their owner only; the address is written last, as without it there is no
    store. Raises UnreadableFile and WriteFailed.
    """
    authority = server.authority and read_regular(server.authority, MAX_SMALL)
    for name, content in (
        (PASSWORD_FILE, server.password and server.password.encode()),
        (AUTHORITY_FILE, authority),
        (SERVER_FILE, str(server).encode()),
    ):
        if content:
            write_register_file(folder / name, content)
        else:
            with writing(folder / name):
                (folder / name).unlink(missing_ok=True)


def forget_place(folder: Path) -> None:
    """Remove a server's address: the folder's store is then the file in it. Raises WriteFailed."""
    for name in (SERVER_FILE, PASSWORD_FILE, AUTHORITY_FILE):
        with writing(folder / name):
            (folder / name).unlink(missing_ok=True)


def kept_on_server() -> NotAllowed:
    """Return the error for an action on a store's file if the store is on a server."""
    message = _("This register is on a server: the server administrator backs it up there.")
    return NotAllowed(message, code="kept_on_server")


def require_headquarters(role: str) -> None:
    """Raise NotAllowed (`server_for_headquarters`): a precinct's register stays in its building."""
    if role != OfficeRole.HEADQUARTERS:
        message = _("Only headquarters keeps its register on a server; a precinct's is a file.")
        raise NotAllowed(message, code="server_for_headquarters")


def _is_whole(url: URL) -> bool:
    """Return whether an address names one server and one database, and nothing twice."""
    has_port = url.port is None or url.port in _PORTS
    is_named = url.drivername == DRIVER and url.database and url.database.isprintable()
    is_once = all(isinstance(value, str) for value in url.query.values())
    has_one_host = not (url.host and "host" in url.query)
    has_known_options = _OPTIONS.issuperset(url.query)
    return bool(has_port and is_named and is_once and has_one_host and has_known_options)


def is_local(url: URL) -> bool:
    """Return whether the server is reached through a socket of this computer."""
    host = str(url.query.get("host", url.host or ""))
    return not host or host.startswith("/")


def _refused() -> NotAllowed:
    message = _(
        "This is not the address of a database. Write it as "
        "postgresql+psycopg://NAME@SERVER/DATABASE, or with ?host=/FOLDER for a socket."
    )
    return NotAllowed(message, code="server_address")
