"""Tell where the store of a folder is: in a file there, or in a database by its address."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from outreach_app.errors import NotAllowed, UnreadableFile
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.paths import SERVER_FILE, STORE_FILE
from outreach_app.rules.kinds import OfficeRole

_DRIVER = "postgresql+psycopg"
_VERIFIED = "verify-full"
# What else an address may say: where the server's certificate and the password are, never what.
_OPTIONS = frozenset({"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile"})


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database on a server, without the password: libpq finds that where docs/server.md says."""

    text: str

    @property
    def url(self) -> URL:
        """The address as the driver takes it; over a network the server's name is verified."""
        url = make_url(self.text)
        return url if _is_local(url) else url.update_query_dict({"sslmode": _VERIFIED})

    def __str__(self) -> str:
        return self.text


def read_address(text: str) -> ServerAddress:
    """Return the address that was given. Raises NotAllowed (`server_address`)."""
    try:
        url = make_url(text.strip())
    except ArgumentError as error:
        raise _refused() from error
    if url.drivername != _DRIVER or not url.database or not _OPTIONS.issuperset(url.query):
        raise _refused()
    if url.password is not None:
        message = _(
            "The password of the server does not belong in its address, where others see it. Write"
            " it into a file that PGPASSFILE names, for its owner only."
        )
        raise NotAllowed(message, code="server_password")
    if not _is_local(url) and url.query.get("sslmode", _VERIFIED) != _VERIFIED:
        message = _(
            "A server in the network is used over TLS alone, under its own name:"
            " sslmode=verify-full."
        )
        raise NotAllowed(message, code="server_without_tls")
    return ServerAddress(text.strip())


def place_of(folder: Path) -> Path | ServerAddress:
    """Return where the store of a folder is. Raises UnreadableFile and NotAllowed."""
    file = folder / SERVER_FILE
    if not file.exists():
        return folder / STORE_FILE
    try:
        text = read_regular(file, MOST_SMALL).decode("ascii")
    except UnicodeDecodeError as error:
        raise UnreadableFile(_refused().message) from error
    return read_address(text)


def kept_on_server() -> NotAllowed:
    """Return the refusal of what is done to the file of a store, where there is none."""
    message = _("This register is on a server: whoever administers the server backs it up there.")
    return NotAllowed(message, code="kept_on_server")


def require_headquarters(role: str) -> None:
    """Raise NotAllowed (`server_for_headquarters`): a precinct's register stays in its building."""
    if role != OfficeRole.HEADQUARTERS:
        message = _("Only headquarters keeps its register on a server; a precinct's is a file.")
        raise NotAllowed(message, code="server_for_headquarters")


def _is_local(url: URL) -> bool:
    """Tell whether the server is asked through a socket of this computer."""
    host = str(url.query.get("host", url.host or ""))
    return not host or host.startswith("/")


def _refused() -> NotAllowed:
    message = _(
        "This is no address of a database. Write it as"
        " postgresql+psycopg://NAME@SERVER/DATABASE, or with ?host=/FOLDER for a socket."
    )
    return NotAllowed(message, code="server_address")
