"""The file of a backup: an uncompressed ZIP of a store and its key file, and nothing else."""

import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from outreach_app.atomic_files import work_folder, writing
from outreach_app.errors import BackupFailed, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.key_files import (
    KeyFile,
    find_key_file,
    sound_key_file,
)
from outreach_app.key_ids import HEADER_SIZE, id_in, id_of
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY, STORE_FILE
from outreach_app.untrusted_files import MAX_SMALL, open_regular

# The code of the refusal of a sound backup that the key of the register does not open.
OTHER_KEY = "other_key"
# What reading raises for a file that is not a backup, or is damaged.
_UNREADABLE = (
    OSError,
    UnreadableFile,
    KeyError,
    EOFError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
# Bytes: an upper bound for the names and headers of the two members.
_MAX_HEADINGS = 512


@contextmanager
def unpacked(file: Path, place: Path) -> Iterator[Path]:
    """Unpack a backup into a folder that is deleted after the block; its key file twice.

    Raises BackupFailed and OSError.
    """
    with work_folder(place) as folder:
        try:
            with open_regular(file) as packed, zipfile.ZipFile(packed) as archive:
                _require_as_packed(archive, file, is_ended=_is_ended(packed))
                for name in (KEY_FILE, STORE_FILE):
                    _unpack(archive, name, folder / name)
        except _UNREADABLE as error:
            raise BackupFailed(damaged(file)) from error
        shutil.copyfile(folder / KEY_FILE, folder / KEY_FILE_COPY)
        yield folder


def key_file_of(file: Path) -> KeyFile | None:
    """Return the key file in a backup, or None if the backup is damaged."""
    try:
        with open_regular(file) as packed, zipfile.ZipFile(packed) as archive:
            _require_as_packed(archive, file, is_ended=_is_ended(packed))
            with archive.open(KEY_FILE) as member:
                return sound_key_file(member.read(MAX_SMALL))
    except (*_UNREADABLE, BackupFailed):
        return None


def has_other_key(file: Path, key: bytes) -> bool:
    """Return whether the key file in a backup is sound, and for another key."""
    key_file = key_file_of(file)
    return key_file is not None and key_file.key_id != id_of(key)


def require_key(folder: Path, key: bytes, file: Path) -> None:
    """Raise BackupFailed (`other_key`) if store and key file of an unpacked backup are of another.

    Unpacking compared their checksums; without that key no more can be checked.
    """
    key_file = find_key_file(folder / KEY_FILE)
    with (folder / STORE_FILE).open("rb") as store:
        named = id_in(store.read(HEADER_SIZE))
    if key_file is not None and named == key_file.key_id != id_of(key):
        message = _(
            "The backup is whole, but the register's key does not open it: an account was removed "
            "in between, or it is of another register. It is restored with a passphrase of its "
            "day: {file}."
        )
        raise BackupFailed(message.format(file=isolate(str(file))), code=OTHER_KEY)


def require_one_register(file: Path) -> None:
    """Raise BackupFailed if the key file in a backup is of another register than its store."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(STORE_FILE) as store:
            named = id_in(store.read(HEADER_SIZE))
    except _UNREADABLE as error:
        raise BackupFailed(damaged(file)) from error
    key_file = key_file_of(file)
    if named is not None and key_file is not None and key_file.key_id != named:
        message = _(
            "The backup {file} was assembled by hand: its key file belongs to another register. "
            "Nothing was restored. Use another backup."
        )
        raise BackupFailed(message.format(file=isolate(str(file))))


def checksum_of(file: Path) -> str:
    """Return the checksum of the store in a backup, 8 hex digits. Raises BackupFailed."""
    try:
        with zipfile.ZipFile(file) as archive:
            return f"{archive.getinfo(STORE_FILE).CRC:08x}"
    except _UNREADABLE as error:
        raise BackupFailed(damaged(file)) from error


def pack(target: Path, store: Path, key_file: KeyFile) -> None:
    """Write a backup of a store and its key file."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.write(store, STORE_FILE)
        archive.writestr(KEY_FILE, key_file.content())


def _is_ended(packed: BinaryIO) -> bool:
    """Return whether the file ends with the ZIP end record (22 bytes); readers tolerate more."""
    packed.seek(-22, os.SEEK_END)
    return packed.read(4) == b"PK\5\6"


def _require_as_packed(archive: zipfile.ZipFile, file: Path, *, is_ended: bool) -> None:
    """Raise BackupFailed unless a backup has exactly its two members, with nothing before or after.

    A compressed member could unpack to any size.
    """
    members = archive.infolist()
    are_stored = all(member.compress_type == zipfile.ZIP_STORED for member in members)
    names = sorted(member.filename for member in members)
    headings = file.stat().st_size - sum(member.file_size for member in members)
    if (
        names != sorted((KEY_FILE, STORE_FILE))
        or not are_stored
        or not 0 <= headings <= _MAX_HEADINGS
        or not is_ended
    ):
        raise BackupFailed(damaged(file))


def _unpack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with archive.open(name) as source, writing(path), path.open("wb") as target:
        shutil.copyfileobj(source, target)


def damaged(file: Path) -> str:
    """Return the message for a file that is missing, is not a backup, or is damaged."""
    if not os.path.lexists(file):
        message = _("There is no file {file}. Choose the backup where it lies.")
        return message.format(file=isolate(str(file)))
    message = _("The backup is damaged or incomplete: {file}. Use another one.")
    return message.format(file=isolate(str(file)))
