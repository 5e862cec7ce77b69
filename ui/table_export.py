"""Takes a list out as a file: all the rows that the filters show, in their order."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from outreach_app import i18n
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.transfer.table_file import Sheet, write_table
from ui.context import AppContext
from ui.tables.rows_model import RowsModel
from ui.widgets.buttons import Button
from ui.widgets.translated import Text

RowT = TypeVar("RowT")
AskFile = Callable[[QWidget, str], Path | None]


def ask_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to; None where the person thought better of it."""
    kinds = f"{_('Excel workbook')} (*.xlsx);;{_('CSV for Excel')} (*.csv)"
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Export the list"), name, kinds)
    return Path(chosen) if chosen else None


class ExportButton(Button, Generic[RowT]):
    """Reads and writes away from the screen; the status line says how many rows went out."""

    def __init__(
        self,
        context: AppContext,
        title: Text,
        model: RowsModel[RowT],
        ask: AskFile = ask_file,
    ) -> None:
        super().__init__(lambda: _("Export"), "export")
        self._context = context
        self._title = title
        self._model = model
        self._ask = ask
        self.clicked.connect(self._export)
        model.modelReset.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._model.rowCount() > 0)

    def _export(self) -> None:
        path = self._ask(self, f"{self._title()}.xlsx")
        if path is None:
            return
        title, language, model = self._title(), i18n.current(), self._model
        headings = [column.title() for column in model.columns]

        def work(progress: Progress) -> int:
            rows = []
            total = model.rowCount()
            for row in model.all_rows():
                rows.append([column.text(row) for column in model.columns])
                progress.step(len(rows), total)
            write_table(path, Sheet(title, headings, rows, language))
            return len(rows)

        self.setEnabled(False)
        self._context.tasks.start(self, work, done=self._say_done, failed=self._fail)

    def _say_done(self, count: int) -> None:
        self._follow()
        number = isolate(str(count))
        self._context.status(_("Exported: {count} rows.").format(count=number))

    def _fail(self, error: Exception) -> None:
        self._follow()
        if not isinstance(error, OutreachError):
            raise error
        self._context.status(error.message)
