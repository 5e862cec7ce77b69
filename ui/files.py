"""Asks the person for files and folders: the only place that opens the system's dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from outreach_app.paths import removable_drives


class Files:
    """None, or no file, answers that the person thought better of it; a test answers in its place.

    `kinds` name the files to choose from, as Qt writes them: `Cards (*.outreach-card)`.
    """

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Which folder?"""
        return _path(QFileDialog.getExistingDirectory(parent, title))

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Which file, of those that are there?"""
        return _path(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Which files, of those that are there?"""
        return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]]

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Where to, and under which name? `name` is proposed."""
        return _path(QFileDialog.getSaveFileName(parent, title, name, kinds)[0])

    def sticks(self) -> list[Path]:
        """The sticks that are plugged in now: nobody needs to be asked for those."""
        return removable_drives()


def _path(name: str) -> Path | None:
    return Path(name) if name else None
