"""Sealing of archives as age files, which only the archivist's key opens.

The key is a pair: the secret half is on the archivist's stick, as `age-keygen` writes it; the
public half is a field of the office. A sealed archive is verified with a temporary key.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.atomic_files import require_free, write_whole, written_together
from outreach_app.database import Database
from outreach_app.errors import (
    BundleError,
    InvalidDraft,
    NotAllowed,
    Problem,
    UnreadableFile,
    WriteFailed,
)
from outreach_app.exchange.format.encryption import (
    decrypt,
    encrypt,
    generate_identity,
    is_recipient,
    recipient_of,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.models.base import moment_text
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.untrusted_files import MAX_SMALL, open_regular, read_regular

SUFFIX = ".zip.age"
_SECRET = "AGE-SECRET-KEY-1"  # noqa: S105  the prefix of a line
_PUBLIC = "age1"
_PORTION = 1 << 20  # bytes read at a time


@use_case(Right.OFFICE)
def change_archivist(session: Session, recipient: str) -> None:
    """Set the key that archives are sealed to from now on. Raises InvalidDraft."""
    key = recipient.strip()
    if not is_recipient(key):
        message = _(
            "This is not a sealing key: a key begins with {start} and has 62 characters. Choose "
            "the file of the archivist's key, or create a key."
        ).format(start=isolate(_PUBLIC))
        raise InvalidDraft(message, [Problem("archivist", "no_key", message)])
    get_own_office(session).archivist = key


@use_case(Right.OFFICE, is_logged=False)
def make_archivist_key(database: Database, path: Path) -> None:
    """Write a new secret key for the archivist, and seal archives to it from now on.

    An existing file is not replaced: it may be the only key to an archive. Raises WriteFailed.
    """
    if path.exists():
        raise WriteFailed(path, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))
    secret = generate_identity()
    public = recipient_of(secret)
    lines = (f"# created: {moment_text(clock.now())}", f"# public key: {public}", secret, "")
    write_whole(path, "\n".join(lines).encode())
    with database.write() as session:
        change_archivist(session, public)


def read_public_key(path: Path) -> str:
    """Return the public key in a file, which may contain a secret key or a public one.

    Raises UnreadableFile.
    """
    for line in _lines(path):
        if line.startswith(_SECRET):
            return _recipient_of(line, path)
        words = line.removeprefix("# public key:").strip()
        if is_recipient(words):
            return words
    raise _no_key(path)


def find_archivist(session: Session) -> str | None:
    """Return the key that archives are sealed to, None if none was chosen."""
    return get_own_office(session).archivist


def require_archivist(session: Session) -> str:
    """Return the key that archives are sealed to. Raises NotAllowed (`no_archivist`)."""
    archivist = find_archivist(session)
    if archivist is None:
        message = _(
            "An archive is sealed to its archivist: choose or create the archivist's key first, "
            "in Settings › Retention, or with retention archivist."
        )
        raise NotAllowed(message, code="no_archivist")
    return archivist


@contextmanager
def sealed(content: bytes, archivist: str, path: Path) -> Iterator[None]:
    """Seal an archive, write it and verify the file, which stays only if the block succeeds.

    Raises WriteFailed, and UnreadableFile (`archive_differs`).
    """
    require_free(path)
    passing = generate_identity()
    data = encrypt(content, (archivist, recipient_of(passing)))
    with written_together(path.parent, [(path.name, data)]):
        _require_whole(path, passing, content)
        yield


def _require_whole(path: Path, passing: str, content: bytes) -> None:
    """Raise UnreadableFile (`archive_differs`) if a sealed file does not hold this content."""
    try:
        is_whole = decrypt(_content(path), [passing]) == content
    except (BundleError, UnreadableFile):
        is_whole = False
    if not is_whole:
        message = _(
            "The archive {file} did not read back as it was written, and nothing was recorded. "
            "Try another drive or folder."
        )
        message = message.format(file=isolate_file(path.name))
        raise UnreadableFile(message, code="archive_differs")


def open_sealed(path: Path, key_file: Path, target: Path) -> None:
    """Decrypt an archive with the archivist's key into a new file.

    Raises UnreadableFile (`no_archivist_key`, `not_opened`) and WriteFailed; an existing file
    is not replaced.
    """
    if target.exists():
        raise WriteFailed(target, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))
    secrets = [line for line in _lines(key_file) if line.startswith(_SECRET)]
    if not secrets:
        raise _no_key(key_file)
    for secret in secrets:
        _recipient_of(secret, key_file)
    try:
        content = decrypt(_content(path), secrets)
    except BundleError as error:
        message = _(
            "This key does not open {file}, or the file was altered. Choose the key of the day on"
            " which the archive was written."
        ).format(file=isolate_file(path.name))
        raise UnreadableFile(message, code="not_opened") from error
    write_whole(target, content)


def _content(path: Path) -> bytes:
    parts = []
    with open_regular(path) as file:
        while portion := file.read(_PORTION):
            parts.append(portion)
    return b"".join(parts)


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in read_regular(path, MAX_SMALL).decode().splitlines()]
    except UnicodeDecodeError as error:
        raise _no_key(path) from error


def _recipient_of(secret: str, path: Path) -> str:
    try:
        return recipient_of(secret)
    except ValueError as error:
        raise _no_key(path) from error


def _no_key(path: Path) -> UnreadableFile:
    message = _(
        "{file} does not contain the key of an archivist, as written by “Create a key” or "
        "age-keygen."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)), code="no_archivist_key")
