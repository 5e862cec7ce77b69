"""Places of files on this computer, and the folders that may hold a live store."""

import os
import string
import sys
from pathlib import Path

import platformdirs

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

if sys.platform == "win32":
    import ctypes

STORE_FILE = "outreach.db"
KEY_FILE = "outreach.key"
KEY_FILE_COPY = "outreach.key.copy"
# Replaces it for a store on a server: holds the address.
SERVER_FILE = "outreach.server"
# Beside it, if a person gave them: the password, and the certificate of the authority.
PASSWORD_FILE = "outreach.password"  # noqa: S105 - the name of a file
AUTHORITY_FILE = "outreach.crt"
# A folder inside, with a finished store that is being moved into place.
READY = ".ready"
# The folder inside with its backups, their ending, and how the folders of former stores begin.
BACKUPS = "backups"
BACKUP_SUFFIX = ".outreach-backup"
ASIDE = "set-aside-"
# How the names of a register's own files begin, in its folder: unfinished ones have a dot.
_OWN = ("outreach.", ".")
_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")
_NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afs")
_WINDOWS_DRIVE_REMOVABLE, _WINDOWS_DRIVE_REMOTE = 2, 4
# Where desktops mount removable drives.
_MOUNTED = ("/media/", "/run/media/", "/Volumes/")


def default_store() -> Path:
    """Return the per-user data folder of this computer."""
    return Path(platformdirs.user_data_dir("outreach", appauthor=False))


def profile() -> Path:
    """Return the folder of the user's own settings on this computer."""
    return Path(platformdirs.user_config_dir("outreach", appauthor=False))


def has_store(folder: Path) -> bool:
    """Return whether a folder has a store, including one that is not yet moved into place.

    A folder that cannot be read counts: opening it reports why.
    """
    try:
        return any(
            (place / name).exists()
            for place in (folder, folder / READY)
            for name in (STORE_FILE, SERVER_FILE)
        )
    except PermissionError:
        return True


def has_register(folder: Path) -> bool:
    """Return whether a folder has a store, or the key file and backups of one that is missing."""
    if has_store(folder):
        return True
    has_keys = any((folder / name).exists() for name in (KEY_FILE, KEY_FILE_COPY))
    return has_keys and any((folder / BACKUPS).glob(f"*{BACKUP_SUFFIX}"))


def is_of_a_register(path: Path) -> bool:
    """Return whether a path is a register's own: its files, its backups, its marks in the profile.

    Every register counts, not only the open one, under any spelling and through any link.
    """
    own = _real(profile())
    return any(
        place.is_relative_to(own)
        or (place.name.casefold().startswith(_OWN) and _is_of_register(place.parent))
        or any(_is_inside(folder) for folder in place.parents)
        for place in (_real(path.parent) / path.name, _real(path))
    )


def _real(path: Path) -> Path:
    """Return where a path leads; unlike `resolve` without an error where links go in a circle."""
    return Path(os.path.realpath(path))


def _is_inside(folder: Path) -> bool:
    name = folder.name.casefold()
    is_own = name in (BACKUPS, READY) or name.startswith(ASIDE)
    return is_own and _is_of_register(folder.parent)


def _is_of_register(folder: Path) -> bool:
    names = (STORE_FILE, SERVER_FILE, KEY_FILE, KEY_FILE_COPY)
    try:
        return any((folder / name).exists() for name in names)
    except PermissionError:  # nor can anything be written there
        return False


def require_local(folder: Path) -> None:
    """Raise NotAllowed for a network or synchronised folder: SQLite's locks do not work there."""
    folder = folder.resolve()
    if _is_synchronised(folder) or _is_network(folder):
        message = _(
            "The folder {folder} is on a network or synchronised drive. Choose a folder on this "
            "computer; use that drive for backups instead."
        )
        raise NotAllowed(message.format(folder=isolate(str(folder))), code="network_folder")


def removable_drives() -> list[Path]:
    """Return the sticks and memory cards that are plugged in now."""
    if sys.platform == "win32":
        drives = [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
        kind = ctypes.windll.kernel32.GetDriveTypeW
        return [drive for drive in drives if kind(str(drive)) == _WINDOWS_DRIVE_REMOVABLE]
    return [path for path in _mount_points() if str(path).startswith(_MOUNTED)]


def may_stay_silent(folder: Path) -> bool:
    """Return whether a folder is on a drive that can stop answering, without touching it."""
    if sys.platform == "win32":
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return str(folder).startswith("\\\\") or kind in (
            _WINDOWS_DRIVE_REMOVABLE,
            _WINDOWS_DRIVE_REMOTE,
        )
    system = _file_system(folder)
    is_elsewhere = system in _NETWORK_FILE_SYSTEMS or system.startswith("fuse")
    return is_elsewhere or str(folder).startswith(_MOUNTED)


def _mount_points() -> list[Path]:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return [path for path in Path("/Volumes").glob("*") if path.is_dir()]
    lines = mounts.read_text(encoding="utf-8").splitlines()
    return [Path(line.split()[1].replace("\\040", " ")) for line in lines]


def _is_synchronised(folder: Path) -> bool:
    return any(
        part.casefold() == name or part.casefold().startswith(f"{name} ")
        for part in folder.parts
        for name in _SYNCHRONISED
    )


def _is_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return bool(drive == _WINDOWS_DRIVE_REMOTE)
    return _file_system(folder) in _NETWORK_FILE_SYSTEMS


def _file_system(folder: Path) -> str:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    within = {str(place) for place in (folder, *folder.parents)}
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8").splitlines():
        _device, point, file_system, *_options = line.split()
        point = point.replace("\\040", " ")
        if len(point) > len(best) and point in within:
            best, kind = point, file_system
    return kind
