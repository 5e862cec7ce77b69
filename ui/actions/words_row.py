"""A form, in place, that asks for the words of an action on a meeting and carries it out."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from ui.actions.action_draft import ActionDraft, Typed
from ui.actions.actions import Action, Given
from ui.actions.inline_form import InlineForm
from ui.actions.paragraph import Paragraph
from ui.actions.undoable import carry_out
from ui.context import AppContext
from ui.widgets.labels import note


class WordsRow(InlineForm):
    """An action that asks for nothing is done at once; what is wrong is said here all the same."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Confirm"), "check")
        self._context = context
        self._row: MeetingRow | None = None
        self._action: Action[MeetingRow] | None = None
        self._question = note()
        self.words = Paragraph()
        self._draft = ActionDraft(context, lambda: Typed(self.words.toPlainText()), self)
        self._build()

    def ask(self, row: MeetingRow, action: Action[MeetingRow]) -> None:
        """Ask for the words of an action on a meeting."""
        self._row = row
        self._action = action
        self.say_problem("")
        self._draft.save()
        left = self._draft.open(action.draft, row.uid)
        self.words.set_value(left.words if left else None)
        self.retranslate()
        if not action.asks:
            self.give()
            return
        self.show()
        self.words.setFocus()

    def retranslate(self) -> None:
        words = self._action.words if self._action else None
        self._question.setText(words() if words else "")
        self._question.setVisible(words is not None)
        self.words.setVisible(words is not None)
        self.words.setAccessibleName(self._question.text())

    def give(self) -> None:
        if self._try(self._carry_out):
            self.end()
        else:
            self.show()

    def _carry_out(self) -> None:
        if self._row is not None and self._action is not None:
            given = Given(str(self.words.value() or ""))
            carry_out(self._context, self._action, [self._row], given)
            self._draft.discard()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another meeting is looked at, or the form is closed."""
        super().hideEvent(event)
        self._draft.save()

    def _build(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(4)
        content.addWidget(self._question)
        content.addWidget(self.words)
        self._frame(content, keys="Ctrl+Enter")
        self.words.returnPressed.connect(self.give)
        self.words.textChanged.connect(self._draft.change)
