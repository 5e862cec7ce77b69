"""The form of a reading: the reach of a publication or an official account on a day."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.publications import PublicationRow
from outreach_app.rules.dates import date_words
from outreach_app.services.readings import (
    ReadingDraft,
    change_reading,
    check_reading,
    draft_of_reading,
    list_doubts,
    record_reading,
)
from ui.actions.undoable import save_undoable
from ui.communication.words import publication_words
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import past_day
from ui.forms.editors import CheckEditor
from ui.forms.form import Field
from ui.forms.number_editors import IntegerEditor, TimeEditor
from ui.widgets.labels import note
from ui.words import code_words


class ReadingForm(KeptForm[ReadingDraft]):
    """The form of a reading. A field left empty was not read, which is not 0."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self._title = ""
        super().__init__(context, self._fields(), _new(), check_reading)
        self.about = note()
        self.above.addWidget(self.about)
        self.below.addWidget(note(lambda: _("An empty field was not read; it is not zero.")))

    def start(self, uid: UUID | None) -> None:
        """Start with a reading to change, or None for a new one of an official account."""
        self._uid = uid
        key = f"reading:{uid}" if uid else "reading"
        self._begin(key, self.recorded() or _new(account="pc.facebook"), "")

    def read(self, publication: PublicationRow) -> None:
        """Start a reading of a publication."""
        self._uid = None
        draft = _new(publication=publication.uid)
        self._begin(f"reading-of:{publication.uid}", draft, publication_words(publication))

    def title_text(self) -> str:
        return _("Change the reading") if self._uid else _("New reading")

    def show_typed(self, draft: ReadingDraft) -> None:
        super().show_typed(draft)
        self.form.field("account").setVisible(draft.publication is None)

    def name_of(self, draft: ReadingDraft) -> str:
        day = date_words(draft.read_on) if draft.read_on else ""
        named = self._title or (code_words(draft.account) if draft.account else "")
        return " · ".join(filter(None, (named, day)))

    def recorded(self) -> ReadingDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_reading(store, uid))

    def write(self, draft: ReadingDraft) -> UUID:
        """Save a reading; unusual values are saved and reported."""
        uid = self._uid
        doubts = self._context.read(lambda store: list_doubts(store, draft))

        def save(store: StoreSession) -> UUID:
            if uid is None:
                return record_reading(store, draft).uid
            return change_reading(store, uid, draft).uid

        said = _("The reading was changed.") if uid else _("The reading was recorded.")
        return save_undoable(self._context, save, (said, " ".join(doubts)))

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("account", lambda: _("Official account"),
                   lambda: ChoiceEditor(from_catalogues("pc"))),),
            (Field("read_on", lambda: _("Read on"), past_day, is_required=True),
             Field("read_at", lambda: _("Hour"), TimeEditor, width=104)),
            (Field("interactions", lambda: _("Interactions"), IntegerEditor),
             Field("followers", lambda: _("Followers"), IntegerEditor)),
            (Field("is_at_least", lambda: "", lambda: CheckEditor(lambda: _("More than"))),),
            (Field("views", lambda: _("Views"), IntegerEditor),
             Field("reactions", lambda: _("Reactions"), IntegerEditor)),
            (Field("comments", lambda: _("Comments"), IntegerEditor),
             Field("shares", lambda: _("Shares"), IntegerEditor)),
            (Field("source", lambda: _("Source"),
                   lambda: ChoiceEditor(from_catalogues("rs"))),),
        )  # fmt: skip

    def _begin(self, key: str, draft: ReadingDraft, title: str) -> None:
        self._title = title
        self.about.setText(title)
        self.about.setVisible(bool(title))
        self.open_draft(key, draft)
        self.form.field("interactions").focus()


def _new(publication: UUID | None = None, account: str | None = None) -> ReadingDraft:
    return ReadingDraft(clock.today(), publication, account)
