"""The form of a claim: request, person, channel, and how the identity was verified."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.field_words import CLAIM_KIND_WORDS, IDENTITY_CHECK_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.queries.claims import get_day_to_answer
from outreach_app.queries.namesakes import Bearer, find_bearer, search_bearers
from outreach_app.rights import Right
from outreach_app.rules.claims import ClaimKind, IdentityCheck
from outreach_app.rules.dates import date_words
from outreach_app.rules.folding import fold_words
from outreach_app.services.claims import (
    ClaimDraft,
    change_claim,
    check_claim,
    draft_of_claim,
    record_claim,
)
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.forms.date_editor import past_day
from ui.forms.form import Field
from ui.forms.found_choice import FindingEditor, FoundChoice
from ui.widgets.labels import note
from ui.words import either, word_of

T = TypeVar("T")
_MOST_FOUND = 100  # people, and as many practices


class ClaimForm(KeptForm[ClaimDraft]):
    """The form of a claim. Only how the identity was verified is recorded, no number or copy."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self.about = AboutEditor(context)
        super().__init__(context, self._fields(), ClaimDraft(), check_claim)
        self.due = note(self._due_words)
        self.below.addWidget(self.due)
        self.form.edited.connect(self.due.retranslate)
        self.below.addWidget(
            note(
                lambda: _(
                    "Neither the number nor a copy of the identity card is kept. The day of "
                    "receipt does not count; a late request stays red until it is answered."
                )
            )
        )

    def start(self, uid: UUID | None) -> None:
        """Start with a claim to change, or None for a new one, received today."""
        self._uid = uid
        self.about.begin()
        today = clock.today()
        key = f"claim:{uid}" if uid else "claim"
        self.open_draft(key, self.recorded() or ClaimDraft(received_on=today))
        self.form.field("kind").focus()

    def show_typed(self, draft: ClaimDraft) -> None:
        super().show_typed(draft)
        self.due.retranslate()

    def _due_words(self) -> str:
        """Return until when the request is to be answered, before it is recorded."""
        typed = self.typed()
        received_on, kind = typed.received_on, typed.kind
        if received_on is None:
            return ""
        day = self._context.read(lambda store: get_day_to_answer(store, kind, received_on))
        return _("To be answered by {day}.").format(day=date_words(day))

    def title_text(self) -> str:
        return _("Change the request") if self._uid else _("New request")

    def name_of(self, draft: ClaimDraft) -> str:
        return word_of(CLAIM_KIND_WORDS, draft.kind) if draft.kind else ""

    def recorded(self) -> ClaimDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_claim(store, uid))

    def write(self, draft: ClaimDraft) -> UUID:
        uid = self._uid
        if uid is not None:
            said = _("The request was changed.")
            return self._context.write(lambda store: change_claim(store, uid, draft).uid, said)
        said = _("The request was recorded.")
        return self._context.write(lambda store: record_claim(store, draft).uid, said)

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("kind", lambda: _("What is asked"), lambda: ChoiceEditor(_kinds),
                   is_required=True),),
            (Field("about", lambda: _("About"), lambda: self.about),),
            (Field("received_on", lambda: _("Received on"), past_day, is_required=True),
             Field("channel", lambda: _("How it came"),
                   lambda: ChoiceEditor(from_catalogues("rv")))),
            (Field("identity_check", lambda: _("How the identity was verified"),
                   lambda: ChoiceEditor(_checks)),),
        )  # fmt: skip


class AboutEditor(FindingEditor):
    """A person or a practice named after one, or nobody; sought in the register as words are typed.

    The list holds the chosen one and what was found last: a country has too many to list.
    """

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._chosen: Sequence[Bearer] = ()
        self._found: Sequence[Bearer] = ()
        self._sought = ""
        super().__init__(self._bearers)
        self.set_value(None)
        if line := self.lineEdit():
            line.textEdited.connect(self._seek)

    def begin(self) -> None:
        """List those whose names were recorded last."""
        self._list("")

    def value(self) -> object:
        code = super().value()
        return UUID(code) if isinstance(code, str) else None

    def set_value(self, value: object) -> None:
        code = str(value) if value is not None else None
        if isinstance(value, UUID) and self.findData(code) < 0:
            held = self._read(lambda session: find_bearer(session, value))
            self._chosen = () if held is None else (held,)
            self.retranslate()
        super().set_value(code)

    def _seek(self, typed: str) -> None:
        """List what the words find; the chosen one and the words stay."""
        line = self.lineEdit()
        if line is None or not typed.strip():
            return
        place = line.cursorPosition()
        self._list(typed)
        line.setCursorPosition(place)
        self._finder.order.sort_for(typed)

    def _take_found(self) -> None:
        if self._unread() and self._finder.gone_to() is None:
            self._seek(self.currentText())
        super()._take_found()

    def _list(self, words: str) -> None:
        listed = (*self._chosen, *self._found)
        self._chosen = [each for each in listed if str(each.uid) == self.currentData()][:1]
        self._found = self._read(lambda store: search_bearers(store, words, _MOST_FOUND)) or ()
        self._sought = fold_words(words)
        self.retranslate()

    def _read(self, query: Callable[[StoreSession], T]) -> T | None:
        return self._context.read(query) if self._context.may(Right.NAMES) else None

    def _bearers(self) -> Sequence[Choice]:
        words = _("Nobody recorded here")
        nobody = FoundChoice(None, words, fold_words(words))
        chosen = (_choice_of(each) for each in self._chosen if each not in self._found)
        return [nobody, *chosen, *(_choice_of(each, self._sought) for each in self._found)]


def _choice_of(bearer: Bearer, sought: str = "") -> FoundChoice:
    """Return the entry of a bearer, found by its words and by those that the register found."""
    parts = (either(bearer.name), either(bearer.capacity), either(bearer.partner_name))
    every = (*_both(bearer.name.ar, bearer.name.fr), " ".join(parts[1:]))
    found_by = "\n".join((*map(fold_words, every), f"={sought}"))
    return FoundChoice(str(bearer.uid), " · ".join(filter(None, parts)), found_by)


def _both(*names: str | None) -> list[str]:
    return [name for name in names if name]


def _kinds() -> Sequence[Choice]:
    return [Choice(kind, word_of(CLAIM_KIND_WORDS, kind)) for kind in ClaimKind]


def _checks() -> Sequence[Choice]:
    return [Choice(each, word_of(IDENTITY_CHECK_WORDS, each)) for each in IdentityCheck]
