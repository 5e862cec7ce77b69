"""The form of a remark: what was said outside a meeting and its channel, never who said it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import list_partner_names
from outreach_app.queries.publications import list_publication_titles
from outreach_app.rules.kinds import PointKind
from outreach_app.services.remarks import (
    RemarkDraft,
    change_remark,
    check_remark,
    draft_of_remark,
    record_remark,
)
from outreach_app.vocabulary import catalogue
from ui.actions.actions import written_language
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.forms.date_editor import past_day
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.form import Field
from ui.forms.found_choice import TopicEditor
from ui.forms.number_editors import TimeEditor
from ui.forms.record_choice import RecordChoice
from ui.record_lines import done_words
from ui.widgets.labels import note
from ui.words import point_kind_words

_CHANNEL = "rv.phone"


class RemarkForm(KeptForm[RemarkDraft]):
    """The form of a remark: only words and topic are required."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self._last_channel = _CHANNEL
        self._publication: UUID | None = None
        self.on_behalf = RecordChoice(
            lambda: context.read(list_partner_names), lambda: _("Nobody in particular")
        )
        self.publication = RecordChoice(
            lambda: context.read(lambda store: list_publication_titles(store, self._publication)),
            lambda: _("No publication"),
        )
        super().__init__(context, self._fields(), _new(_CHANNEL), _check)
        self.above.addWidget(note(lambda: _("Record what is said, never who says it.")))
        self.below.addWidget(
            note(
                lambda: _(
                    "Neither a name nor a telephone number. An offence is reported by calling 19 "
                    "or to the judicial police; only its topic is recorded here."
                )
            )
        )
        self.form.edited.connect(self._ask_reason)

    def start(self, uid: UUID | None) -> None:
        """Start with a remark to change, or None for a new one, received now."""
        self._uid = uid
        key = f"remark:{uid}" if uid else "remark"
        self.open_draft(key, self.recorded() or _new(self._last_channel))
        self.form.field("text").focus()

    def comment(self, publication: UUID) -> None:
        """Start a remark on a publication of this office."""
        self._uid = None
        draft = replace(_new("rv.comment"), publication=publication)
        self.open_draft(f"remark-on:{publication}", draft)
        self.form.field("text").focus()

    def title_text(self) -> str:
        return _("Change the remark") if self._uid else _("New remark")

    def show_typed(self, draft: RemarkDraft) -> None:
        self._publication = draft.publication
        self.on_behalf.refresh()
        self.publication.refresh()
        super().show_typed(draft)
        self._ask_reason()

    def name_of(self, draft: RemarkDraft) -> str:
        return draft.text or ""

    def recorded(self) -> RemarkDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_remark(store, uid))

    def write(self, draft: RemarkDraft) -> UUID:
        uid, worded = self._uid, _with_language(draft)
        self._last_channel = draft.received_through
        if uid is not None:
            said = _("The remark was changed.")
            return save_undoable(
                self._context, lambda store: change_remark(store, uid, worded).uid, said
            )
        said = _("The remark was recorded.")
        return save_undoable(self._context, lambda store: record_remark(store, worded).uid, said)

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("text", lambda: _("Summary of what was said"), lambda: TextEditor(64)),),
            (Field("topic", lambda: _("Topic"), TopicEditor, is_required=True),),
            (Field("kind", lambda: _("Kind"), lambda: ChoiceEditor(_kinds)),
             Field("received_through", lambda: _("How it came"),
                   lambda: ChoiceEditor(from_catalogues("rv")))),
            (Field("received_on", lambda: _("Received on"), past_day, is_required=True),
             Field("received_at", lambda: _("Hour"), TimeEditor, width=104)),
            (Field("raised_by", lambda: _("On behalf of"), lambda: self.on_behalf),),
            (Field("publication", lambda: _("On the publication"), lambda: self.publication),),
            (Field("reaction", lambda: _("Reaction"),
                   lambda: ChoiceEditor(_reactions)),),
            (Field("translation", lambda: _("In the other language"), lambda: TextEditor(48)),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip


def _reactions() -> Sequence[Choice]:
    named = [Choice(code, done_words(code)) for code in catalogue("out")]
    return [Choice(None, _("None yet")), *named]


def _kinds() -> Sequence[Choice]:
    return [Choice(kind, point_kind_words(kind)) for kind in PointKind]


def _new(channel: str) -> RemarkDraft:
    now = clock.local(clock.now())
    at = now.time().replace(second=0, microsecond=0)
    return RemarkDraft(None, None, None, now.date(), at, channel)


def _with_language(draft: RemarkDraft) -> RemarkDraft:
    """Return the draft in the language of its letters."""
    return replace(draft, language=written_language(draft.text) if draft.text else None)


def _check(draft: RemarkDraft) -> Sequence[Problem]:
    return check_remark(_with_language(draft))
