"""The form of a publication; a rectification has its text in both languages."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.rules.rumours import RECTIFICATION
from outreach_app.services.findings import check_rectification, publish_rectification
from outreach_app.services.proposed_rectifications import prepare_rectification
from outreach_app.services.publications import (
    PublicationDraft,
    change_publication,
    check_publication,
    draft_of_publication,
    record_publication,
)
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.entry_drafts import publication_name
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.codes_editor import CodesEditor
from ui.forms.date_editor import past_day
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.form import Field
from ui.forms.number_editors import IntegerEditor, TimeEditor

_TEXTS = ("text_ar", "text_fr")
_OF_OTHERS = ("count", "since_on")


class PublicationForm(KeptForm[PublicationDraft]):
    """The form of a publication, or of the rectification of one rumour."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self._rumour: UUID | None = None
        self.kind = ChoiceEditor(from_catalogues("pb"))
        super().__init__(context, self._fields(), _new("pb.communique"), self._problems)
        self.kind.edited.connect(lambda _place: self._show_parts())
        self.form.edited.connect(self._ask_reason)

    def start(self, uid: UUID | None) -> None:
        """Start with a publication to change, or None for a new one."""
        self._uid = uid
        self._rumour = None
        key = f"publication:{uid}" if uid else "publication"
        self._begin(key, self.recorded() or _new("pb.communique"))

    def rectify(self, rumour: UUID) -> None:
        """Start the rectification of a rumour, published now."""
        self._uid = None
        self._rumour = rumour
        proposed = self._context.read(lambda store: prepare_rectification(store, rumour))
        new = _new(RECTIFICATION)
        proposed = replace(proposed, published_on=new.published_on, published_at=new.published_at)
        self._begin(f"rectification:{rumour}", proposed)

    def title_text(self) -> str:
        if self._rumour is not None:
            return _("Rectification of the rumour")
        return _("Change the publication") if self._uid else _("New publication")

    def show_typed(self, draft: PublicationDraft) -> None:
        super().show_typed(draft)
        self._show_parts()
        self._ask_reason()

    def name_of(self, draft: PublicationDraft) -> str:
        return publication_name(draft)

    def recorded(self) -> PublicationDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_publication(store, uid))

    def write(self, draft: PublicationDraft) -> UUID:
        uid, rumour = self._uid, self._rumour
        if rumour is not None:
            said = _("The rectification was recorded.")
            return save_undoable(
                self._context, lambda store: publish_rectification(store, rumour, draft).uid, said
            )
        if uid is None:
            said = _("The publication was recorded.")
            return save_undoable(
                self._context, lambda store: record_publication(store, draft).uid, said
            )
        said = _("The publication was changed.")
        return save_undoable(
            self._context, lambda store: change_publication(store, uid, draft).uid, said
        )

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("kind", lambda: _("Kind"), lambda: self.kind),),
            (Field("title_ar", lambda: _("Title in Arabic"), LineEditor),),
            (Field("title_fr", lambda: _("Title in French"), LineEditor),),
            (Field("published_on", lambda: _("Published on"), past_day, is_required=True),
             Field("published_at", lambda: _("Hour"), TimeEditor, width=104)),
            (Field("text_ar", lambda: _("Text in Arabic"), lambda: TextEditor(72)),),
            (Field("text_fr", lambda: _("Text in French"), lambda: TextEditor(72)),),
            (Field("channels", lambda: _("Publication channels"),
                   lambda: CodesEditor(from_catalogues("pc"))),),
            (Field("topic", lambda: _("Topic"),
                   lambda: ChoiceEditor(from_catalogues("tp", none=lambda: _("Not known")))),),
            (Field("address", lambda: _("Link"), LineEditor),),
            (Field("reference", lambda: _("Reference"), LineEditor),
             Field("issuer", lambda: _("Issued by"), LineEditor)),
            (Field("count", lambda: _("Items published"), IntegerEditor, width=104),
             Field("since_on", lambda: _("Counted since"), past_day)),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip

    def _problems(self, draft: PublicationDraft) -> list[Problem]:
        check = check_publication if self._rumour is None else check_rectification
        return check(draft)

    def _begin(self, key: str, draft: PublicationDraft) -> None:
        self.open_draft(key, draft)
        self.kind.setEnabled(self._rumour is None)
        # A rectification is only one once it was published somewhere.
        self.form.field("channels").require(is_required=self._rumour is not None)
        self.form.field("title_ar").focus()

    def _show_parts(self) -> None:
        """Show the fields of the kind: text for a rectification, number for a total."""
        typed = self.form.typed()
        is_rectification = typed.kind == RECTIFICATION
        for name in _TEXTS:
            is_written = getattr(typed, name) is not None
            self.form.field(name).setVisible(is_rectification or is_written)
        for name in _OF_OTHERS:
            self.form.field(name).setVisible(self._rumour is None)


def _new(kind: str) -> PublicationDraft:
    now = clock.local(clock.now())
    return PublicationDraft(kind, now.date(), now.time().replace(second=0, microsecond=0))
