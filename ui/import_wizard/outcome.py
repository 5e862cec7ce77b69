"""The result of an import or a trial: counts, refused rows."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.reports import ImportReport
from ui.context import AppContext
from ui.import_wizard.words import REFUSED_COLUMNS, RefusedRow, column_words, refused_rows
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, Label, note, page_title, small_title
from ui.widgets.layouts import column_in, row_in
from ui.widgets.translated import Translated

# The counts of a report: label, icon and tone of each.
_FIGURES: tuple[tuple[str, Callable[[], str], str, str], ...] = (
    ("created", lambda: _("New"), "plus-circle", "ok"),
    ("updated", lambda: _("Completed"), "pencil-simple", "info"),
    ("skipped", lambda: _("Unchanged"), "equals", "muted"),
    ("failed", lambda: _("Rows refused"), "warning-circle", "late"),
    ("incomplete", lambda: _("To complete"), "pencil-simple", "warn"),
)


class Outcome(Translated):
    """Figures above the table of refused and incomplete rows."""

    def __init__(self, context: AppContext, key: str) -> None:
        super().__init__()
        self._ignored: tuple[str, ...] = ()
        self.figures = {name: page_title() for name, *_rest in _FIGURES}
        self._guessed = 0
        self.not_taken = note()
        self.guessed = note()
        self.table: Table[RefusedRow] = Table(
            key,
            lambda: _("Rows refused or to complete"),
            RowsModel(REFUSED_COLUMNS),
            EmptyState(
                "check-circle",
                lambda: _("No row is refused"),
                lambda: _("Every row of the file can be imported into the register."),
            ),
            context.settings,
        )
        self.table.allow_two_lines()  # of a reason
        self.reason = Label()
        self._build()
        self.table.chosen.connect(self._show_reason)

    def show_report(self, report: ImportReport) -> None:
        """Show another report."""
        counts = (report.created, report.updated, report.skipped)
        rows = (len(report.failed), len(report.incomplete))
        for figure, count in zip(self.figures.values(), (*counts, *rows), strict=True):
            figure.setText(isolate(str(count)))
        self._ignored = tuple(report.not_taken)
        self._guessed = report.guessed
        refused = refused_rows(report)
        self.table.model.show_rows(refused)
        self._show_reason(None)
        if refused:
            self.table.select(0)  # its whole reason is then under the table
        self.retranslate()

    def retranslate(self) -> None:
        self.not_taken.setVisible(bool(self._ignored))
        listed = " · ".join(map(column_words, self._ignored))
        words = _("Not imported, because no field of the register was chosen for it: {fields}")
        self.not_taken.setText(words.format(fields=listed))
        self.guessed.setVisible(self._guessed > 0)
        words = _(
            "Partners whose kind was guessed from the name: {count}. Check them on the page "
            "“Partners”."
        )
        self.guessed.setText(words.format(count=isolate(str(self._guessed))))

    def _show_reason(self, row: RefusedRow | None) -> None:
        """Show the full reason of the current row under the table, whose cell elides it."""
        self.reason.setText(row.reason if row is not None else "")
        self.reason.setVisible(row is not None)

    def _build(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(24, 0, 24, 0)
        figures.setSpacing(40)
        for name, words, icon_name, tone in _FIGURES:
            figures.addWidget(_figure(self.figures[name], Label(words, tone=tone), icon_name, tone))
        figures.addStretch(1)
        title = small_title(lambda: _("Rows refused or to complete"))
        for label in (self.not_taken, self.guessed, title):
            label.setContentsMargins(24, 0, 24, 0)
        self.reason.setContentsMargins(24, 0, 24, 8)
        self.reason.setWordWrap(True)
        column = column_in(self, 8)
        column.addLayout(figures)
        for widget in (self.not_taken, self.guessed, title, self.table, self.reason):
            column.addWidget(widget, 1 if widget is self.table else 0)


def _figure(number: Label, words: Label, icon_name: str, tone: str) -> QWidget:
    figure = QWidget()
    row = row_in(figure, 8)
    middle = Qt.AlignmentFlag.AlignVCenter
    row.addWidget(number)
    row.addWidget(IconLabel(icon_name, tone), 0, middle)
    row.addWidget(words, 0, middle)
    return figure
