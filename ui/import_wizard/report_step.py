"""The last step: the result of the import, the refused rows to save, and Undo."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES
from outreach_app.transfer.reports import ImportReport
from ui.context import AppContext
from ui.import_wizard.outcome import Outcome
from ui.import_wizard.step import WizardStep
from ui.widgets.buttons import Button


class ReportStep(WizardStep):
    """`save_asked` carries the path for the refused rows; `undo_asked` requests Undo."""

    save_asked = Signal(object)
    undo_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._file = Path()
        self._is_undone = False
        self.outcome = Outcome(context, "import.refused")
        self.save = Button(lambda: _("Save these rows"), "download-simple")
        self.undo = Button(lambda: _("Undo this import"), "arrow-counter-clockwise")
        self._build()
        self.save.clicked.connect(self._ask_target)
        self.undo.clicked.connect(self.undo_asked)

    def title(self) -> str:
        return _("The import is undone") if self._is_undone else _("The import is done")

    def advice(self) -> str:
        if self._is_undone:
            return _("The register is as it was, except for what was changed since.")
        if not self.save.isEnabled():
            return _(
                "Every row of the file is in the register."
                " The import can be undone as a whole, here or later."
            )
        return _(
            "Save the rows that are refused or to complete, correct them in the program that you "
            "know, and import that file again. The import can be undone as a whole, here or "
            "later."
        )

    def begin(self) -> None:
        if self.save.isEnabled():
            self.save.setFocus()
        else:  # never Undo: Enter may be pressed twice
            self.outcome.table.take_focus()

    def show_report(self, file: Path, report: ImportReport) -> None:
        """Show the result for a file."""
        self._file = file
        self._is_undone = False
        self.outcome.show_report(report)
        self.save.setEnabled(bool(report.not_whole))
        self.undo.setEnabled(report.batch is not None)

    def show_undone(self) -> None:
        """Show that the import was undone."""
        self._is_undone = True
        self.undo.setEnabled(False)

    def _ask_target(self) -> None:
        # Older workbooks are read, and written in the newer format.
        suffix = self._file.suffix
        suffix = ".xlsx" if suffix.lower() in WORKBOOK_SUFFIXES else suffix
        proposed = str(self._file.with_name(f"{self._file.stem}.refused{suffix}"))
        path = self._context.files.ask_new_file(self, _("Save these rows"), proposed)
        if path is not None:
            self.save_asked.emit(path)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.undo)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self.outcome, 1)
