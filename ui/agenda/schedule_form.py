"""The form that plans a meeting: who is invited, when, where, about what."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app.i18n import gettext as _
from outreach_app.services.scheduling import ScheduleDraft, check_schedule, schedule_meeting
from ui.actions.days import against_words
from ui.actions.undoable import save_undoable
from ui.attendance.invited_editor import InvitedEditor, list_invited
from ui.attendance.register_row import RegisterRow
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import DateEditor
from ui.forms.editors import LineEditor
from ui.forms.form import Field
from ui.forms.number_editors import TimeEditor
from ui.widgets.labels import note


class ScheduleForm(KeptForm[ScheduleDraft]):
    """Emits `changed` when the day or the hours change, which the week shows."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        self._invited = InvitedEditor(context)
        super().__init__(context, self._fields(), ScheduleDraft(None), check_schedule)
        self.register = RegisterRow(context, self._invited, is_narrow=True)
        self.facts = note()
        self.above.addWidget(self.register)
        self.below.addWidget(self.facts)
        self.below.addWidget(
            note(
                lambda: _(
                    "Several days: plan the first, then “Repeat” it every day. Each is a meeting "
                    "of its own."
                )
            )
        )
        self._connect()

    def start(self, day: date, partners: Iterable[UUID], starts_at: time | None) -> None:
        """Start a meeting on a day; a contact person is replaced by the partner they represent."""
        invited = tuple(self._context.read(lambda store: list_invited(store, partners)))
        self.register.hide()
        self._invited.line.clear()  # words of the meeting before, which named no partner
        self.open_draft("schedule", ScheduleDraft(day, starts_at, partners=invited))
        self._tell_facts()
        self.form.field("partners" if not invited else "held_on").focus()

    def put(self, day: date, starts_at: time, ends_at: time | None) -> None:
        """Set a day and hours chosen in the week."""
        for name, value in (("held_on", day), ("starts_at", starts_at), ("ends_at", ends_at)):
            self.form.field(name).show_value(value)
        self.form.edited.emit()

    def title_text(self) -> str:
        return _("Plan a meeting")

    def save_text(self) -> str:
        return _("Plan the meeting")

    def name_of(self, draft: ScheduleDraft) -> str:
        return draft.subject or ""

    def recorded(self) -> ScheduleDraft | None:
        return None

    def write(self, draft: ScheduleDraft) -> UUID:
        said = _("The meeting is planned.")
        return save_undoable(self._context, lambda store: schedule_meeting(store, draft).uid, said)

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("partners", lambda: _("Partners invited"), lambda: self._invited),),
            (Field("subject", lambda: _("Subject"), LineEditor),),
            (Field("held_on", lambda: _("Date"), self._day_editor, is_required=True),
             Field("starts_at", lambda: _("Start"), TimeEditor, width=80),
             Field("ends_at", lambda: _("End"), TimeEditor, width=80)),
            (Field("kind", lambda: _("Kind"), lambda: ChoiceEditor(from_catalogues("mt"))),),
            (Field("channel", lambda: _("Channel"), lambda: ChoiceEditor(from_catalogues("ch"))),),
            (Field("place", lambda: _("Place"), LineEditor),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip

    def _day_editor(self) -> DateEditor:
        editor = DateEditor()
        editor.against = lambda day: against_words(self._context, day)
        return editor

    def _connect(self) -> None:
        self.form.edited.connect(self._tell_facts)

    def _tell_facts(self) -> None:
        """Show what speaks against the day and the hours."""
        self._ask_reason()
        typed = self.typed()
        day, hours = typed.held_on, (typed.starts_at, typed.ends_at)
        words = against_words(self._context, day, hours=hours) if day is not None else ""
        self.facts.setText(words)
        self.facts.setVisible(bool(words))
        self.changed.emit()
