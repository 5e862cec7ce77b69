"""The form of a commitment added after its meeting, without editing that session."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_names import MeetingName, list_held_names
from outreach_app.rules.dates import date_words
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.services.commitments import (
    LatePromiseDraft,
    check_late_promise,
    promise_after,
)
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.form import Field
from ui.forms.found_choice import FindingEditor, FoundChoice
from ui.widgets.labels import note
from ui.words import apart, either, owner_words, partners_words


class PromiseForm(KeptForm[LatePromiseDraft]):
    """Only words are required, with an optional day: the last meeting is preset."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context, self._fields(context), LatePromiseDraft(None, None), check_late_promise
        )
        self.below.addWidget(
            note(lambda: _("Record what is promised outside a meeting as a remark first: F12."))
        )
        self.form.edited.connect(self._ask_reason)

    def start(self) -> None:
        """Start with a new commitment, after the last meeting."""
        meetings = self.form.field("meeting").editor
        if isinstance(meetings, FindingEditor):
            meetings.retranslate()
        last = self._context.read(list_held_names)[:1]
        self.open_draft("commitment", LatePromiseDraft(str(last[0].uid) if last else None, None))
        self.form.field("text").focus()

    def title_text(self) -> str:
        return _("New commitment")

    def show_typed(self, draft: LatePromiseDraft) -> None:
        super().show_typed(draft)
        self._ask_reason()

    def name_of(self, draft: LatePromiseDraft) -> str:
        return draft.text or ""

    def recorded(self) -> LatePromiseDraft | None:
        return None

    def write(self, draft: LatePromiseDraft) -> UUID:
        said = _("The commitment was recorded.")
        return save_undoable(self._context, lambda store: promise_after(store, draft).uid, said)

    @staticmethod
    def _fields(context: AppContext) -> Sequence[Sequence[Field]]:
        def meetings() -> list[FoundChoice]:
            return [_choice(it) for it in context.read(list_held_names)]

        return (
            (Field("text", lambda: _("What is promised"), lambda: TextEditor(64),
                   is_required=True),),
            (Field("due_on", lambda: _("Due"), DateEditor, width=160),),
            (Field("owner", lambda: _("Owner"), lambda: ChoiceEditor(_owners)),),
            (Field("meeting", lambda: _("After the meeting"), lambda: FindingEditor(meetings),
                   help=lambda: _("Type a few letters of its subject or of a partner to find it."),
                   is_required=True),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip


def _owners() -> list[Choice]:
    return [Choice(owner, owner_words(owner)) for owner in CommitmentOwner]


def _choice(meeting: MeetingName) -> FoundChoice:
    about = either(meeting.subject) or partners_words(meeting.partners)
    words = " · ".join(filter(None, (date_words(meeting.held_on), apart(about))))
    named = (meeting.subject, *meeting.partners)
    names = [name for each in named for name in (each.ar, each.fr) if name]
    return FoundChoice(str(meeting.uid), words, fold_words(" ".join((words, *names))))
