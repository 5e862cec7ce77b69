"""Asks the person for files and folders: the only place that opens the system's dialogs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from outreach_app.paths import removable_drives

if TYPE_CHECKING:
    from ui.file_dialog import FileDialog


class Files:
    """Asks a person; None, or no file, where they gave it up. A test answers in its place.

    `kinds` name the files to choose from: one `file_kind`, or several joined by `;;`. The first
    dialog begins in `folder`, the others where the last one ended.
    """

    def __init__(self, folder: str = "") -> None:
        self._folder = folder

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        dialog = self._dialog(parent, title)
        dialog.want_folder()
        return _first(self._ask(dialog))

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file that exists."""
        return _first(self._ask(self._dialog(parent, title, kinds)))

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Ask for files that exist."""
        dialog = self._dialog(parent, title, kinds)
        dialog.want_several()
        return self._ask(dialog)

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Ask where to write a file; `name` is proposed."""
        dialog = self._dialog(parent, title, kinds)
        dialog.want_new(name)
        return _first(self._ask(dialog))

    def sticks(self) -> list[Path]:
        """List the sticks that are plugged in now, without asking anybody."""
        return removable_drives()

    def _dialog(self, parent: QWidget, title: str, kinds: str = "") -> "FileDialog":
        from ui.file_dialog import FileDialog  # noqa: PLC0415  not for the first paint

        return FileDialog(parent, title, self._folder, kinds)

    def _ask(self, dialog: "FileDialog") -> list[Path]:
        chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        if chosen:
            self._folder = ""  # from here on Qt goes on where it was
        dialog.deleteLater()
        return chosen


def file_kind(name: str, *endings: str) -> str:
    """Name one kind of file as Qt's dialogs take it: `Cards (*.outreach-card)`."""
    return f"{name} ({' '.join(f'*{ending}' for ending in endings)})"


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
