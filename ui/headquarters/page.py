"""The page of precincts: files by week, late ones, missing changes."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.bundles import count_cut_logs
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.national import NationalFigures, national_figures
from outreach_app.queries.offices import (
    OfficeRow,
    last_weeks,
    list_offices,
    list_reports,
)
from outreach_app.rights import Right
from outreach_app.rules.periods import last_whole_month
from ui.changes import EVERYTHING
from ui.context import AppContext
from ui.forms.territories import territories
from ui.headquarters.figures_pane import FiguresPane
from ui.headquarters.office_filters import OfficeFilters
from ui.headquarters.office_lines import OfficeLine, lines_of, office_columns, weeks_shown
from ui.headquarters.office_report import REPORT_COLUMNS, is_to_be_reminded
from ui.headquarters.office_strip import OfficeStrip
from ui.headquarters.reminders import reminders_text
from ui.headquarters.week_delegate import WeekDelegate
from ui.headquarters.week_legend import WeekLegend
from ui.page import Page
from ui.page_keys import PageKey
from ui.requests import ChooseFiles, EnrolCard, OpenPrecinct, SendChanges, ShowMeetings, ShowPage
from ui.table_export import ExportButton, logged_copies
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.buttons import Button, primary_button
from ui.widgets.details_beside import DetailsBeside
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import in_a_row
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.menus import open_menu_of
from ui.widgets.shortcuts import DETAILS, Shortcut
from ui.widgets.surfaces import Hairline
from ui.words import numbered_words


class OfficesPage(Page[OpenPrecinct]):
    """A calendar of weeks by precinct, and beside it national figures."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._weeks = last_weeks(clock.today(), weeks_shown())
        self._offices: list[OfficeRow] = []
        self._shown: list[OfficeRow] = []
        self._lines: list[OfficeLine] = []
        self.bring = primary_button(lambda: _("Import files"), "download-simple", "Ctrl+I")
        self.summary = Button(lambda: _("National summary"), "article")
        self.remind = Button(lambda: _("Copy the reminders"), "bell")
        self.bring.offer(is_allowed=context.may(Right.EXCHANGE))
        self.filters = OfficeFilters(lambda: territories(self._offices))
        self.legend = WeekLegend()
        self._cut = 0
        self.cut = note(self._cut_words, tone="late")
        self.enrol = Button(lambda: _("Enrol a card"), "plus")
        self.enrol.offer(is_allowed=context.may(Right.STATIONS))
        self.clear = Button(lambda: _("Clear the filters"), "x")
        self.empty = EmptyState(
            "buildings", self._nothing, self._what_to_do, self.enrol, self.clear
        )
        self.table: Table[OfficeLine] = Table(
            "offices",
            lambda: _("Police precincts"),
            RowsModel(office_columns(lambda: self._weeks)),
            self.empty,
            context.settings,
        )
        self._report = RowsModel(REPORT_COLUMNS)
        self.export: ExportButton[OfficeRow] = ExportButton(
            context, lambda: _("Police precincts"), self._report
        )
        self.strip = OfficeStrip()
        self.strip.answer.offer(is_allowed=context.may(Right.EXCHANGE))
        self.figures = FiguresPane()
        self._calendar = QWidget()
        self.beside = DetailsBeside(self._calendar, self.figures)
        self.table.view.setItemDelegate(WeekDelegate(self.table.view))
        self._build()
        self._connect()
        self.retranslate()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut("Ctrl+I", lambda: _("Import files"), Right.EXCHANGE), DETAILS)

    def refresh(self) -> None:
        """Read the registry and the figures again."""
        self._weeks = last_weeks(clock.today(), weeks_shown())
        self.table.show_columns(1 + len(self._weeks))
        self._offices = self._context.read(
            lambda session: list_offices(session, self._weeks, clock.today())
        )
        self.filters.territory.retranslate()
        self._cut = self._context.read(count_cut_logs)
        self.cut.retranslate()
        self.cut.setVisible(bool(self._cut))
        self._narrow()
        # In the background: a year of the nation takes a second.
        self._context.tasks.start(
            self,
            lambda _progress: self._context.read(_figures),
            done=self.figures.show_figures,
        )

    def search(self) -> None:
        self.filters.text.setFocus()

    def retranslate(self) -> None:
        self.refresh()

    def take(self, request: OpenPrecinct) -> None:
        self.show_record(request.uid)

    def show_record(self, uid: UUID) -> None:
        """Show one precinct; filters that hide it are cleared."""
        if not self._select(uid):
            self.filters.empty()
            self._select(uid)

    def _select(self, uid: UUID) -> bool:
        """Select a precinct; return whether it is in the list."""
        for number, line in enumerate(self._lines):
            if line.office is not None and line.office.uid == uid:
                self.table.select(number)
                return True
        return False

    def _narrow(self) -> None:
        of_place = [row for row in self._offices if self.filters.is_of_place(row)]
        self._shown = [row for row in of_place if self.filters.is_in_state(row, self._weeks)]
        current = self.table.row
        self._lines = lines_of(self._shown)
        self._report.show_rows(self._shown)
        self.table.model.show_rows(self._lines)
        self.table.view.clearSpans()
        for number, line in enumerate(self._lines):
            if line.office is None:
                self.table.view.setSpan(number, 0, 1, 1 + len(self._weeks))
        self._advise()
        self.legend.show_offices(of_place)
        self.strip.show_office(None)
        if current is not None and current.office is not None:
            self._select(current.office.uid)

    def _show_office(self, office: OfficeRow | None) -> None:
        is_late = office is not None and is_to_be_reminded(office, self._weeks)
        self.strip.show_office(office, is_late=is_late)

    def _open_meetings(self, office: OfficeRow) -> None:
        """Show the meetings that a precinct sent."""
        if office.id is not None:
            wanted = MeetingFilter(offices=frozenset((office.id,)))
            words = numbered_words(office.name, office.number)
            self._context.open_page(ShowMeetings(wanted, lambda: words))

    def _copy_reminder(self) -> None:
        line = self.table.row
        self._copy_reminders([line.office] if line and line.office else [])

    def _copy_reminders(self, offices: Sequence[OfficeRow]) -> None:
        """Copy the reminders to the late ones among these precincts."""
        late = [
            row for row in offices if not row.is_revoked and is_to_be_reminded(row, self._weeks)
        ]
        if late:
            QGuiApplication.clipboard().setText(reminders_text(late, self._weeks))
        count = isolate(str(len(late)))
        self._context.notice(_("Reminders copied, in both languages: {count}").format(count=count))

    def _advise(self) -> None:
        """Return what to do if no precinct is shown."""
        for button, is_needed in ((self.enrol, not self._offices), (self.clear, self._offices)):
            button.setVisible(bool(is_needed))
        self.empty.title.retranslate()
        self.empty.advice.retranslate()

    def _cut_words(self) -> str:
        words = _(
            "Files of the last 30 days whose access log does not continue from the previous file: "
            "{count}. The log of files on the Exchange page shows which: call those offices."
        )
        return words.format(count=isolate(str(self._cut)))

    def _nothing(self) -> str:
        if self._offices:
            return _("No precinct matches these filters")
        return _("No precinct is enrolled")

    def _what_to_do(self) -> str:
        if self._offices:
            return _("Clear them to see all the precincts again.")
        return _(
            "Save your own card and give it to the precincts; then enrol the card that each of "
            "them gives you. Both are done on the Exchange page."
        )

    def _build(self) -> None:
        header = self.make_header(lambda: _("Police precincts"))
        header.add_action(self.bring, "Ctrl+I")
        header.add_action(self.summary)
        header.add_rest(self.export, self.remind)
        filters = in_a_row(self.filters, self.legend)
        left = column_in(self._calendar)
        for widget in (self.table, Hairline(), self.strip):
            left.addWidget(widget, 1 if widget is self.table else 0)
        column = column_in(self)
        column.addWidget(header)
        column.addWidget(self.export.progress)
        column.addLayout(_indented(self.cut))
        column.addLayout(_indented(filters))
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+F", self.search)
        self.table.taken = logged_copies(self._context)
        self.filters.changed.connect(self._narrow)
        self.clear.clicked.connect(self.filters.empty)
        self.table.chosen.connect(lambda line: self._show_office(line and line.office))
        self.table.opened.connect(lambda _line: self.strip.ask_meetings())
        ways = (self.strip.meetings, self.strip.remind, self.strip.answer)
        self.table.menu_asked.connect(partial(open_menu_of, ways, self.table))
        self.strip.meetings_asked.connect(self._open_meetings)
        self.remind.clicked.connect(lambda: self._copy_reminders(self._shown))
        self.strip.remind_asked.connect(self._copy_reminder)
        self.strip.answer_asked.connect(lambda uid: self._context.open_page(SendChanges(uid)))
        self.enrol.clicked.connect(lambda: self._context.open_page(EnrolCard()))
        self.bring.clicked.connect(lambda: self._context.open_page(ChooseFiles()))
        self.summary.clicked.connect(lambda: self._context.open_page(ShowPage(PageKey.SUMMARIES)))


def _indented(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(24, 0, 24, 8)
    layout.addWidget(widget)
    return layout


def _figures(session: StoreSession) -> NationalFigures:
    today = clock.today()
    return national_figures(session, last_whole_month(today), list_reports(session), today)
