"""The form that registers or changes a partner."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import PARTNER_TYPES, PartnerCategory
from outreach_app.rules.names import Bilingual
from outreach_app.rules.text import language_of
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import (
    PartnerDraft,
    change_partner,
    check_partner,
    register_partner,
)
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.forms.date_editor import past_day
from ui.forms.editors import CheckEditor, LineEditor, TextEditor
from ui.forms.form import Field
from ui.forms.number_editors import ContactsEditor, PhoneEditor
from ui.partners.bearer_note import BearerNote
from ui.partners.names import other_contacts
from ui.partners.receipt_editor import ReceiptEditor
from ui.partners.scripts import ScriptNote
from ui.partners.similar import SimilarPartners
from ui.words import either

# Milliseconds after the last key before partners that may be the same are looked for.
PAUSE = 150
_WIDTH = 720
_RECEIPT = ("receipt_number", "receipt_on", "is_receipt_final")
_NEW = PartnerDraft(None, None, PartnerCategory.ASSOCIATION)


class PartnerForm(KeptForm[PartnerDraft]):
    """The form of a partner; warns of similar ones. `other_opened` carries the uid of one."""

    other_opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self.category = ChoiceEditor(from_catalogues("pt"))
        self.type = ChoiceEditor(self._types)
        super().__init__(context, self._fields(), _NEW, check_partner)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.similar = SimilarPartners(context)
        self.similar.setMaximumWidth(_WIDTH)
        self.script = ScriptNote()
        self.bearer = BearerNote()
        self.above.addWidget(self.script)
        self.above.addWidget(self.bearer)
        self.above.addWidget(self.similar)
        self._connect()

    def start(self, uid: UUID | None, name: str = "") -> None:
        """Start with a partner to change, or None for a new one, optionally with its name."""
        self._uid = uid
        self.open_draft(
            f"partner:{uid}" if uid else "partner", self.recorded() or _draft_named(name)
        )
        self._pause.stop()
        self.similar.clear()
        self.form.field("name_ar").focus()

    def title_text(self) -> str:
        return _("Change the partner") if self._uid else _("New partner")

    def show_typed(self, draft: PartnerDraft) -> None:
        self.category.set_value(draft.category)
        self.type.retranslate()
        super().show_typed(draft)
        self._show_types()
        self._show_receipt()
        self._ask_reason()
        self.script.look(draft.name_ar, draft.name_fr)
        self.bearer.look(draft)

    def name_of(self, draft: PartnerDraft) -> str:
        return either(Bilingual(draft.name_ar, draft.name_fr))

    def recorded(self) -> PartnerDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_partner(store, uid))

    def write(self, draft: PartnerDraft) -> UUID:
        name = isolate(draft.name_ar or draft.name_fr or "")
        uid = self._uid
        if uid is None:
            said = _("Registered: {name}").format(name=name)
            return save_undoable(
                self._context, lambda store: register_partner(store, draft).uid, said
            )
        said = _("Saved: {name}").format(name=name)
        former = self.recorded()
        if former is None or former.is_named_after_person != draft.is_named_after_person:
            # What was said of the name before is withheld from now on: that is not taken back.
            return self._context.write(lambda store: change_partner(store, uid, draft).uid, said)
        return save_undoable(
            self._context, lambda store: change_partner(store, uid, draft).uid, said
        )

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (
                Field("name_ar", lambda: _("Name in Arabic"), LineEditor),
                Field("name_fr", lambda: _("Name in French"), LineEditor),
            ),
            (
                Field("category", lambda: _("Category"), lambda: self.category),
                Field("type", lambda: _("Type"), lambda: self.type),
            ),
            (Field("is_named_after_person", _bears_name, lambda: CheckEditor(_bears_name)),),
            (
                Field("phone", lambda: _("Phone"), PhoneEditor),
                Field("email", lambda: _("E-mail"), LineEditor),
            ),
            (Field("others", other_contacts, ContactsEditor),),
            (Field("place", lambda: _("Address or quarter"), LineEditor),),
            (
                Field("receipt_number", lambda: _("Receipt No."), LineEditor),
                Field("receipt_on", lambda: _("Receipt date"), past_day),
                Field("is_receipt_final", lambda: _("Receipt"), ReceiptEditor),
            ),
            (Field("note", lambda: _("Note"), lambda: TextEditor(64)),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
            (Field("is_active", _is_active, lambda: CheckEditor(_is_active)),),
        )

    def _types(self) -> Sequence[Choice]:
        prefix = PARTNER_TYPES.get(str(self.category.value()))
        prefixes = (prefix,) if prefix else ()
        return from_catalogues(*prefixes, none=lambda: _("Not known"))()

    def _follow_category(self) -> None:
        self.type.retranslate()
        self._show_types()
        self._show_receipt()

    def _show_types(self) -> None:
        """Ask for a type where the category has any; one that was chosen stays in sight."""
        is_asked = self.category.value() in PARTNER_TYPES or self.type.value() is not None
        self.form.field("type").setVisible(is_asked)

    def _show_receipt(self) -> None:
        """Show the receipt for associations; one that was entered stays visible."""
        typed = self.form.typed()
        is_written = any(getattr(typed, name) is not None for name in _RECEIPT)
        for name in _RECEIPT:
            self.form.field(name).setVisible(
                is_written or typed.category == PartnerCategory.ASSOCIATION
            )

    def _save(self) -> None:
        # Typed and saved at once: who may be here already is shown before, not after.
        shown, is_new = self.similar.rows, self._uid is None
        if self._pause.isActive():
            self._pause.stop()
            self._look()
        if is_new and self.similar.rows and self.similar.rows != shown:
            self._area.verticalScrollBar().setValue(0)
            self.banner.show_notice(_("Not saved yet. Save once more to keep both partners."))
        else:
            super()._save()

    def _look(self) -> None:
        typed = self.form.typed()
        self.script.look(typed.name_ar, typed.name_fr)
        self.bearer.look(typed)
        self.similar.look((typed.name_ar, typed.name_fr, typed.phone), self._uid)

    def _connect(self) -> None:
        self.form.edited.connect(self._pause.start)
        self.form.edited.connect(self._ask_reason)
        self.category.edited.connect(lambda _place: self._follow_category())
        self._pause.timeout.connect(self._look)
        self.similar.opened.connect(self.other_opened)


def _bears_name() -> str:
    return _("It bears a person's name, as a lawyer's office does")


def _is_active() -> str:
    return _("This partner is active: it is met and invited")


def _draft_named(name: str) -> PartnerDraft:
    """Return a new draft with a name, in the field of its script."""
    if language_of(name) is Language.ARABIC:
        return replace(_NEW, name_ar=name)
    return replace(_NEW, name_fr=name or None)
