"""Update files: whether they are signed by the program's publisher, and how to install them.

Nothing is fetched or installed: a person opens the file. The key is the one with which this program
was packaged, in minisign's format; the signed comment names the version, so that an older program
under a newer name is detected.
"""

import re
from base64 import b64decode
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from outreach_app import __version__
from outreach_app.errors import BundleError, NotAllowed, UnreadableFile
from outreach_app.exchange.format.keys import PublicKeys
from outreach_app.exchange.format.signature import parse, verify_signature
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.untrusted_files import MAX_SMALL, read_regular

SIGNATURE_SUFFIX = ".minisig"
KEY = files("resources") / "update.pub"
_VERSION = re.compile(r"outreach (\d+)\.(\d+)\.(\d+)")
_MAX = 1 << 29  # bytes; a package has a hundred million


@dataclass(frozen=True, slots=True)
class Update:
    """A signed file, and the version that its signature names."""

    path: Path
    version: str
    is_newer: bool


def read_update(path: Path, key: Traversable = KEY) -> Update:
    """Check a package against its signature beside it, NAME.minisig.

    Raises NotAllowed (`no_update_key`, `wrong_signature`) and UnreadableFile.
    """
    keys = _read_key(key)
    signed = path.with_name(path.name + SIGNATURE_SUFFIX)
    if not signed.is_file():
        message = _("The signature {file} is not beside this file: ask for both together.")
        raise UnreadableFile(message.format(file=isolate(signed.name)), code="no_signature")
    try:
        signature = parse(read_regular(signed, MAX_SMALL))
        verify_signature(read_regular(path, _MAX), signature, keys)
    except BundleError as error:
        raise _wrong() from error
    named = _VERSION.fullmatch(signature.comment.decode("ascii"))
    if named is None or signature.key_id != keys.key_id:
        raise _wrong()
    version = ".".join(named.groups())
    return Update(path, version, _parts(version) > _parts(__version__))


def update_words(update: Update) -> str:
    """Return what was found, and what the person does with it."""
    version = isolate(update.version)
    if not update.is_newer:
        message = _(
            "The file is genuine, but its version {version} is not later than this one. Keep the "
            "current version."
        )
        return message.format(version=version)
    if update.path.suffix == ".deb":
        message = _(
            "The file is genuine: version {version}. Close the program, and have the administrator"
            " install it: {command}"
        )
        command = isolate(f"apt-get install -y ./{update.path.name}")
        return message.format(version=version, command=command)
    message = _(
        "The file is genuine: version {version}. Close the program, then open the file {file}:"
        " it replaces the program and leaves the register as it is."
    )
    return message.format(version=version, file=isolate_file(update.path.name))


def _read_key(file: Traversable) -> PublicKeys:
    """Return the key of this package. Raises NotAllowed if it was made without one."""
    if not file.is_file():
        message = _(
            "This program was packaged without a key for updates: ask the person who gave it to "
            "you whether a file is genuine."
        )
        raise NotAllowed(message, code="no_update_key")
    key = b64decode(file.read_text(encoding="ascii").splitlines()[-1])
    return PublicKeys(key_id=key[2:10], signing_key=key[10:], recipient="")


def _wrong() -> NotAllowed:
    message = _(
        "This file does not match its signature, or was signed with another key. Do not open it; "
        "ask the supplier of the program."
    )
    return NotAllowed(message, code="wrong_signature")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
