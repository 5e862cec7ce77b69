"""The form of a claim: request, person, channel, and how the identity was verified."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app import clock
from outreach_app.field_words import CLAIM_KIND_WORDS, IDENTITY_CHECK_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.queries.namesakes import Bearer, list_bearers
from outreach_app.rights import Right
from outreach_app.rules.claims import ClaimKind, IdentityCheck
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


class ClaimForm(KeptForm[ClaimDraft]):
    """The form of a claim. Only how the identity was verified is recorded, no number or copy."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self.about = AboutEditor(context)
        super().__init__(context, self._fields(), ClaimDraft(), check_claim)
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
        self.about.retranslate()  # somebody may have been recorded since
        today = clock.local(clock.now()).date()
        key = f"claim:{uid}" if uid else "claim"
        self.open_draft(key, self.recorded() or ClaimDraft(received_on=today))
        self.form.field("kind").focus()

    def title_text(self) -> str:
        return _("Change the request") if self._uid else _("New request")

    def name_of(self, draft: ClaimDraft) -> str:
        return word_of(CLAIM_KIND_WORDS, draft.kind)

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
            (Field("kind", lambda: _("What is asked"), lambda: ChoiceEditor(_kinds)),),
            (Field("about", lambda: _("About"), lambda: self.about),),
            (Field("received_on", lambda: _("Received on"), past_day, is_required=True),
             Field("channel", lambda: _("How it came"),
                   lambda: ChoiceEditor(from_catalogues("rv")))),
            (Field("identity_check", lambda: _("How the identity was verified"),
                   lambda: ChoiceEditor(_checks)),),
        )  # fmt: skip


class AboutEditor(FindingEditor):
    """A person or a practice named after one, found by name; or nobody."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        super().__init__(self._bearers)
        self.set_value(None)

    def value(self) -> object:
        code = super().value()
        return UUID(code) if isinstance(code, str) else None

    def set_value(self, value: object) -> None:
        super().set_value(str(value) if value is not None else None)

    def _bearers(self) -> Sequence[Choice]:
        words = _("Nobody recorded here")
        nobody = FoundChoice(None, words, fold_words(words))
        if not self._context.may(Right.NAMES):
            return [nobody]
        return [nobody, *map(_choice_of, self._context.read(list_bearers))]


def _choice_of(bearer: Bearer) -> FoundChoice:
    parts = (either(bearer.name), either(bearer.capacity), either(bearer.partner_name))
    every = (*_both(bearer.name.ar, bearer.name.fr), " ".join(parts[1:]))
    return FoundChoice(
        str(bearer.uid), " · ".join(filter(None, parts)), "\n".join(map(fold_words, every))
    )


def _both(*names: str | None) -> list[str]:
    return [name for name in names if name]


def _kinds() -> Sequence[Choice]:
    return [Choice(kind, word_of(CLAIM_KIND_WORDS, kind)) for kind in ClaimKind]


def _checks() -> Sequence[Choice]:
    return [Choice(each, word_of(IDENTITY_CHECK_WORDS, each)) for each in IdentityCheck]
