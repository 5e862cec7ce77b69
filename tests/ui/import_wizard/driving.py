"""Test helpers that drive the wizard: answers of dialogs, and keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.files import Files
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.step import WizardStep

LIST = (
    "الاسم;Téléphone;Président;Couleur;Adresse\n"
    "جمعية النخيل;0612345678;;;حي النخيل\n"
    "جمعية الأمل;0522000002;Khalid Idrissi;bleu;\n"
    "جمعية النور;12;;;\n"
    ";0522000003;;;Rue 4\n"
)


class Asked(Files):
    """The answers of the system's file dialogs."""

    def __init__(self, folder: Path) -> None:
        self.list = folder / "liste.csv"
        self.file: Path | None = self.list
        self.target: Path | None = folder / "refused.csv"
        self.names: list[str] = []

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.file

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        self.names.append(Path(name).name)
        return self.target


def wait_for_work(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait until nothing runs."""
    qtbot.waitUntil(lambda: not dialog._work.is_running)


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    """Choose a file, up to the second step."""
    dialog.take(path)
    wait_for_work(qtbot, dialog)


def press_next(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Go to the next step, as Enter does."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    wait_for_work(qtbot, dialog)


def is_at(dialog: ImportDialog, step: WizardStep) -> bool:
    return dialog.step is step


def counts(dialog: ImportDialog) -> dict[str, int]:
    """Return the figures of the current step."""
    outcome = dialog.check.outcome if is_at(dialog, dialog.check) else dialog.report.outcome
    return {
        name: int(label.text().strip("\u2066\u2069")) for name, label in outcome.figures.items()
    }
