"""File and folder choices: the only place that opens the system's dialogs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError, RegisterFile, WriteFailed
from outreach_app.folder_looks import FolderSilent, answers, is_there
from outreach_app.i18n import isolate
from outreach_app.paths import is_of_a_register, removable_drives

if TYPE_CHECKING:
    from ui.file_dialog import FileDialog


class Files:
    """Asks the user; returns None, or no files, if they cancel. Tests replace it.

    `kinds` name the files to choose from: one `file_kind`, or several joined by `;;`. The first
    dialog begins in `folder`, else among the documents; the others where the last one ended, unless
    that is forgotten. `keep` is told where the next one begins, for the next start of the program.
    """

    def __init__(self, folder: str = "", keep: Callable[[str], object] = str) -> None:
        self._folder = self._former = folder
        self._keep = keep

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        dialog = self._dialog(parent, title)
        dialog.want_folder()
        return _first(self._ask(parent, dialog))

    def forget(self, folder: Path) -> None:
        """Begin the next dialog where one ended before: nothing could be written in a folder."""
        if Path(self._folder) == folder:
            self._folder = self._former
            self._keep(self._folder)

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file that exists."""
        return _first(self._ask(parent, self._dialog(parent, title, kinds)))

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Ask for files that exist."""
        dialog = self._dialog(parent, title, kinds)
        dialog.want_several()
        return self._ask(parent, dialog)

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Ask where to write a file; `name` is proposed. A register's own file is refused."""
        dialog = self._dialog(parent, title, kinds)
        dialog.want_new(name)
        path = _first(self._ask(parent, dialog))
        if path is None or not is_of_a_register(path):
            return path
        _warn(parent, WriteFailed(path, RegisterFile()))
        return None

    def sticks(self) -> list[Path]:
        """Return the removable drives that are plugged in now, without asking the user."""
        return removable_drives()

    def _dialog(self, parent: QWidget, title: str, kinds: str = "") -> "FileDialog":
        from ui.file_dialog import FileDialog  # noqa: PLC0415  not for the first paint

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(self._folder or QStandardPaths.writableLocation(documents))
        if not answers(folder):  # Qt would name it all the same, or wait for it for good
            folder = Path.home()
        return FileDialog(parent, title, str(folder), kinds)

    def _ask(self, parent: QWidget, dialog: "FileDialog") -> list[Path]:
        chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        is_folder = dialog.fileMode() == dialog.FileMode.Directory
        dialog.deleteLater()
        if not chosen:
            return []
        folder = chosen[0] if is_folder else chosen[0].parent
        try:
            is_there(folder)  # before a page touches it, which would hold the window
        except FolderSilent as silent:
            _warn(parent, silent)
            return []
        self._remember(folder)
        return chosen

    def _remember(self, folder: Path) -> None:
        if str(folder) != self._folder:
            self._former, self._folder = self._folder, str(folder)
            self._keep(self._folder)


def file_kind(name: str, *endings: str) -> str:
    """Return one kind of file as Qt's dialogs expect it: the label, then the patterns.

    The patterns are shown isolated, or they would be turned round among Arabic words; Qt reads
    none that are, so they stand twice, and `FileDialog` hides the second.
    """
    patterns = " ".join(f"*{ending}" for ending in endings)
    return f"{name} ({isolate(patterns)}) ({patterns})"


def _warn(parent: QWidget, error: OutreachError) -> None:
    from ui.warning_box import warn  # noqa: PLC0415  not for the first paint

    warn(parent, error.message)


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
