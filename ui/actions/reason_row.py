"""A form, in place, that asks why a meeting is postponed or cancelled."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.statuses import MeetingStatus
from ui.actions import meeting_actions
from ui.actions.action_draft import ActionDraft, Typed
from ui.actions.inline_form import InlineForm
from ui.context import AppContext
from ui.forms.editors import LineEditor
from ui.widgets.labels import note


class ReasonRow(InlineForm):
    """Asks for a reason and changes the status of the meeting."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Confirm"), "check")
        self._context = context
        self._row: MeetingRow | None = None
        self._status = ""
        self._question = note()
        self.line = LineEditor()
        self._draft = ActionDraft(context, lambda: Typed(self.line.text()), self)
        self._build()
        self.retranslate()

    def ask(self, row: MeetingRow, status: str) -> None:
        """Ask why a meeting gets that status."""
        self._row = row
        self._status = status
        self.say_problem("")
        self._draft.save()
        left = self._draft.open(f"reason.{status}", row.uid)
        self.line.set_value(left.words if left else None)
        self.retranslate()
        self.show()
        self.line.setFocus()

    def retranslate(self) -> None:
        is_postponed = self._status == MeetingStatus.POSTPONED
        label = _("Why is it postponed?") if is_postponed else _("Why is it cancelled?")
        self._question.setText(label)
        self.line.setAccessibleName(label)

    def give(self) -> None:
        if self._try(self._change):
            self.end()

    def _change(self) -> None:
        if self._row is not None:
            reason = str(self.line.value() or "")
            meeting_actions.change_status(self._context, self._row, self._status, reason)
            self._draft.discard()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another meeting is looked at, or the form is closed."""
        super().hideEvent(event)
        self._draft.save()

    def _build(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(4)
        content.addWidget(self._question)
        content.addWidget(self.line)
        self._frame(content, self.line)
        self.line.edited.connect(self._draft.change)
