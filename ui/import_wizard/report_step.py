"""The last step: the result of the import, the refused rows to save, and Undo."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.services.imports import Reverted
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES
from outreach_app.transfer.refused_rows import write_refused
from outreach_app.transfer.reports import ImportReport
from ui.busy_work import BusyWork
from ui.context import AppContext
from ui.import_wizard.outcome import Outcome
from ui.import_wizard.step import WizardStep
from ui.import_wizard.work import undo_import, undone_words
from ui.widgets.buttons import Button
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text


def _usual_redo() -> str:
    return _(
        "Save the rows that are refused or to complete, correct them in the program that you "
        "know, and import that file again. The import can be undone as a whole, here or "
        "later."
    )


class ReportStep(WizardStep):
    """`undone` carries what was reverted; `redo` advises about rows that were not taken whole."""

    undone = Signal(object)

    def __init__(self, context: AppContext, work: BusyWork, redo: Text | None = None) -> None:
        super().__init__()
        self._redo = redo or _usual_redo
        self._context = context
        self._work = work
        self._file = Path()
        self._report = ImportReport()
        self._is_undone = False
        self.outcome = Outcome(context, "import.refused")
        self.save = Button(lambda: _("Save these rows"), "download-simple")
        self.undo = Button(lambda: _("Undo this import"), "arrow-counter-clockwise")
        self._build()
        self.save.clicked.connect(self._save_refused)
        self.undo.clicked.connect(self._undo)

    def title(self) -> str:
        if self._is_undone:
            return _("The import is undone")
        return _("The import is done") if self.has_imported else _("Nothing was imported")

    @property
    def has_imported(self) -> bool:
        """Whether the import brought or changed anything."""
        return self._report.batch is not None

    def advice(self) -> str:
        if self._is_undone:
            return _("The register is as it was, except for what was changed since.")
        if not self.has_imported:
            return self._nothing()
        if not self.save.isEnabled():
            return _(
                "Every row of the file is in the register."
                " The import can be undone as a whole, here or later."
            )
        return self._redo()

    def _nothing(self) -> str:
        if not self.save.isEnabled():
            return _("Every row of the file is in the register already.")
        return _(
            "Save the rows that are refused, correct them in the program that you know, and "
            "import that file again."
        )

    def begin(self) -> None:
        if self.save.isEnabled():
            self.save.setFocus()
        else:  # never Undo: Enter may be pressed twice
            self.outcome.table.take_focus()

    def show_report(self, file: Path, report: ImportReport) -> None:
        """Show the result for a file."""
        self._file = file
        self._report = report
        self._is_undone = False
        self.outcome.show_report(report)
        self.save.setEnabled(bool(report.not_whole))
        self.undo.setEnabled(report.batch is not None)

    def undo_import(self, batch: UUID) -> None:
        """Undo this import or an earlier one."""
        self._work.start(
            _("Undoing the import"),
            lambda progress: undo_import(self._context, batch, progress),
            lambda reverted: self._show_undone(batch, reverted),
        )

    def _show_undone(self, batch: UUID, reverted: Reverted) -> None:
        if batch == self._report.batch:
            self._is_undone = True
            self.undo.setEnabled(False)
        self.undone.emit(reverted)
        self._context.status(undone_words(reverted))

    def _undo(self) -> None:
        if self._report.batch is not None:
            self.undo_import(self._report.batch)

    def _save_refused(self) -> None:
        # Older workbooks are read, and written in the newer format.
        suffix = self._file.suffix
        suffix = ".xlsx" if suffix.lower() in WORKBOOK_SUFFIXES else suffix
        words = _("Refused rows")
        name = f"{self._file.stem} - {words}{suffix}"
        proposed = str(self._file.with_name(name))
        path = self._context.files.ask_new_file(self, _("Save these rows"), proposed)
        if path is None:
            return
        refused = self._report.not_whole
        said = _("Saved: {name}").format(name=isolate_file(path.name))
        self._work.start(
            _("Writing the file"),
            lambda _progress: write_refused(path, refused),
            lambda _nothing: self._context.notice(said),
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.undo)
        row.addStretch(1)
        column = column_in(self, 16)
        column.addLayout(row)
        column.addWidget(self.outcome, 1)
