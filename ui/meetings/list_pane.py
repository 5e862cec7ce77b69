"""The list of meetings under its filters, with the details of one meeting beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from outreach_app import clock
from outreach_app.errors import NotFound, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import get_meeting_details
from outreach_app.queries.meeting_lists import (
    MeetingFilter,
    MeetingOrder,
    find_meeting_id,
    list_meeting_ids,
)
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.portions import Portion
from outreach_app.rights import Right
from outreach_app.rules.dates import date_words
from outreach_app.rules.statuses import MeetingStatus
from ui.actions.actions import Action, Given
from ui.actions.review_actions import REVIEWING
from ui.actions.several_meetings import SEVERAL_MEETINGS
from ui.actions.undoable import carry_out
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.listings.action_strip import ActionStrip
from ui.listings.subject import allowed, say_refused
from ui.meetings.details_pane import MeetingDetailsPane
from ui.meetings.filters import Filters
from ui.record_lines import meeting_title
from ui.saved_filters.list_filter import RelativeField
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel, show_list
from ui.tables.selection import selecting_again
from ui.tables.table import Table
from ui.widgets.banner import Banner
from ui.widgets.commands import Command, clearing, open_menu
from ui.widgets.details_beside import DetailsBeside
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text
from ui.words import labelled_words, status_words


class MeetingListPane(Surface):
    """`key` names its settings; `advice` says what to do if no meeting is listed.

    It shows `columns`; the person chooses which of `exported` are exported.

    Headquarters also filters by `territory`, and can only review. `opened` carries the row of a
    double click or Enter.
    """

    opened = Signal(object)

    def __init__(
        self,
        context: AppContext,
        key: str,
        columns: Sequence[Column[MeetingRow]],
        exported: Sequence[Column[MeetingRow]],
        advice: Text,
        territory: RelativeField[MeetingFilter] | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self.begin: Sequence[Command] = ()  # the first steps if there is no meeting
        model = RowsModel(columns, self._load)
        self.empty = EmptyState("chats", lambda: _("No meeting here"), advice)
        self.table: Table[MeetingRow] = Table(
            key, lambda: _("Meetings"), model, self.empty, context.settings
        )
        self.filters = Filters(context, key, model, territory)
        self.export: ExportButton[MeetingRow] = ExportButton(
            context, lambda: _("Meetings"), model, exported, chosen=self.table.chosen_rows
        )
        self.table.taken = self.export.take
        self.several: ActionStrip[MeetingRow] = ActionStrip(
            context,
            allowed(context, REVIEWING if context.is_headquarters else SEVERAL_MEETINGS),
            (),
            lambda: "",
        )
        is_read_only = context.is_headquarters or not context.may(Right.RECORD)
        self.details = MeetingDetailsPane(context, is_read_only=is_read_only)
        self._listed = QWidget()
        self.beside = DetailsBeside(self._listed, self.details)
        self.failure = Banner()
        self._build()
        self._connect()

    @property
    def has_several(self) -> bool:
        """Whether more than one meeting is selected."""
        return len(self.table.view.selectionModel().selectedRows()) > 1

    def refresh(self) -> None:
        """Reload the list; the current meeting stays current."""
        current, number = self.table.row, self.table.view.currentIndex().row()
        chosen = self.table.chosen_numbers()
        wanted, (key, is_descending) = self.filters.wanted(), self.table.sort
        order = MeetingOrder(key) if key else None

        def ask(portion: Portion) -> list[int]:
            return self._context.read(
                lambda session: list_meeting_ids(
                    session, wanted, order, is_descending=is_descending, portion=portion
                )
            )

        self._context.note_search(wanted.text)
        show_list(self.table.model, ask, number)
        self._show_count()
        is_narrowed = self.filters.is_narrowed
        self.empty.offer([clearing(self.filters.empty)] if is_narrowed else self.begin)
        self._select(current.uid if current else None, chosen[0] if chosen else number)

    def show_record(self, uid: UUID) -> None:
        """Show one meeting; filters that would hide it are cleared."""
        if not self._select(uid, is_sought=True):
            self.filters.empty()
            self._select(uid, is_sought=True)

    def do_by_keys(self, keys: str) -> None:
        """Run the command of these keys on the selected meetings."""
        if self.has_several:
            self.several.do_by_keys(keys)
            return
        for command in self.details.commands():
            if command.keys == keys:
                command.do()
                return
        say_refused(self._context, keys)

    def show_history(self) -> None:
        """Show the history of the current meeting."""
        if row := self.table.row:
            HistoryDialog(self._context, row.uid, meeting_title(row), self).open()

    def _load(self, ids: Sequence[int]) -> Mapping[int, MeetingRow]:
        return self._context.read(lambda session: list_meetings_by_id(session, ids))

    def _show_count(self) -> None:
        self.filters.show_count(self.table.model.rowCount(), has_more=self.table.model.has_more)

    def _select(self, uid: UUID | None, otherwise: int = 0, *, is_sought: bool = False) -> bool:
        """Select the meeting of that uid, or else a row; return whether the first worked.

        If a meeting is gone, the next one or the last is selected. One that `is_sought` is
        searched beyond the part of the list that was read.
        """
        record = uid and self._context.read(lambda session: find_meeting_id(session, uid))
        model = self.table.model
        found = model.number_of(record, is_sought=is_sought) if record else None
        if self.table.model.rowCount():
            last = self.table.model.rowCount() - 1
            with QSignalBlocker(self.table):  # its details are shown below, once
                self.table.select(found if found is not None else min(max(otherwise, 0), last))
        self._show_details(self.table.row)
        return found is not None

    def _show_details(self, row: MeetingRow | None) -> None:
        details = None
        if row is not None:
            try:
                details = self._context.read(
                    lambda session: get_meeting_details(session, row.uid, clock.today())
                )
            except NotFound as error:  # deleted meanwhile
                self.failure.show_error(error.message)
        self.details.show_details(details)
        self.beside.offer(has_details=bool(self.table.model.rowCount()))

    def _build(self) -> None:
        self.table.allow_several()
        self.several.hide()
        listed = column_in(self._listed)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.several)
        column = column_in(self)
        for widget in (self.export.progress, self.filters):
            column.addWidget(widget)
        column.addWidget(self.beside, 1)
        column.addWidget(self.failure)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.text.left_down.connect(self.table.enter)
        # A refused action may be possible now.
        self._context.changes.happened.connect(lambda _topics: self.failure.hide())
        self.table.model.sort_asked.connect(lambda _key, _is_descending: self.refresh())
        self.table.chosen.connect(self._show_details)
        self.table.opened.connect(self._open)
        self.details.forms.begun.connect(self.beside.open_over)
        self.table.model.rowsInserted.connect(self._show_count)
        self.details.history_asked.connect(self.show_history)
        self.table.menu_asked.connect(self._open_menu)
        self.table.view.selectionModel().selectionChanged.connect(self._show_several)
        self.several.form.given.connect(self._do_to_several)
        self.several.form.given_up.connect(self.table.view.setFocus)

    def _open(self, row: MeetingRow) -> None:
        """Show the details first, if a narrow window hides them."""
        if not self.beside.open_over():
            self.opened.emit(row)

    def _open_menu(self, place: QPoint) -> None:
        copy = Command(lambda: _("Copy as rows"), "copy", self.table.copy_rows, "Ctrl+C")
        commands = self.several.commands() if self.has_several else self.details.commands()
        open_menu([*commands[:-1], copy, *commands[-1:]], self.table, place)

    def _show_several(self) -> None:
        """Show a summary of the selected meetings if there are several."""
        rows = self.table.chosen_rows() if self.has_several else []
        self.several.show_rows(rows, "", "")
        self.several.facts.setText(_sums(rows))
        self.several.setVisible(bool(rows))

    def _do_to_several(self, action: Action[MeetingRow], given: Given) -> None:
        self.failure.hide()
        try:
            rows, undone = self.table.chosen_rows(), selecting_again(self.table)
            carry_out(self._context, action, rows, given, undone)
            self.several.form.draft.discard()
        except OutreachError as error:
            self.failure.show_error(error.message)
        else:
            self.table.take_focus()


def _sums(rows: Sequence[MeetingRow]) -> str:
    """Return how many meetings there are of each status, and from when to when."""
    if not rows:
        return ""
    counts = Counter(row.status for row in rows)
    told = [
        labelled_words(status_words(status), isolate(str(counts[status])))
        for status in MeetingStatus
        if counts[status]
    ]
    first, last = min(row.held_on for row in rows), max(row.held_on for row in rows)
    span = _("From {first} to {last}").format(first=date_words(first), last=date_words(last))
    return " · ".join((*told, span))
