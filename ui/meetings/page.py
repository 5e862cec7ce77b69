"""The page of meetings: the list with details beside it, and the session editor in their place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from outreach_app import clock
from outreach_app.errors import NotFound, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import get_meeting_details
from outreach_app.queries.meeting_lists import find_meeting_id, list_meeting_ids
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from ui.actions import meeting_actions
from ui.changes import Topic
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.meetings import session_sheets
from ui.meetings.columns import MEETING_COLUMNS, title_of
from ui.meetings.details_pane import DetailsPane
from ui.meetings.filters import Filters
from ui.meetings.session_editor import SessionEditor
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
from ui.table_export import ExportButton
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline, Surface


class MeetingsPage(Page[MeetingRequest]):
    """Ctrl+N logs a session; Enter on a row edits it."""

    topics = frozenset(
        {
            Topic.MEETING,
            Topic.POINT,
            Topic.COMMITMENT,
            Topic.REFERRAL,
            Topic.ATTENDANCE,
            Topic.PARTNER,
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.table: Table[MeetingRow] = Table(
            "meetings",
            lambda: _("Meetings"),
            RowsModel(MEETING_COLUMNS, self._load),
            EmptyState(
                "chats",
                lambda: _("No meeting here"),
                lambda: _("Log a session with Ctrl+N, plan a meeting, or clear the filters."),
            ),
            context.settings,
        )
        self.filters = Filters(context, "meetings", self.table.model)
        self.export: ExportButton[MeetingRow] = ExportButton(
            context, lambda: _("Meetings"), self.table.model
        )
        self.details = DetailsPane(context)
        self.failure = Banner()
        self.editor = SessionEditor(context)
        self._list = Surface()
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()
        self.refresh()

    def take(self, request: MeetingRequest) -> None:
        match request:
            case LogSession():
                self.new_session()
            case PlanMeeting(day, partner):
                self.plan(day, partner)
            case OpenMeeting(uid):
                self.show_record(uid)
            case ShowMeetings(wanted, words):
                self._show_list()
                self.filters.narrow(Narrowing(wanted, words))

    def refresh(self) -> None:
        """Ask the list again; the meeting that was current stays so."""
        current = self.table.row
        wanted = self.filters.wanted()
        ids = self._context.read(lambda session: list_meeting_ids(session, wanted))
        self.table.model.show_ids(ids)
        self.filters.show_count(len(ids))
        self._select(current.uid if current else None)

    def show_record(self, uid: UUID) -> None:
        """Show one meeting in the list, which is narrowed no more where it would hide it."""
        self._show_list()
        if not self._select(uid):
            self.filters.empty()
            self._select(uid)

    def shortcuts(self) -> Sequence[Shortcut]:
        return SHORTCUTS

    def search(self) -> None:
        self.filters.text.setFocus()

    def new_session(self) -> None:
        """Log a session."""
        self.editor.begin()
        self._stack.setCurrentWidget(self.editor)
        self.editor.head.held_on.setFocus()

    def plan(self, day: date | None = None, partner: UUID | None = None) -> None:
        """Plan a meeting: the same screen, which then makes a meeting to come."""
        begun = self._context.read(
            lambda session: session_sheets.read_planned(session, day or _today(), partner)
        )
        self.editor.begin(begun=begun)
        self._stack.setCurrentWidget(self.editor)
        self.editor.head.held_on.setFocus()

    def retranslate(self) -> None:
        """Every part of the page follows the language by itself."""

    def _build(self) -> None:
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        header = PageHeader(lambda: _("Meetings"))
        log = primary_button(lambda: _("New session"), "plus")
        log.clicked.connect(self.new_session)
        plan = Button(lambda: _("Plan a meeting"), "calendar-plus")
        plan.clicked.connect(partial(self.plan, None))
        header.add_action(log, "Ctrl+N")
        header.add_action(plan)
        header.add_action(self.export)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(Hairline(is_vertical=True))
        row.addWidget(self.details)
        column.addWidget(header)
        column.addWidget(self.export.progress)
        column.addWidget(self.failure)
        column.addWidget(self.filters)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+N", self.new_session)
        for keys, slot in (
            ("F2", self._edit_chosen),
            ("F4", self._show_history),
            ("F7", self._ask_next_status),
            ("F8", lambda: self.details.ask_status("postponed")),
            ("F9", lambda: self.details.ask_status("cancelled")),
            ("Del", self._delete_chosen),
        ):
            on_keys(self._list, keys, slot)
        self.filters.changed.connect(self.refresh)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda row: self._edit(row.uid))
        self.editor.closed.connect(self._show_list)
        self.editor.saved.connect(self.show_record)
        self.editor.summary_wanted.connect(lambda uid: self._context.open_page(ShowSummary(uid)))
        self.details.edit_asked.connect(self._edit_chosen)
        self.details.summary_asked.connect(self._summarise_chosen)
        self.details.delete_asked.connect(self._delete_chosen)
        self.details.history_asked.connect(self._show_history)
        self.details.asking_ended.connect(self.table.view.setFocus)
        self.details.status_asked.connect(self._change_status)

    def _load(self, ids: Sequence[int]) -> Mapping[int, MeetingRow]:
        return self._context.read(lambda session: list_meetings_by_id(session, ids))

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self.table.view.setFocus()

    def _select(self, uid: UUID | None) -> bool:
        """Make the meeting of that uid current, or else the first; whether it was found."""
        record = uid and self._context.read(lambda session: find_meeting_id(session, uid))
        found = self.table.model.number_of(record) if record else None
        if self.table.model.rowCount():
            self.table.select(found or 0)
        self._show_chosen(self.table.row)
        return found is not None

    def _show_chosen(self, row: MeetingRow | None) -> None:
        details = None
        if row is not None:
            try:
                details = self._context.read(
                    lambda session: get_meeting_details(session, row.uid, _today())
                )
            except NotFound as error:  # deleted meanwhile
                self.failure.show_error(error.message)
        self.details.show_details(details)

    def _edit(self, uid: UUID) -> None:
        self.editor.begin(uid)
        self._stack.setCurrentWidget(self.editor)
        self.editor.head.held_on.setFocus()

    def _edit_chosen(self) -> None:
        if row := self.table.row:
            self._edit(row.uid)

    def _summarise_chosen(self) -> None:
        if row := self.table.row:
            self._context.open_page(ShowSummary(row.uid))

    def _show_history(self) -> None:
        if row := self.table.row:
            HistoryDialog(self._context, row.uid, title_of(row), self).open()

    def _delete_chosen(self) -> None:
        if row := self.table.row:
            self._try(lambda: meeting_actions.delete(self._context, row))

    def _change_status(self, status: str) -> None:
        if row := self.table.row:
            self._try(lambda: meeting_actions.change_status(self._context, row, status))

    def _ask_next_status(self) -> None:
        """What comes next in the usual course: it was held, or it is planned again."""
        for status in ("held", "planned"):
            self.details.ask_status(status)

    def _try(self, action: Callable[[], object]) -> None:
        self.failure.hide()
        try:
            action()
        except OutreachError as error:
            self.failure.show_error(error.message)
        else:
            self.table.view.setFocus()


def _today() -> date:
    return clock.local(clock.now()).date()
