"""The meetings of all precincts at headquarters: a list with details beside it, to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import get_meeting_details
from outreach_app.queries.meeting_lists import MeetingFilter, find_meeting_id, list_meeting_ids
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.offices import list_office_places
from ui.changes import EVERYTHING
from ui.context import AppContext
from ui.forms.territories import Precincts
from ui.forms.territory_choice import TerritoryChoice
from ui.history.dialog import HistoryDialog
from ui.meetings.columns import MEETING_COLUMNS, title_of
from ui.meetings.details_pane import DetailsPane
from ui.meetings.filters import Filters
from ui.page import Page
from ui.requests import MeetingListRequest, OpenMeeting, ShowMeetings
from ui.saved_filters.list_filter import Relative
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.page_header import PageHeader
from ui.widgets.surfaces import Hairline


class ConsolidatedPage(Page[MeetingListRequest]):
    """Narrowed to a territory or one precinct besides; only a precinct changes its meetings."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._precincts = Precincts(lambda: context.read(list_office_places))
        self.territory = TerritoryChoice(self._precincts.choices)
        self.table: Table[MeetingRow] = Table(
            "meetings.consolidated",
            lambda: _("Meetings"),
            RowsModel(self._columns(), self._load),
            EmptyState(
                "chats",
                lambda: _("No meeting here"),
                lambda: _("Import the files of the precincts, or clear the filters."),
            ),
            context.settings,
        )
        self.filters = Filters(
            context,
            "meetings.consolidated",
            self.table.model,
            Relative(self._within, self.territory),
        )
        self.export: ExportButton[MeetingRow] = ExportButton(
            context, lambda: _("Meetings"), self.table.model
        )
        self.details = DetailsPane(context, is_read_only=True)
        self._build()
        self._connect()
        self.retranslate()
        self.refresh()

    def take(self, request: MeetingListRequest) -> None:
        match request:
            case OpenMeeting(uid):
                self.show_record(uid)
            case ShowMeetings(wanted, words):
                self.filters.narrow(Narrowing(wanted, words))

    def refresh(self) -> None:
        self._precincts.refresh()
        self.territory.retranslate()
        self._list_again()

    def _list_again(self) -> None:
        """Ask the list again; the meeting that was current stays so."""
        current = self.table.row
        wanted = self.filters.wanted()
        ids = self._context.read(lambda session: list_meeting_ids(session, wanted))
        self.table.model.show_ids(ids)
        self.filters.show_count(len(ids))
        self._select(current.uid if current else None)

    def show_record(self, uid: UUID) -> None:
        """Show one meeting in the list, which is narrowed no more where it would hide it."""
        if not self._select(uid):
            self.filters.empty()
            self._select(uid)

    def search(self) -> None:
        self.filters.text.setFocus()

    def retranslate(self) -> None:
        self.territory.setAccessibleName(_("Territory"))

    def _within(self, wanted: MeetingFilter, territory: str) -> MeetingFilter:
        return replace(wanted, offices=self._precincts.within(territory))

    def _columns(self) -> tuple[Column[MeetingRow], ...]:
        office: Column[MeetingRow] = Column(
            lambda: _("Its precinct"), lambda row: self._precincts.name(row.office), width=168
        )
        subject, day, _kind, number, status = MEETING_COLUMNS  # the details tell the kind
        return (subject, office, day, number, status)

    def _load(self, ids: Sequence[int]) -> Mapping[int, MeetingRow]:
        return self._context.read(lambda session: list_meetings_by_id(session, ids))

    def _select(self, uid: UUID | None) -> bool:
        """Make the meeting of that uid current, or else the first; whether it was found."""
        record = uid and self._context.read(lambda session: find_meeting_id(session, uid))
        found = self.table.model.number_of(record) if record else None
        if self.table.model.rowCount():
            self.table.select(found or 0)
        self._show_chosen(self.table.row)
        return found is not None

    def _show_chosen(self, row: MeetingRow | None) -> None:
        if row is None:
            self.details.show_details(None)
            return
        details = self._context.read(
            lambda session: get_meeting_details(session, row.uid, _today())
        )
        self.details.show_details(details)

    def _show_history(self) -> None:
        if row := self.table.row:
            HistoryDialog(self._context, row.uid, title_of(row), self).open()

    def _build(self) -> None:
        header = PageHeader(lambda: _("Meetings"))
        header.add_action(self.export)
        header.add_trailing(self.territory)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(Hairline(is_vertical=True))
        row.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.export.progress)
        column.addWidget(self.filters)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._list_again)
        self.territory.activated.connect(self._list_again)
        self.table.chosen.connect(self._show_chosen)
        self.details.history_asked.connect(self._show_history)


def _today() -> date:
    return clock.local(clock.now()).date()
