"""Asks the person for files and folders: the only place that opens the system's dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from outreach_app.paths import removable_drives


class Files:
    """Asks a person; None, or no file, where they gave it up. A test answers in its place.

    `kinds` name the files to choose from: one `file_kind`, or several joined by `;;`.
    """

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        return _path(QFileDialog.getExistingDirectory(parent, title))

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file that exists."""
        return _path(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Ask for files that exist."""
        return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]]

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Ask where to write a file; `name` is proposed."""
        return _path(QFileDialog.getSaveFileName(parent, title, name, kinds)[0])

    def sticks(self) -> list[Path]:
        """List the sticks that are plugged in now, without asking anybody."""
        return removable_drives()


def file_kind(name: str, *endings: str) -> str:
    """Name one kind of file as Qt's dialogs take it: `Cards (*.outreach-card)`."""
    return f"{name} ({' '.join(f'*{ending}' for ending in endings)})"


def _path(name: str) -> Path | None:
    return Path(name) if name else None
