"""The version of a key file, and how one that this program cannot read is told."""

import hashlib
from pathlib import Path
from typing import Final

import msgspec

from outreach_app.errors import Locked, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.untrusted_files import MAX_SMALL, read_regular

VERSION: Final = 6


def refusal_of(*copies: Path) -> Locked:
    """Return the error for a key file of which no copy is sound.

    Its code is `damaged_key_file`, or `earlier_version` or `newer_version` if one is sound but of
    another version.
    """
    found = [_sound_version(path) for path in copies]
    others = [version for version in found if version not in (None, VERSION)]
    if not others:
        message = _("The key file and its copy are damaged. Restore a backup.")
        return Locked(message, code="damaged_key_file")
    return newer_version() if max(others) > VERSION else _earlier_version()


def newer_version() -> Locked:
    """Return the error for a store that a newer version of the program made."""
    message = _(
        "This store was made by a newer version of the program."
        " Install that version, then open it again."
    )
    return Locked(message, code="newer_version")


def _earlier_version() -> Locked:
    message = _(
        "This register was made by an earlier version of the program, which used other keys: this "
        "version cannot open it. It is not damaged, and nothing was changed. Open it with the "
        "version that made it, or restore a backup that this version made."
    )
    return Locked(message, code="earlier_version")


def _sound_version(path: Path) -> int | None:
    """Return the version that a key file states, or None if its checksum is wrong.

    Every version has had both, the checksum over all else as canonical JSON.
    """
    try:
        fields = msgspec.json.decode(read_regular(path, MAX_SMALL), type=dict[str, object])
    except (UnreadableFile, ValueError, RecursionError):
        return None
    check, version = fields.pop("check", None), fields.get("version")
    digest = hashlib.sha256(msgspec.json.encode(fields, order="sorted")).hexdigest()
    return version if check == digest and isinstance(version, int) else None
