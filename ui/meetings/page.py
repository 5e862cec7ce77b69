"""The page of meetings: the list with details beside it, and the session editor in their place."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from outreach_app import clock
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.rules.statuses import MeetingStatus
from ui.actions import meeting_actions
from ui.actions.review_actions import CLARIFY
from ui.changes import Topic
from ui.context import AppContext
from ui.draft_requests import ContinueDraft
from ui.drafts.session_drafts import list_session_drafts
from ui.import_requests import ImportMeetings
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.meeting_noun import MEETINGS
from ui.meetings.columns import EXPORTED_COLUMNS, MEETING_COLUMNS
from ui.meetings.details_pane import MOVE_KEYS, REPEAT_KEYS, TELL_KEYS
from ui.meetings.list_pane import MeetingListPane
from ui.meetings.session_editor import SessionEditor
from ui.meetings.session_sheets import read_begun
from ui.meetings.shortcuts import SHORTCUTS
from ui.page import Page
from ui.requests import (
    LogSession,
    MeetingRequest,
    OpenMeeting,
    PlanMeeting,
    ShowMeetings,
    ShowSummary,
)
from ui.translations.dialog import TranslationsDialog
from ui.translations.shortcuts import TRANSLATE_KEYS
from ui.translations.texts import texts_of_meeting
from ui.widgets.buttons import Button, primary_button
from ui.widgets.commands import Command
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.shortcuts import Shortcut
from ui.widgets.stack import ShownLayout
from ui.widgets.surfaces import Surface


class MeetingsPage(Page[MeetingRequest]):
    """The list and the session editor. Ctrl+N logs a session; Enter edits the current one."""

    topics = frozenset(
        {
            Topic.MEETING,
            Topic.POINT,
            Topic.COMMITMENT,
            Topic.REFERRAL,
            Topic.ATTENDANCE,
            Topic.PARTNER,
            Topic.RUMOUR,
            Topic.FINDING,
            Topic.PUBLICATION,
            Topic.REVIEW,
            Topic.CLARIFICATION,
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.list = MeetingListPane(
            context,
            "meetings",
            MEETING_COLUMNS,
            EXPORTED_COLUMNS,
            lambda: _("Meetings that are logged or planned are listed here."),
        )
        self.list.begin = self._first_steps() if context.may(Right.RECORD) else ()
        self.details = self.list.details
        self.failure = self.list.failure
        self.bring = Button(lambda: _("Import meetings"), "download-simple")
        self.bring.offer(is_allowed=context.may(Right.IMPORT))
        self.editor = SessionEditor(context)
        self._listing = Surface()
        self._stack = ShownLayout(self)
        self._build()
        self._connect()
        self.refresh()

    def take(self, request: MeetingRequest) -> None:
        match request:
            case LogSession(meeting=UUID() as meeting):
                self._edit(meeting)
            case LogSession(partners):
                self.new_session(partners)
            case ImportMeetings(begun):
                self._show_list()
                ImportDialog(self._context, MEETINGS, self).open_with(begun)
            case ContinueDraft(key):
                self.continue_draft(key)
            case OpenMeeting(uid):
                self.show_record(uid)
            case ShowMeetings(wanted, words):
                self._show_list()
                self.list.filters.narrow(Narrowing(wanted, words))

    def way_back(self) -> MeetingRequest | None:
        if self.editor.isVisible():
            return self.editor.way_back()
        row = self.list.table.row
        return OpenMeeting(row.uid) if row else None

    def refresh(self) -> None:
        self.list.refresh()

    def show_record(self, uid: UUID) -> None:
        """Show one meeting in the list; filters that would hide it are cleared."""
        self._show_list()
        self.list.show_record(uid)

    def shortcuts(self) -> Sequence[Shortcut]:
        return SHORTCUTS

    def search(self) -> None:
        self.list.filters.text.setFocus()

    def new_session(self, partners: Sequence[UUID] = ()) -> None:
        """Log a session."""
        begun = self._context.read(lambda store: read_begun(store, clock.today(), partners))
        self.editor.begin(begun=begun)
        self._stack.setCurrentWidget(self.editor)
        self.editor.head.held_on.setFocus()

    def continue_draft(self, key: str) -> None:
        """Resume a draft; do nothing if it is gone."""
        for row in list_session_drafts(self._context):
            if row.key == key:
                self._stack.setCurrentWidget(self.editor)
                self.editor.resume(row)

    def _build(self) -> None:
        self._stack.addWidget(self._listing)
        self._stack.addWidget(self.editor)
        column = column_in(self._listing)
        header = self.make_header(lambda: _("Meetings"))
        log = primary_button(lambda: _("New session"), "plus")
        log.clicked.connect(partial(self.new_session, ()))
        plan = Button(lambda: _("Plan a meeting"), "calendar-plus")
        plan.clicked.connect(lambda: self._context.open_page(PlanMeeting()))
        if self._context.may(Right.RECORD):
            header.add_action(log, "Ctrl+N")
            header.add_action(plan)
        header.add_rest(self.bring, self.list.export)
        column.addWidget(header)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        on_keys(self._listing, "F4", self.list.show_history)
        on_keys(self._listing, "Ctrl+F", self.search)
        if self._context.may(Right.RECORD):
            self._listen_to_writers()
        self.bring.clicked.connect(lambda: self.take(ImportMeetings()))
        self.editor.closed.connect(self._show_list)
        self.editor.saved.connect(self.show_record)
        self.editor.summary_wanted.connect(lambda uid: self._context.open_page(ShowSummary(uid)))
        self.editor.translations_wanted.connect(self._translate)
        self.details.edit_asked.connect(self._edit_chosen)
        self.details.summary_asked.connect(self._summarise_chosen)
        self.details.translations_asked.connect(self._translate_chosen)
        self.details.delete_asked.connect(self._delete_chosen)
        self.details.asking_ended.connect(self.list.table.view.setFocus)
        self.details.status_asked.connect(self._change_status)
        self.details.tell_asked.connect(self._tell)

    def _listen_to_writers(self) -> None:
        """Register the keys of accounts that may record."""
        on_keys(self, "Ctrl+N", self.new_session)
        if self._context.may(Right.REMOVE):
            on_keys(self._listing, "Del", self._delete_chosen)
        for keys, slot in (
            ("F2", self._edit_chosen),
            ("F7", self._ask_next_status),
            ("F8", lambda: self._ask_status("F8", MeetingStatus.POSTPONED)),
            ("F9", lambda: self._ask_status("F9", MeetingStatus.CANCELLED)),
            (MOVE_KEYS, self._ask_day),
            (REPEAT_KEYS, self._ask_repetition),
            (TRANSLATE_KEYS, self._translate_chosen),
            (TELL_KEYS, self._tell),
        ):
            on_keys(self._listing, keys, slot)
        self.list.opened.connect(lambda row: self._edit(row.uid))

    def _first_steps(self) -> tuple[Command, ...]:
        plan = partial(self._context.open_page, PlanMeeting())
        return (
            Command(lambda: _("New session"), "plus", self.new_session),
            Command(lambda: _("Plan a meeting"), "calendar-plus", plan),
        )

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._listing)
        self.list.table.take_focus()

    def _edit(self, uid: UUID) -> None:
        self.editor.begin(uid)
        self._stack.setCurrentWidget(self.editor)
        self.editor.head.held_on.setFocus()

    def _edit_chosen(self) -> None:
        if row := self.list.table.row:
            self._edit(row.uid)

    def _summarise_chosen(self) -> None:
        if row := self.list.table.row:
            self._context.open_page(ShowSummary(row.uid))

    def _translate_chosen(self) -> None:
        if row := self.list.table.row:
            self._translate(row.uid)

    def _translate(self, uid: UUID) -> None:
        self._try(lambda: TranslationsDialog(self._context, texts_of_meeting(uid), self).open())

    def _ask_status(self, keys: str, status: MeetingStatus) -> None:
        if self.list.has_several:
            self.list.several.do_by_keys(keys)
        else:
            self.details.ask_status(status)

    def _delete_chosen(self) -> None:
        if self.list.has_several:
            self.list.several.do_by_keys("Del")
        elif row := self.list.table.row:
            back = partial(self.list.show_record, row.uid)
            self._try(lambda: meeting_actions.delete(self._context, row, back))

    def _change_status(self, status: str) -> None:
        if row := self.list.table.row:
            self._try(lambda: meeting_actions.change_status(self._context, row, status))

    def _ask_day(self) -> None:
        if (row := self.list.table.row) and row.is_to_come:
            self.details.forms.ask_day(row)

    def _ask_repetition(self) -> None:
        if row := self.list.table.row:
            self.details.forms.ask_repetition(row)

    def _tell(self) -> None:
        """Record that the rectifications of the meeting were reported."""
        if (row := self.list.table.row) and self.details.can_tell:
            self._try(lambda: meeting_actions.tell_rectifications(self._context, row))

    def _ask_next_status(self) -> None:
        """Request the next step: answer headquarters, mark as held, or plan again."""
        if (row := self.list.table.row) and CLARIFY.is_possible(row):
            self.details.forms.ask_words(row, CLARIFY)
            return
        for status in (MeetingStatus.HELD, MeetingStatus.PLANNED):
            self.details.ask_status(status)

    def _try(self, action: Callable[[], object]) -> None:
        self.failure.hide()
        try:
            action()
        except OutreachError as error:
            self.failure.show_error(error.message)
        else:
            self.list.table.take_focus()
