"""The form of an awareness action: subject, day, place, people reached."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.services.awareness import (
    AwarenessDraft,
    change_awareness,
    check_awareness,
    draft_of_awareness,
    record_awareness,
)
from outreach_app.vocabulary import label
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.entry_drafts import awareness_name
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor, capitalised
from ui.forms.date_editor import DateEditor, past_day
from ui.forms.editors import LineEditor
from ui.forms.form import Field
from ui.forms.number_editors import IntegerEditor
from ui.widgets.labels import note


class AwarenessForm(KeptForm[AwarenessDraft]):
    """The form of an awareness action; only kind and day are required."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        super().__init__(context, self._fields(), _new(), check_awareness)
        self.below.addWidget(
            note(lambda: _("Pupils are among the beneficiaries. Leave empty what nobody counted."))
        )
        self.form.edited.connect(self._ask_reason)

    def start(self, uid: UUID | None) -> None:
        """Start with an action to change, or None for a new one, of today."""
        self._uid = uid
        key = f"awareness:{uid}" if uid else "awareness"
        self.open_draft(key, self.recorded() or _new())
        self.form.field("kind").focus()

    def title_text(self) -> str:
        return _("Change the awareness action") if self._uid else _("New awareness action")

    def show_typed(self, draft: AwarenessDraft) -> None:
        super().show_typed(draft)
        self._ask_reason()

    def name_of(self, draft: AwarenessDraft) -> str:
        return awareness_name(draft)

    def recorded(self) -> AwarenessDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_awareness(store, uid))

    def write(self, draft: AwarenessDraft) -> UUID:
        uid = self._uid
        if uid is not None:
            said = _("The awareness action was changed.")
            return save_undoable(
                self._context, lambda store: change_awareness(store, uid, draft).uid, said
            )
        said = _("The awareness action was recorded.")
        return save_undoable(self._context, lambda store: record_awareness(store, draft).uid, said)

    def ask(self, problems: Sequence[Problem]) -> None:
        """Treat unusual counts as confirmed when they are saved again after the warning."""
        if any(problem.code == "odd" for problem in problems):
            typed = self.form.typed()
            counts = (typed.establishments, typed.pupils, typed.beneficiaries, typed.associations)
            self.form.confirm(confirmed=tuple(each for each in counts if each is not None))

    def _fields(self) -> Sequence[Sequence[Field]]:
        first = past_day()
        return (
            (Field("kind", lambda: _("Kind"), lambda: ChoiceEditor(awareness_kinds)),),
            (Field("held_on", lambda: _("Date"), lambda: first, is_required=True),
             Field("last_on", lambda: _("Until"), lambda: DateEditor(is_past=True, since=first))),
            (Field("establishments", lambda: _("Establishments"), IntegerEditor),
             Field("pupils", lambda: _("Pupils"), IntegerEditor)),
            (Field("beneficiaries", lambda: _("Beneficiaries"), IntegerEditor),
             Field("associations", lambda: _("Associations"), IntegerEditor)),
            (Field("subject_ar", lambda: _("Subject in Arabic"), LineEditor),),
            (Field("subject_fr", lambda: _("Subject in French"), LineEditor),),
            (Field("place_ar", lambda: _("Place in Arabic"), LineEditor),),
            (Field("place_fr", lambda: _("Place in French"), LineEditor),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip


def awareness_kinds() -> list[Choice]:
    """List the kinds of awareness actions."""
    return [Choice(code, capitalised(label(code, current()))) for code in AWARENESS_KINDS]


def _new() -> AwarenessDraft:
    return AwarenessDraft(clock.today())
