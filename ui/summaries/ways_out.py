"""What asks the person or the system before a summary leaves the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from outreach_app.i18n import gettext as _


def _ask_folder(parent: QWidget) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, _("Folder for the summary"))
    return Path(chosen) if chosen else None


def _ask_printer(parent: QWidget) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() else None


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@dataclass(frozen=True, slots=True)
class WaysOut:
    """The dialogs of the system; None answers that the person thought better of it."""

    ask_folder: Callable[[QWidget], Path | None] = _ask_folder
    ask_printer: Callable[[QWidget], QPrinter | None] = _ask_printer
    open_folder: Callable[[Path], None] = _open_folder
