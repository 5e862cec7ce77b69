"""The strip under the list: everything that would be sent, and the state of a proposal."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.kinds import PointKind
from outreach_app.services.proposals import ProposalDraft, check_proposal, draft_of_repeated
from ui.actions.actions import written_language
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.forms.editors import LineEditor
from ui.forms.form import Field, Form
from ui.proposals.lines import OftenLine
from ui.proposals.words import answer_words
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import apart, code_words, point_kind_words

_NONE = ProposalDraft("", "ar", PointKind.CONCERN, "tp.1", 0, date.min)


def kinds() -> list[Choice]:
    """List the kinds of a frequent point."""
    return [Choice(kind, point_kind_words(kind)) for kind in PointKind]


_ROWS = (
    (
        Field("text", lambda: _("Words to propose"), LineEditor, is_required=True),
        Field("translation", lambda: _("In the other language, if you know it"), LineEditor),
    ),
    (
        Field("kind", lambda: _("Kind"), lambda: ChoiceEditor(kinds), width=200),
        Field("topic", lambda: _("Topic"), lambda: ChoiceEditor(from_catalogues("tp"))),
    ),
)


class ProposalStrip(Translated, Surface):
    """The chosen line. `given` carries what a person proposes."""

    given = Signal(object)
    withdraw_asked = Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self._line: OftenLine | None = None
        self.title = small_title()
        self.answer = note()
        self.form: Form[ProposalDraft] = Form(_ROWS, _NONE, _problems)
        self.leaves = note()
        self.propose = primary_button(lambda: _("Propose to headquarters"), "paper-plane-tilt")
        self.withdraw = Button(lambda: _("Withdraw the proposal"), "minus-circle")
        self.back = Button(lambda: _("Back"))
        self._build()
        self._connect()
        self.retranslate()

    def show_line(self, line: OftenLine | None) -> None:
        """Show a line: the form of a possible proposal, or the result of one."""
        self._line = line
        if line is not None and line.repeated is not None:
            self.form.show_draft(draft_of_repeated(line.repeated, clock.today()))
        self.retranslate()

    def take_focus(self) -> None:
        """Focus the words, if they can still be changed."""
        if not self.form.isHidden():
            self.form.field("text").focus()

    def retranslate(self) -> None:
        line = self._line
        proposal = line.proposal if line else None
        may_propose = line is not None and line.repeated is not None
        for widget in (self.form, self.leaves, self.propose):
            widget.setVisible(may_propose)
        self.answer.setVisible(proposal is not None)
        self.withdraw.setVisible(proposal is not None and proposal.answer is None)
        self.title.setText(apart(line.source.text) if line else "")
        self.title.setVisible(line is not None)
        if proposal is not None:
            self.answer.setText(answer_words(proposal))
        self._say_what_leaves()

    def draft(self) -> ProposalDraft:
        """Return what would be proposed, in the language of its words. Raises InvalidDraft."""
        draft = self.form.draft()
        return replace(draft, language=written_language(draft.text))

    def _say_what_leaves(self) -> None:
        """Show everything that would be sent, while typing."""
        typed = self.form.typed()
        told = [
            *(apart(words) for words in (typed.text, typed.translation) if words),
            point_kind_words(typed.kind),
            code_words(typed.topic),
            _("Times written: {count}").format(count=isolate(str(typed.count))),
        ]
        words = _("The next file sends only this: {what}.")
        self.leaves.setText(words.format(what=" · ".join(told)))

    def give(self) -> None:
        """Propose the content of the form, if it is valid."""
        if self.propose.isHidden():
            return
        try:
            draft = self.draft()
        except InvalidDraft:
            return  # the form shows it at the field
        self.given.emit(draft)

    def _connect(self) -> None:
        self.form.edited.connect(self._say_what_leaves)
        self.propose.clicked.connect(self.give)
        self.withdraw.clicked.connect(self.withdraw_asked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        for widget in (self.title, self.answer, self.form, self.leaves):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.propose, self.withdraw):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        foot = QWidget()
        foot.setLayout(buttons)
        column.addWidget(foot)


def _problems(draft: ProposalDraft) -> list[Problem]:
    words = draft.text or ""
    return check_proposal(replace(draft, text=words, language=written_language(words))).problems
