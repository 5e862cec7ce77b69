"""Requests that the window or the program itself carries out, not a page."""

from dataclasses import dataclass
from pathlib import Path

from outreach_app.reading_backups import OpenCopy


@dataclass(frozen=True, slots=True)
class SearchEverything:
    """Open the search of everything over the page that is shown."""


@dataclass(frozen=True, slots=True)
class ReadBackup:
    """Show a backup that was opened to be read, in a window of its own, which closes it."""

    copy: OpenCopy


@dataclass(frozen=True, slots=True)
class RestoreBackup:
    """Close the register, and ask for the passphrase of a backup that takes its place."""

    file: Path


@dataclass(frozen=True, slots=True)
class MoveRegister:
    """Close the register, and ask where it is to move: to a server, or back into a file."""


@dataclass(frozen=True, slots=True)
class ReachServer:
    """Close the register, and ask how this computer reaches it on its server."""


ProgramRequest = ReadBackup | RestoreBackup | MoveRegister | ReachServer
