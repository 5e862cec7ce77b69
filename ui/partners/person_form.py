"""The form that adds or changes a person of a partner."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.days import day_of_uid, day_to_inform
from outreach_app.rules.dates import date_words
from outreach_app.rules.delays import day_to_forget
from outreach_app.rules.names import Bilingual
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.people import (
    PersonDraft,
    change_person,
    check_person,
    register_person,
)
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor, past_day
from ui.forms.editors import CheckEditor, LineEditor
from ui.forms.form import Field
from ui.forms.number_editors import ContactsEditor, PhoneEditor
from ui.partners.names import other_contacts
from ui.partners.scripts import ScriptNote
from ui.widgets.labels import note
from ui.words import either

_NOBODY = PersonDraft(UUID(int=0), None, None)


class PersonForm(KeptForm[PersonDraft]):
    """The form of a person, with only the data that law 09-08 allows."""

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        super().__init__(context, _fields(), _NOBODY, check_person)
        self.script = ScriptNote()
        self.above.addWidget(self.script)
        self.warning = note(self._warning_words, tone="warn")
        self.below.addWidget(self.warning)
        self.form.edited.connect(self._warn)

    def start(self, partner: UUID, uid: UUID | None) -> None:
        """Start with a person to change, or None for a new one of this partner."""
        self._uid = uid
        new = PersonDraft(partner, None, None, inform_by=self._context.read(day_to_inform))
        key = f"person:{uid}" if uid else f"person-of:{partner}"
        self.open_draft(key, self.recorded() or new)
        self.form.field("name_ar").focus()

    def show_typed(self, draft: PersonDraft) -> None:
        super().show_typed(draft)
        self._warn()

    def title_text(self) -> str:
        return _("Change the person") if self._uid else _("New person")

    def name_of(self, draft: PersonDraft) -> str:
        return either(Bilingual(draft.name_ar, draft.name_fr))

    def recorded(self) -> PersonDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_person(store, uid))

    def write(self, draft: PersonDraft) -> UUID:
        uid, name = self._uid, isolate(draft.name_ar or draft.name_fr or "")
        said = _("Saved: {name}").format(name=name)
        if uid is None:
            return save_undoable(
                self._context, lambda store: register_person(store, draft).uid, said
            )
        return save_undoable(
            self._context, lambda store: change_person(store, uid, draft).uid, said
        )

    def _warn(self) -> None:
        """Show what the deadline to inform leads to once it is past, and a name's odd letters."""
        typed = self.typed()
        self.script.look(typed.name_ar, typed.name_fr)
        self.warning.retranslate()
        self.warning.setVisible(bool(self.warning.text()))

    def _warning_words(self) -> str:
        typed, today = self.typed(), clock.today()
        by = typed.inform_by
        if typed.informed_on is not None or by is None or by >= today:
            return ""
        recorded_on = day_of_uid(self._uid) if self._uid else today
        day = day_to_forget(by, recorded_on)
        if day > today:
            message = _(
                "The deadline to inform this person is past: unless the day of information is "
                "given, the name goes to the trash on {day}."
            )
            return message.format(day=date_words(day))
        return _(
            "The deadline to inform this person is past: unless the day of information is given, "
            "the name goes to the trash when the register is next opened."
        )


def _fields() -> Sequence[Sequence[Field]]:
    return (
        (
            Field("name_ar", lambda: _("Name in Arabic"), LineEditor),
            Field("name_fr", lambda: _("Name in French"), LineEditor),
        ),
        (
            Field("capacity_ar", lambda: _("Capacity in Arabic"), LineEditor),
            Field("capacity_fr", lambda: _("Capacity in French"), LineEditor),
        ),
        (
            Field("phone", lambda: _("Phone"), PhoneEditor),
            Field("email", lambda: _("E-mail"), LineEditor),
        ),
        (Field("others", other_contacts, ContactsEditor),),
        (
            Field("language", lambda: _("Language"), lambda: ChoiceEditor(_languages)),
            Field("mandate_from", lambda: _("Mandate from"), past_day),
            Field("mandate_until", lambda: _("Mandate until"), DateEditor),
        ),
        (
            Field("inform_by", lambda: _("To inform by"), DateEditor, _why_inform),
            Field("informed_on", lambda: _("Informed on"), past_day),
            Field("informed_how", lambda: _("How"), LineEditor, _ways_to_inform),
        ),
        (Field("is_active", _is_active, lambda: CheckEditor(_is_active)),),
    )


def _languages() -> Sequence[Choice]:
    return (
        Choice(None, _("Not known")),
        Choice("ar", _("Arabic")),
        Choice("fr", _("French")),
    )


def _why_inform() -> str:
    return _("People recorded here must be informed of it (law 09-08).")


def _ways_to_inform() -> str:
    return _("In words: orally, by letter, by the notice on display.")


def _is_active() -> str:
    return _("This person still speaks for the partner")
