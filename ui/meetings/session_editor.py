"""The session editor: head, points beside earlier promises, foot, all by the keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent

from outreach_app import clock
from outreach_app.errors import Conflict, OutreachError, Problem
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import SESSION_FORM
from outreach_app.rules.dates import date_text
from ui.context import AppContext
from ui.draft_requests import ContinueDraft
from ui.drafts.keeper import DraftKeeper
from ui.drafts.left_drafts import discard_left
from ui.drafts.session_drafts import SessionDraft, draft_words
from ui.drafts.session_sheet import SessionSheet, check_sheet, entry_of, with_told_counts
from ui.drafts.settlement import settle
from ui.drafts.strip import DraftStrip
from ui.meetings import session_sheets
from ui.meetings.band_focus import go_to_next_band
from ui.meetings.body_band import BodyBand
from ui.meetings.cursor import cursor_in, put_cursor
from ui.meetings.edited_session import EditedSession
from ui.meetings.foot_band import FootBand
from ui.meetings.head_band import HeadBand
from ui.meetings.labelled import Labelled
from ui.meetings.note_entry import NoteEntry
from ui.meetings.refused_save import show_not_saved, show_refused, show_unfinished
from ui.meetings.save_questions import SaveQuestions
from ui.meetings.session_header import SessionHeader
from ui.program_requests import SearchEverything
from ui.requests import LogSession, MeetingRequest, OpenMeeting
from ui.translations.shortcuts import TRANSLATE_KEYS
from ui.widgets.banner import Banner
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

# Shown only when the person saves: until then they are simply not filled in yet.
_LATE_CODES = ("required",)
ESCAPES_APART = 400  # milliseconds


class SessionEditor(Translated, Surface):
    """Edits a meeting. Signals carry its uid when it is saved; `closed` when editing ends.

    Each editing begins a separate draft, which lasts until it is saved.
    """

    saved = Signal(object)
    summary_wanted = Signal(object)
    translations_wanted = Signal(object)
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "session")
        self._context = context
        self._today = clock.today()
        self._sheet = SessionSheet(held_on=date_text(self._today))
        # The sheet that editing began with; None in a resumed draft.
        self._begun: SessionSheet | None = None
        self._was_asked_to_save = False
        self._keeper = DraftKeeper(context, SessionSheet, self)
        self._questions = SaveQuestions(context)
        # An Esc right after one that closed a cell does not leave the page.
        self._escapes = QTimer(self, singleShot=True, interval=ESCAPES_APART)
        self.header = SessionHeader(lambda: context.open_page(SearchEverything()))
        self.left_drafts = DraftStrip(draft_words)
        self.failure = Banner()
        self.head = HeadBand(context)
        self.body = BodyBand(context, self._today, self.head.held_on.day_text)
        self.foot = FootBand(context)
        self.notes = NoteEntry(context, self, self.typed, self.failure)
        self._build()
        self._connect()
        context.confine_undo(self)

    def begin(self, uid: UUID | None = None, begun: SessionSheet | None = None) -> None:
        """Edit a meeting, or log a new one, optionally filled in."""
        self.keep_typed()
        self._today = clock.today()
        sheet = begun or SessionSheet(held_on=date_text(self._today))
        if uid is not None:
            sheet = self._context.read(lambda session: session_sheets.read_sheet(session, uid))
        self._keeper.begin(SESSION_FORM)
        self._begun = sheet
        self._open(sheet)

    def resume(self, row: SessionDraft) -> None:
        """Resume a draft; what is on the screen is saved in its own draft."""
        self.keep_typed()
        self._keeper.resume(row)
        self._begun = None
        self._open(row.draft)
        put_cursor(row.draft.cursor, self._fields, self.body.table) or self.body.go_on()
        self._settle()

    @property
    def _fields(self) -> Mapping[str, Labelled]:
        return {**self.head.fields, **self.foot.fields}

    def way_back(self) -> MeetingRequest:
        """Return the request that comes back to what is typed, or begins it again."""
        if self._keeper.has_kept:
            self._keep_draft()  # with the cursor where it is now
            return ContinueDraft(self._keeper.key)
        partners = tuple(row.uid for row in self.head.attendance.partners)
        return OpenMeeting(self._sheet.uid) if self._sheet.uid else LogSession(partners)

    def keep_typed(self) -> None:
        """Save what was typed since the last save of the draft, before the screen changes."""
        if self._keeper.is_due:
            self._keep_draft()

    def typed(self) -> SessionSheet:
        """Return what is on the screen."""
        sheet = self.foot.filled(self.head.filled(self._sheet))
        cursor = cursor_in(self.focusWidget(), self._fields, self.body.table)
        return replace(sheet, lines=self.body.table.typed_lines(), cursor=cursor)

    def save(self) -> UUID | None:
        """Save the session; return None if something is wrong, which is then shown."""
        if not self.body.table.end_editing():
            show_unfinished(self.failure, self.body.table.line)
            return None
        self._was_asked_to_save = True
        if problems := self._check():
            self._say_not_saved(problems)
            any(part.focus_on(problems) for part in (self.head, self.body, self.foot))
            self._sheet = with_told_counts(self.typed(), problems)
            return None
        entry, uid = entry_of(self.typed()), self._sheet.uid
        if uid is None and (question := self._questions.ask(entry.meeting)):
            self.failure.show_notice(question)
            return None
        is_same = self.typed() == self._begun
        try:
            saved = session_sheets.save(self._context, entry, uid, is_same=is_same)
        except OutreachError as error:
            if not (isinstance(error, Conflict) and self._settle()):
                show_refused(self.failure, error, self.save)
            return None
        self._keeper.discard()
        self.saved.emit(saved)
        return saved

    def retranslate(self) -> None:
        # Its text is in the previous language; what is still wrong is shown again.
        had_failure = not self.failure.isHidden()
        self.failure.hide()
        if (problems := self._check()) and had_failure and self._was_asked_to_save:
            self._say_not_saved(problems)

    def _say_not_saved(self, problems: Sequence[Problem]) -> None:
        show_not_saved(self.failure, problems, set(self._fields))

    def _build(self) -> None:
        column = column_in(self)
        above = (self.header, self.left_drafts, self.head)
        for part in (*above, self.body, self.failure, self.foot):
            column.addWidget(part, 1 if part is self.body else 0)

    def _connect(self) -> None:
        summarise = partial(self._save_then, self.summary_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, keys, summarise)
        for keys, slot in (
            ("Ctrl+S", self.save),
            (TRANSLATE_KEYS, partial(self._save_then, self.translations_wanted)),
            ("Ctrl+D", self._fill_like_last_time),
            ("F6", partial(go_to_next_band, self.head, self.body, self.foot)),
            ("Esc", self._escape),
        ):
            on_keys(self, keys, slot)
        self.notes.listen(self.body.note_asked)
        self.notes.taken.connect(self._take)
        self.header.summary_asked.connect(summarise)
        self.header.save_asked.connect(self.save)
        self.header.leave_asked.connect(self._leave)
        for part in (self.head, self.body, self.foot):
            part.edited.connect(self._follow)
        self.head.attendance.edited.connect(self._read_promises)
        self.head.filled_in.connect(self.body.begin)
        self.body.promises.listen(self)
        self.body.passed.connect(self._pass_on)
        self.body.table.line.escaped.connect(self._escapes.start)
        self.head.attendance.line.escaped.connect(self._escapes.start)
        self.left_drafts.listen(self)
        self.left_drafts.chosen.connect(self.resume)
        self.left_drafts.discarded.connect(self._discard)
        self._keeper.due.connect(self._keep_draft)
        self._keeper.refused.connect(self.failure.show_error)
        self._keeper.accepted.connect(self.failure.hide)

    def show_typed(self, sheet: SessionSheet) -> None:
        """Show a sheet: the stored meeting, or a draft."""
        self._sheet = sheet
        self._was_asked_to_save = False
        self.failure.hide()
        self.body.show_sheet(sheet)
        for band in (self.head, self.foot):
            band.blockSignals(True)
            band.show_sheet(sheet)
            band.blockSignals(False)
        self._read_promises()
        self._check()

    def _follow(self) -> None:
        self._keeper.changed()
        self._check()

    def _check(self) -> list[Problem]:
        problems = [
            problem
            for problem in [*check_sheet(self.typed()), *self.head.list_unplaced()]
            if self._was_asked_to_save or problem.code not in _LATE_CODES
        ]
        self.head.show_problems(problems)
        self.foot.show_problems(problems)
        self.body.show_problems(problems)
        if any(problem.code == "sensitive" for problem in problems):
            self.foot.ask_reason(is_asked=True)
        if not problems:
            self.failure.hide()
        return problems

    def _save_then(self, wanted: SignalInstance) -> None:
        if (saved := self.save()) is not None:
            wanted.emit(saved)

    def hideEvent(self, event: QHideEvent) -> None:
        self.body.table.end_editing()
        self.keep_typed()
        super().hideEvent(event)

    def _escape(self) -> None:
        if not self._escapes.isActive():
            self._leave()
        self._escapes.start()

    def _leave(self) -> None:
        """Leave the editor; what was typed stays a draft, as the status line reports."""
        self.keep_typed()
        self.closed.emit()
        if self._keeper.has_kept:
            go_on = partial(self._context.open_page, ContinueDraft(self._keeper.key))
            self._context.notice(_("The draft is kept."), go_on=go_on)

    def _open(self, sheet: SessionSheet) -> None:
        self._escapes.stop()
        self._questions.begin()
        self.body.promises.clear()
        self.show_typed(sheet)
        self.header.show_sheet(sheet)
        self.left_drafts.show_rows(self._keeper.others())
        self.head.held_on.setFocus()

    def _keep_draft(self) -> None:
        typed = self.typed()
        if typed == self._begun:  # everything that was typed was removed again
            self._keeper.discard()
            self.header.show_sheet(self._sheet)
        else:
            self.header.show_kept(self._keeper.keep(typed))

    def _discard(self, row: SessionDraft) -> None:
        discard_left(self._context, row)
        self.left_drafts.show_rows(self._keeper.others())

    def _settle(self) -> bool:
        edited = EditedSession(self._context, self)
        return settle(self._context, self._keeper, edited, self.save, self)

    def _fill_like_last_time(self) -> None:
        self.body.table.end_editing()
        last = partial(session_sheets.read_like_last_time, typed=self.typed(), today=self._today)
        if sheet := self._context.read(last):
            self._take(sheet)
        else:
            self.failure.show_notice(_("There was no session with these partners before."))

    def _take(self, sheet: SessionSheet) -> None:
        self.body.table.end_editing()
        self.show_typed(sheet)
        self._keeper.changed()

    def _read_promises(self) -> None:
        self.body.show_present(self.head.attendance.partners, self._sheet.uid)

    def _pass_on(self, forwards: bool) -> None:
        (self.foot.assessment if forwards else self.body.from_note).setFocus()
