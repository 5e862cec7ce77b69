"""Answers to the file dialogs of the system."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.files import Files


class Answers(Files):
    """Answers every file dialog with `path`, or cancels it if that is None.

    `proposed` is the name proposed in the last save dialog, `plugged` what `sticks`
    returns.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self.path = path
        self.proposed = ""
        self.plugged: list[Path] = []

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.path

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.path

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        return [self.path] if self.path else []

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        self.proposed = name
        return self.path

    def sticks(self) -> list[Path]:
        return list(self.plugged)
