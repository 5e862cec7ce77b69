"""Where things are on this computer, and which folders may hold a live store."""

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
# In its place where the store is on a server: the address.
SERVER_FILE = "outreach.server"
# Beside it, where a person gave them: the password, and whose certificates the server has.
PASSWORD_FILE = "outreach.password"  # noqa: S105 - the name of a file
AUTHORITY_FILE = "outreach.crt"
# A folder inside with a finished store, while it is moved into its place.
READY = ".ready"
_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")
_NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afs")
_WINDOWS_DRIVE_REMOVABLE, _WINDOWS_DRIVE_REMOTE = 2, 4
# Where desktops mount what is plugged in.
_MOUNTED = ("/media/", "/run/media/", "/Volumes/")


def default_store() -> Path:
    """Return the per-user data folder of this computer."""
    return Path(platformdirs.user_data_dir("outreach", appauthor=False))


def profile() -> Path:
    """Return the folder of the person's own choices on this computer."""
    return Path(platformdirs.user_config_dir("outreach", appauthor=False))


def has_store(folder: Path) -> bool:
    """Whether a store is in a folder, be it that it was not moved to its place yet.

    One that may not be looked into counts: opening it says why.
    """
    try:
        return any(
            (place / name).exists()
            for place in (folder, folder / READY)
            for name in (STORE_FILE, SERVER_FILE)
        )
    except PermissionError:
        return True


def require_local(folder: Path) -> None:
    """Raise NotAllowed for a network or synchronised folder: SQLite's locks do not hold there."""
    folder = folder.resolve()
    if _is_synchronised(folder) or _is_network(folder):
        message = _(
            "The folder {folder} is on a network or synchronised drive."
            " Choose a folder of this computer; put a backup there instead."
        )
        raise NotAllowed(message.format(folder=isolate(str(folder))), code="network_folder")


def removable_drives() -> list[Path]:
    """Return the sticks and memory cards that are plugged in now."""
    if sys.platform == "win32":
        drives = [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
        kind = ctypes.windll.kernel32.GetDriveTypeW
        return [drive for drive in drives if kind(str(drive)) == _WINDOWS_DRIVE_REMOVABLE]
    return [path for path in _mount_points() if str(path).startswith(_MOUNTED)]


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
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8").splitlines():
        _device, point, file_system, *_options = line.split()
        point = point.replace("\\040", " ")
        if len(point) > len(best) and folder.is_relative_to(point):
            best, kind = point, file_system
    return kind
