"""The parts of a server's address: server, database, user, password."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from outreach_app.database.address import DRIVER, ServerAddress, is_local
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _

_HOST = re.compile(r"(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?")
_HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class AddressParts:
    """The typed parts. `server` is a name or number, with `:port`, or a socket's folder."""

    server: str
    database: str
    user: str
    password: str = field(default="", repr=False)
    authority: Path | None = None


def compose_address(parts: AddressParts) -> ServerAddress:
    """Return the address of these parts. Raises InvalidDraft, which names each wrong one."""
    folder = parts.server if parts.server.startswith("/") else ""
    found = _HOST.fullmatch(parts.server)
    port = int(found["port"]) if found and found["port"] else None
    problems = [
        Problem(name, "required", _("Type it as the administrator of the server gave it."))
        for name in ("database", "user", *(() if folder else ("password",)))
        if not getattr(parts, name)
    ]
    if not folder and (found is None or (port is not None and not 0 < port <= _HIGHEST_PORT)):
        message = _("Type the name or the number of the server, such as db.example or 10.0.0.5.")
        problems.insert(0, Problem("server", "server", message))
    if problems:
        raise InvalidDraft(_("The address of the server is not complete."), problems)
    url = URL.create(
        DRIVER,
        username=parts.user,
        host=found["host"].strip("[]") if found else None,
        port=port,
        database=parts.database,
        query={"host": folder} if folder else {},
    )
    return ServerAddress(url.render_as_string(), parts.password or None, parts.authority)


def split_address(text: str) -> AddressParts | None:
    """Return the parts of an address in URL form, with its password if given; else None."""
    if "://" not in text:
        return None
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        return None
    host = str(url.query.get("host", "")) if is_local(url) else _with_port(url)
    return AddressParts(host, url.database or "", url.username or "", str(url.password or ""))


def parts_of(server: ServerAddress) -> AddressParts:
    """Return the parts of an address that is in use, for editing, without its password."""
    parts = split_address(str(server))
    assert parts is not None  # noqa: S101  as read_address takes no other
    return AddressParts(parts.server, parts.database, parts.user, "", server.authority)


def _with_port(url: URL) -> str:
    host = str(url.query.get("host", url.host or ""))
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{url.port}" if url.port else host
