"""The first step: choose a file; below, the earlier imports, which can be undone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.imports import ImportRow, list_imports
from ui.context import AppContext
from ui.import_wizard.noun import Noun
from ui.import_wizard.step import WizardStep
from ui.import_wizard.words import PAST_COLUMNS
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.buttons import Button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import small_title
from ui.widgets.layouts import column_in


class FileStep(WizardStep):
    """`chosen` carries the path of a file, `undo_asked` the row of an import."""

    chosen = Signal(object)
    undo_asked = Signal(object)

    def __init__(self, context: AppContext, noun: Noun) -> None:
        super().__init__()
        self._context = context
        self._noun = noun
        self.choose = primary_button(lambda: _("Choose a file"), "files")
        self.undo = Button(lambda: _("Undo this import"), "arrow-counter-clockwise")
        self.table: Table[ImportRow] = Table(
            "import.past",
            lambda: _("Earlier imports"),
            RowsModel(PAST_COLUMNS),
            EmptyState(
                "clock-counter-clockwise",
                lambda: _("Nothing was imported yet"),
                lambda: _("Each import will be listed here, and can be undone as a whole."),
            ),
            context.settings,
        )
        self._build()
        self._connect()
        self.refresh()

    def title(self) -> str:
        return self._noun.words.title()

    def advice(self) -> str:
        return self._noun.words.advice()

    def begin(self) -> None:
        self.choose.setFocus()

    def refresh(self) -> None:
        """Reload the imports."""
        self.table.model.show_rows(self._context.read(list_imports))
        self._follow(self.table.row)

    def _ask_file(self) -> None:
        kinds = self._noun.words.kinds()
        path = self._context.files.ask_file(self, _("Choose a file"), kinds)
        if path is not None:
            self.chosen.emit(path)

    def _follow(self, row: ImportRow | None) -> None:
        self.undo.setEnabled(row is not None and not row.is_reverted)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(small_title(lambda: _("Earlier imports")))
        head.addStretch(1)
        head.addWidget(self.undo)
        top = QHBoxLayout()
        top.addWidget(self.choose)
        top.addStretch(1)
        for row in (top, head):
            row.setContentsMargins(24, 0, 24, 0)
        column = column_in(self, 8)
        column.addLayout(top)
        column.addSpacing(16)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.table.chosen.connect(self._follow)
        self.undo.clicked.connect(lambda: self.undo_asked.emit(self.table.row))
