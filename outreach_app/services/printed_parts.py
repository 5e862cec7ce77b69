"""The parts of issued documents, kept as keyed hashes to name what a later version changes."""

import secrets
from collections.abc import Sequence
from hashlib import blake2b
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from outreach_app.models import PrintedParts

_KEY_BYTES = 32
_HASH_BYTES = 8


def keep_parts(session: Session, issue: UUID, parts: Sequence[tuple[str, str]]) -> None:
    """Keep the parts of a version of a document, unless it has none."""
    if not parts:
        return
    key = secrets.token_bytes(_KEY_BYTES)
    hashes = msgspec.json.encode({name: _hash(key, content) for name, content in parts})
    session.merge(PrintedParts(issue=issue, key=key, hashes=hashes))


def find_changed(
    session: Session, before: UUID, parts: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Return the names of the parts that differ from a version, those that it alone had last.

    None is known if it was issued on another computer, or words were erased since.
    """
    kept = session.get(PrintedParts, before)
    if kept is None:
        return ()
    known = msgspec.json.decode(kept.hashes, type=dict[str, str])
    now = {name: _hash(kept.key, content) for name, content in parts}
    changed = [name for name, made in now.items() if known.get(name) != made]
    return (*changed, *(name for name in known if name not in now))


def _hash(key: bytes, content: str) -> str:
    return blake2b(content.encode(), key=key, digest_size=_HASH_BYTES).hexdigest()
