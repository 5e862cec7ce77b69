"""A folder on a drive that may never answer is looked at in a child process, which is given up."""

import os
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.paths import may_stay_silent
from outreach_app.reading_child import ReadingChild, TooCostly

PATIENCE = 3.0  # seconds; a disk that has to start turning takes two

_YES, _NO = b"1", b"0"


class FolderSilent(OutreachError):
    """A folder whose drive does not answer."""

    def __init__(self, folder: Path) -> None:
        message = _(
            "The folder {folder} does not answer. Connect its drive again, or choose another "
            "folder, and try again."
        )
        details = {"path": str(folder)}
        super().__init__(
            message.format(folder=isolate(str(folder))), code="folder_silent", details=details
        )


def look(request: bytes) -> bytes:
    """Answer whether there is a folder of this name: the work of the child."""
    return _YES if Path(os.fsdecode(request)).is_dir() else _NO


CHILD = ReadingChild(look)


def is_there(folder: Path) -> bool:
    """Return whether there is such a folder. Raises FolderSilent, after PATIENCE at the latest."""
    if not may_stay_silent(folder):
        return folder.is_dir()
    try:
        return CHILD.ask(os.fsencode(folder), PATIENCE) == _YES
    except TooCostly:
        raise FolderSilent(folder) from None
    except ChildProcessError:  # nothing is known of the drive
        return folder.is_dir()


def answers(folder: Path) -> bool:
    """Return whether a folder is there and its drive answers."""
    try:
        return is_there(folder)
    except FolderSilent:
        return False
