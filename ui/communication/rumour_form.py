"""The form of a rumour: its words, channel and reach, never who spreads it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.rules.rumours import PAGE_FORM
from outreach_app.services.rumours import (
    RumourDraft,
    change_rumour,
    check_rumour,
    draft_of_rumour,
    record_rumour,
)
from ui.actions.actions import written_language
from ui.actions.undoable import save_undoable
from ui.communication.similar import SimilarRumours
from ui.context import AppContext
from ui.drafts.kept_form import KeptForm
from ui.forms.choice_editor import ChoiceEditor, from_catalogues
from ui.forms.date_editor import past_day
from ui.forms.editors import CheckEditor, LineEditor, TextEditor
from ui.forms.form import Field
from ui.forms.number_editors import TimeEditor
from ui.widgets.labels import note

# Milliseconds after the last key before rumours that may be the same are looked for.
_PAUSE = 150
_PAGE = ("page_network", "page_name", "page_address")


class RumourForm(KeptForm[RumourDraft]):
    """The form of a rumour; offers similar ones. `other_opened` carries the uid of one."""

    other_opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._uid: UUID | None = None
        self._last_channel: str | None = None
        self.kind = ChoiceEditor(from_catalogues("rk"))
        super().__init__(context, self._fields(), _new(None), _check)
        self.similar = SimilarRumours(context)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.above.addWidget(note(lambda: _("Record what is said, never who says it.")))
        self.above.addWidget(self.similar)
        self.below.addWidget(
            note(
                lambda: _(
                    "Neither a name nor a telephone number. An offence is reported by calling 19 "
                    "or to the judicial police; only its topic is recorded here."
                )
            )
        )
        self._connect()

    def start(self, uid: UUID | None) -> None:
        """Start with a rumour to change, or None for a new one, heard now."""
        self._uid = uid
        key = f"rumour:{uid}" if uid else "rumour"
        self.open_draft(key, self.recorded() or _new(self._last_channel))
        self._pause.stop()
        self.similar.clear()
        self.form.field("text").focus()

    def title_text(self) -> str:
        return _("Change the rumour") if self._uid else _("New rumour")

    def show_typed(self, draft: RumourDraft) -> None:
        super().show_typed(draft)
        self._show_page()
        self._ask_reason()

    def name_of(self, draft: RumourDraft) -> str:
        return draft.text or ""

    def recorded(self) -> RumourDraft | None:
        uid = self._uid
        if uid is None:
            return None
        return self._context.read(lambda store: draft_of_rumour(store, uid))

    def write(self, draft: RumourDraft) -> UUID:
        uid, worded = self._uid, _with_language(draft)
        self._last_channel = draft.channel
        if uid is None:
            said = _("The rumour was recorded.")
            return save_undoable(
                self._context, lambda store: record_rumour(store, worded).uid, said
            )
        said = _("The rumour was changed.")
        return save_undoable(
            self._context, lambda store: change_rumour(store, uid, worded).uid, said
        )

    def _fields(self) -> Sequence[Sequence[Field]]:
        return (
            (Field("text", lambda: _("What circulates"), lambda: TextEditor(64),
                   is_required=True),),
            (Field("channel", lambda: _("Channel of circulation"),
                   lambda: ChoiceEditor(from_catalogues("rc", none=lambda: _("Not known")))),
             Field("reach", lambda: _("Reach"),
                   lambda: ChoiceEditor(from_catalogues("rh", none=lambda: _("Not known"))))),
            (Field("heard_on", lambda: _("Heard on"), past_day, is_required=True),
             Field("heard_at", lambda: _("Hour"), TimeEditor, width=104)),
            (Field("form", lambda: _("Form"), lambda: self.kind),),
            (Field("page_network", lambda: _("Network"),
                   lambda: ChoiceEditor(from_catalogues("pc", none=lambda: _("Not known")))),
             Field("page_name", lambda: _("Name of the page"), LineEditor)),
            (Field("page_address", lambda: _("Address of the page"), LineEditor),),
            (Field("is_urgent", _urgent, lambda: CheckEditor(_urgent), _urgent_help),),
            (Field("translation", lambda: _("In the other language"), lambda: TextEditor(48)),),
            (Field("sensitive_reason", lambda: _("Why sensitive words are kept"), LineEditor),),
        )  # fmt: skip

    def _show_page(self) -> None:
        """Show the page fields if the rumour is about a page; filled fields stay visible."""
        typed = self.form.typed()
        is_written = any(getattr(typed, name) is not None for name in _PAGE)
        for name in _PAGE:
            self.form.field(name).setVisible(is_written or typed.form == PAGE_FORM)

    def _look(self) -> None:
        self.similar.look(self.form.typed().text or "", self._uid)

    def _connect(self) -> None:
        self.form.edited.connect(self._pause.start)
        self.form.edited.connect(self._ask_reason)
        self.kind.edited.connect(lambda _place: self._show_page())
        self._pause.timeout.connect(self._look)
        self.similar.opened.connect(self.other_opened)


def _new(channel: str | None) -> RumourDraft:
    now = clock.local(clock.now())
    return RumourDraft(
        None, None, now.date(), now.time().replace(second=0, microsecond=0), channel=channel
    )


def _with_language(draft: RumourDraft) -> RumourDraft:
    """Return the draft in the language of its letters."""
    return replace(draft, language=written_language(draft.text or ""))


def _check(draft: RumourDraft) -> Sequence[Problem]:
    return check_rumour(_with_language(draft))


def _urgent() -> str:
    return _("Urgent")


def _urgent_help() -> str:
    return _("It affects the safety of people or public order.")
