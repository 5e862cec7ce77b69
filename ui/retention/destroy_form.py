"""The inline form of a destruction: the agreement, the archive, a second person."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.retention import EliminationRow
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from outreach_app.services.eliminations import AgreementDraft
from ui.actions.second_person import SecondPersonForm
from ui.context import AppContext
from ui.files import file_kind
from ui.forms.date_editor import past_day
from ui.widgets.buttons import Button
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.widgets.line_field import LineField
from ui.widgets.page_header import MARGIN
from ui.widgets.translated import Translated

SUFFIX = ".age"


@dataclass(frozen=True, slots=True)
class Destruction:
    """A list to destroy, its archive, the agreement to it, and the second person."""

    row: EliminationRow
    archive: Path | None
    agreement: AgreementDraft
    second: SecondPerson


class DestroyForm(Translated):
    """Hidden until `ask`; emits `agreed` with the Destruction.

    The second person types last: what they confirm is shown above.
    """

    agreed = Signal(Destruction)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._row: EliminationRow | None = None
        self.archive: Path | None = None
        self.what = Label()
        self.agreement = LineField(
            lambda: _("Number of the agreement of the Archives du Maroc"), is_required=True
        )
        self.day = past_day()
        self.agreed_on = LineField(
            lambda: _("Date of the agreement"), is_required=True, is_led=True, line=self.day
        )
        self.choose = Button(lambda: _("Choose the archive"), "folder-open")
        self.chosen = note()
        self.second = SecondPersonForm(context, Right.RETENTION)
        self._build()
        self.choose.clicked.connect(self._choose)
        self.second.confirmed.connect(self._agree)
        self.second.ended.connect(self.hide)
        self.hide()

    def ask(self, row: EliminationRow) -> None:
        """Show what will be destroyed, and ask for everything it needs."""
        self._row = row
        for field in (self.agreement, self.agreed_on):
            field.line.clear()
            field.say("")
        self.retranslate()
        self.show()
        self.second.ask()
        self.agreement.line.setFocus()

    def retranslate(self) -> None:
        if self._row is not None:
            words = _(
                "List {number}: {count} records are destroyed for good, here and, with the next "
                "files, on the other computer and at headquarters. This cannot be undone. The "
                "archive is read again first."
            )
            count = isolate(str(self._row.records))
            self.what.setText(words.format(number=isolate(self._row.number), count=count))
        self.chosen.setText(isolate(str(self.archive)) if self.archive else _("No archive chosen"))

    def _choose(self) -> None:
        kinds = file_kind(_("Archives of lists"), SUFFIX)
        path = self._context.files.ask_file(self, _("Choose the archive"), kinds)
        if path is not None:
            self.archive = path
            self.retranslate()

    def _agree(self, second: SecondPerson) -> None:
        self.hide()
        agreement = AgreementDraft(self.agreement.text(), self.day.day())
        if self._row is not None:
            self.agreed.emit(Destruction(self._row, self.archive, agreement, second))

    def _build(self) -> None:
        self.what.setWordWrap(True)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(8)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.choose)
        beside.addWidget(self.chosen, 1)
        column.addWidget(self.what)
        column.addWidget(self.agreement)
        column.addWidget(self.agreed_on)
        column.addLayout(beside)
        whole = column_in(self)
        on_keys(upper, "Esc", self.second.end)  # the second form below has its own
        whole.addWidget(upper)
        whole.addWidget(self.second)
