"""The strip under the proposals of precincts: the common wording, or why it is declined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.proposals import ProposalRow
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.text import stored_language
from outreach_app.services.proposals import AdoptionDraft, check_adoption
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.editors import LineEditor
from ui.forms.form import Field, Form
from ui.proposals.proposal_strip import kinds
from ui.proposals.words import answer_words
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import apart

_NONE = AdoptionDraft("", "", PointKind.CONCERN, "tp.1")
_ROWS = (
    (
        Field("ar", lambda: _("In Arabic"), LineEditor, is_required=True),
        Field("fr", lambda: _("In French"), LineEditor, is_required=True),
    ),
    (
        Field("kind", lambda: _("Kind"), lambda: ChoiceEditor(kinds), width=200),
        Field("topic", lambda: _("Topic"), lambda: ChoiceEditor(from_catalogues("tp"))),
    ),
)


class AnswerStrip(Translated, Surface):
    """The chosen proposal. `adopted` carries the wording, `declined` the code of a reason."""

    adopted, declined = Signal(object), Signal(str)

    def __init__(self) -> None:
        super().__init__("win")
        self._row: ProposalRow | None = None
        self.title = small_title()
        self.answer = note()
        self.form: Form[AdoptionDraft] = Form(_ROWS, _NONE, _problems)
        self.adopt = primary_button(lambda: _("Adopt"), "check-circle")
        self.decline = Button(lambda: _("Decline"), "minus-circle")
        self.reason = ChoiceEditor(from_catalogues("dr"))
        self.back = Button(lambda: _("Back"))
        self._build()
        self._connect()
        self.retranslate()

    def show_row(self, row: ProposalRow | None) -> None:
        """Show a proposal: the form of its wording, or its result."""
        self._row = row
        if row is not None and row.answer is None:
            self.form.show_draft(_draft_of(row))
        self.retranslate()

    def take_focus(self) -> None:
        """Focus the empty words, else the Arabic ones."""
        if not self.form.isHidden():
            self.form.field("ar" if not self.form.typed().ar else "fr").focus()

    def retranslate(self) -> None:
        row = self._row
        waits = row is not None and row.answer is None
        for widget in (self.form, self.adopt, self.decline, self.reason):
            widget.setVisible(waits)
        self.title.setVisible(row is not None)
        self.answer.setVisible(row is not None and not waits)
        self.reason.setAccessibleName(_("Why it is declined"))
        if row is not None:
            self.title.setText(apart(row.text))
            self.answer.setText(answer_words(row))

    def give(self) -> None:
        """Adopt the content of the form, if it is valid."""
        if self.adopt.isHidden():
            return
        try:
            draft = self.form.draft()
        except InvalidDraft:
            return  # the form shows it at the field
        self.adopted.emit(draft)

    def _connect(self) -> None:
        self.adopt.clicked.connect(self.give)
        self.decline.clicked.connect(lambda: self.declined.emit(str(self.reason.value())))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        for widget in (self.title, self.answer, self.form):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        for button in (self.adopt, self.decline, self.reason):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        foot = QWidget()
        foot.setLayout(buttons)
        column.addWidget(foot)


def _draft_of(row: ProposalRow) -> AdoptionDraft:
    """Return a draft with the precinct's words and their translation."""
    is_arabic = stored_language(row.language, row.text) is Language.ARABIC
    words = (row.text, row.translation or "") if is_arabic else (row.translation or "", row.text)
    return AdoptionDraft(*words, row.kind, row.topic)


def _problems(draft: AdoptionDraft) -> list[Problem]:
    return check_adoption(draft).problems
