"""The third step: what the import would do, before it does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.reports import ImportReport
from ui.context import AppContext
from ui.forms.choice_editor import ChoiceEditor
from ui.import_wizard.noun import Noun
from ui.import_wizard.outcome import Outcome
from ui.import_wizard.step import WizardStep, labelled
from ui.import_wizard.words import match_choices
from ui.widgets.layouts import column_in, row_in


class CheckStep(WizardStep):
    """Emits `match_changed` when the key that matches known partners changes."""

    match_changed = Signal()

    def __init__(self, context: AppContext, noun: Noun) -> None:
        super().__init__()
        self._noun = noun
        self._report = ImportReport()
        self.match = ChoiceEditor(match_choices)
        self.outcome = Outcome(context, "import.tried")
        self._build()
        self.match.edited.connect(lambda _index: self.match_changed.emit())

    def title(self) -> str:
        report = self._report
        if report.created or report.updated or not (report.failed or report.skipped):
            return _("Preview of the import")
        return (
            _("Nothing in this file can be imported")
            if report.failed
            else _("Nothing in this file is new")
        )

    def advice(self) -> str:
        return self._noun.words.tried()

    def begin(self) -> None:
        if self._noun.is_matched:
            self.match.setFocus()
        else:
            self.outcome.table.take_focus()

    def match_key(self) -> MatchKey:
        """Return the key that matches known partners."""
        return MatchKey(str(self.match.value()))

    def show_report(self, report: ImportReport) -> None:
        """Show the report of a trial import."""
        self._report = report
        self.outcome.show_report(report)

    def _build(self) -> None:
        matching = QWidget()
        row = row_in(matching, 8)
        row.setContentsMargins(24, 0, 24, 0)
        labelled(row, lambda: _("Match known partners by"), self.match)
        row.addStretch(1)
        column = column_in(self, 16)
        column.addWidget(matching)
        column.addWidget(self.outcome, 1)
        matching.setVisible(self._noun.is_matched)
