"""The third step: what the import would do, before it does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.reports import ImportReport
from ui.context import AppContext
from ui.forms.choice_editor import ChoiceEditor
from ui.import_wizard.outcome import Outcome
from ui.import_wizard.step import WizardStep, labelled
from ui.import_wizard.words import match_choices
from ui.widgets.layouts import column_in


class CheckStep(WizardStep):
    """Emits `match_changed` when the key that matches known partners changes."""

    match_changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.match = ChoiceEditor(match_choices)
        self.outcome = Outcome(context, "import.tried")
        self._build()
        self.match.edited.connect(lambda _index: self.match_changed.emit())

    def title(self) -> str:
        return _("Preview of the import")

    def advice(self) -> str:
        return _(
            "Nothing is written yet. A partner that is known is completed: what the register has "
            "stays as it is, and another value in the file is listed below."
        )

    def begin(self) -> None:
        self.match.setFocus()

    def match_key(self) -> MatchKey:
        """Return the key that matches known partners."""
        return MatchKey(str(self.match.value()))

    def show_report(self, report: ImportReport) -> None:
        """Show the report of a trial import."""
        self.outcome.show_report(report)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        labelled(row, lambda: _("Match known partners by"), self.match)
        row.addStretch(1)
        column = column_in(self, 16)
        column.addLayout(row)
        column.addWidget(self.outcome, 1)
