"""The page of the calendar: a month or a week, and the chosen day beside it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from outreach_app import clock
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.agenda import AgendaDay, list_agenda
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rights import Right
from outreach_app.rules.dates import add_months
from ui.actions import meeting_actions
from ui.agenda.calendar_export import export_calendar
from ui.agenda.day_pane import WIDTH, DayPane
from ui.agenda.grid_model import GridModel
from ui.agenda.month_grid import MonthGrid
from ui.agenda.period_bar import PeriodBar
from ui.agenda.schedule_form import ScheduleForm
from ui.agenda.shortcuts import SHORTCUTS
from ui.agenda.week_grid import WeekGrid
from ui.agenda.week_places import hour_of, proposed
from ui.changes import Topic
from ui.context import AppContext
from ui.draft_requests import ContinuePlan
from ui.fonts import fix_width, free_width, scaled, unscaled
from ui.import_requests import ImportMeetings
from ui.page import Page
from ui.requests import OpenFollowed, OpenMeeting, PlanMeeting, PlanRequest, ShowProgramme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.commands import Command, open_menu
from ui.widgets.details_beside import DetailsBeside
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.shortcuts import Shortcut

_FORM, _NARROW_FORM = 400, 352
_WEEK = 320  # px of a week in which free hours can be told from others
_GRID = 556  # px of days that can be read beside the chosen one


class AgendaPage(Page[PlanRequest]):
    """A month or a week. Arrows move by a day, Page Up and Page Down by the period.

    Beside it is the chosen day, or the form of a meeting to plan.
    """

    topics = frozenset({Topic.MEETING, Topic.COMMITMENT, Topic.ATTENDANCE, Topic.PARTNER})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._shown = clock.today()
        self._days: Mapping[date, AgendaDay] = {}
        self._moved: UUID | None = None  # the meeting put on the shown day, until another is chosen
        self.model = GridModel(context.settings)
        self.grid = MonthGrid(self.model)
        self.week = WeekGrid(context.settings)
        self._grids = QStackedWidget()
        self.day = DayPane(context)
        self.beside = DetailsBeside(self._grids, self.day, lambda: scaled(_GRID), gives_way=True)
        self.schedule = ScheduleForm(context)
        self.bar = PeriodBar()
        self.plan = primary_button(lambda: _("Plan a meeting"), "calendar-plus")
        self.programme = Button(lambda: _("Print the month’s programme"), "printer")
        self.export = Button(lambda: _("Export the calendar"), "export")
        self.export.offer(is_allowed=context.may(Right.ISSUE))
        self.bring = Button(lambda: _("Import meetings"), "download-simple")
        self.bring.offer(is_allowed=context.may(Right.IMPORT))
        self.failure = Banner()
        self._build()
        self._connect()
        self.retranslate()
        self.show_day(self._shown)

    def take(self, request: PlanRequest) -> None:
        if isinstance(request, ContinuePlan):
            self._begin(PlanMeeting())
            self.schedule.resume_key(request.key)
        else:
            self._begin(request)

    def _begin(self, request: PlanMeeting) -> None:
        day, hour = request.day or clock.today(), request.starts_at
        if self.schedule.isVisibleTo(self) and hour is not None:
            self.schedule.put(day, hour, None)
            return
        self._shown = day
        self.bar.show_week()
        self.schedule.show()
        self.show_day(day)
        self.schedule.start(day, request.partners, hour)

    @property
    def is_month(self) -> bool:
        """Whether a month is shown; a week otherwise."""
        return self.bar.is_month

    def show_day(self, day: date) -> None:
        """Show the month or the week of a day, and choose it."""
        self._shown = day
        self.model.show(day, clock.today(), is_month=self.is_month)
        self.refresh()
        self.grid.setCurrentIndex(self.model.index_of(day))
        self._grids.setCurrentWidget(self.grid if self.is_month else self.week)
        self._fit()

    def refresh(self) -> None:
        """Reload the content of the visible days."""
        first, last = self.model.first, self.model.last
        self._days = self._context.read(lambda s: list_agenda(s, first, last, clock.today()))
        for day, content in self._days.items():
            if day != self._shown and any(row.uid == self._moved for row in content.meetings):
                self.show_day(day)  # undone: the day follows the meeting back
                return
        self.model.fill(self._days)
        if not self.is_month:
            self.week.show_week(first, self._days, self._shown)
        self.day.show_day(self._shown, self._days.get(self._shown, AgendaDay()))
        self._show_period()

    def retranslate(self) -> None:
        self._show_period()

    def shortcuts(self) -> Sequence[Shortcut]:
        return SHORTCUTS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room, plans = self.width() >= scaled(_GRID + WIDTH), self.schedule.isVisibleTo(self)
        self.beside.offer(has_details=not plans)
        form = max(unscaled(self.schedule.least_width()), _FORM if has_room else _NARROW_FORM)
        is_beside = not plans or self.width() >= scaled(form + _WEEK)
        self.beside.setVisible(is_beside)
        if is_beside:
            fix_width(self.schedule, form)
        else:
            free_width(self.schedule)

    def _show_proposed(self) -> None:
        """Show the meeting of the form in the week of its day."""
        typed = self.schedule.typed()
        if typed.held_on is not None and typed.held_on != self._shown:
            self.show_day(typed.held_on)
        self.week.propose(proposed(typed) if self.schedule.isVisibleTo(self) else None)

    def _leave_form(self, _uid: object) -> None:
        self.schedule.hide()
        self.week.propose(None)
        self.show_day(self._shown)
        self.main_part().setFocus()

    def main_part(self) -> QWidget:
        return self.grid if self.is_month else self.week

    def go(self, steps: int) -> None:
        """Move by `steps` months or weeks; back if negative."""
        in_weeks = self._shown + timedelta(weeks=steps)
        self.show_day(add_months(self._shown, steps) if self.is_month else in_weeks)

    def _show_period(self) -> None:
        self.bar.period.setText(self.model.period_words(self._shown, is_month=self.is_month))

    def _choose(self, index: QModelIndex) -> None:
        self._moved = None
        if index.isValid():
            self._shown = self.model.day(index)
            self.day.show_day(self._shown, self._days.get(self._shown, AgendaDay()))

    def _choose_day(self, day: date) -> None:
        """Show a day of the week in the pane; outside the week, switch to the week of that day."""
        if not self.model.first <= day <= self.model.last:
            self.show_day(day)
            return
        self._shown, self._moved = day, None
        self.week.choose_day(day)
        self.day.show_day(day, self._days.get(day, AgendaDay()))

    def _move(self, row: MeetingRow, day: date, hour: time | None) -> None:
        self._shown, self._moved = day, None
        self._try(lambda: meeting_actions.move(self._context, row, day, hour))
        self._moved = row.uid

    def _stretch(self, row: MeetingRow, ends_at: time) -> None:
        self._try(lambda: meeting_actions.stretch(self._context, row, ends_at))

    def _open(self, uid: UUID) -> None:
        """Show the day first, if a narrow window hides it."""
        if not self.beside.open_over():
            self._context.open_page(OpenMeeting(uid))

    def _open_menu(self, row: MeetingRow, place: QPoint) -> None:
        open_menu(self.day.commands(row), self, place)

    def _open_slot_menu(self, day: date, hour: time | None, place: QPoint) -> None:
        """Offer to plan a meeting on a day, at an hour where one is meant."""
        plan = partial(self.take, PlanMeeting(day, starts_at=hour))
        open_menu([Command(lambda: _("Plan a meeting here"), "calendar-plus", plan)], self, place)

    def _try(self, do: Callable[[], object]) -> None:
        self.failure.hide()
        try:
            do()
        except OutreachError as error:
            self.failure.show_error(error.message)
        self.show_day(self._shown)

    def _plan(self) -> None:
        self.take(PlanMeeting(self._shown))

    def _plan_at(self, day: date, starts_at: time, ends_at: time) -> None:
        """Plan a meeting at the hours drawn in the week."""
        self.take(PlanMeeting(day, starts_at=starts_at))
        self.schedule.put(day, starts_at, ends_at)

    def _print(self) -> None:
        self._context.open_page(ShowProgramme(self._shown))

    def _export(self) -> None:
        rows = [row for day in self._days.values() for row in day.meetings]
        self._try(lambda: export_calendar(self._context, self, self._shown, rows))

    def _build(self) -> None:
        header = self.make_header(lambda: _("Calendar"))
        if self._context.may(Right.RECORD):
            header.add_action(self.plan, "Ctrl+N")
        if self._context.may(Right.ISSUE):
            header.add_action(self.programme, "Ctrl+P")
        header.add_rest(self.bring, self.export)
        body = QHBoxLayout()
        body.setSpacing(0)
        self._grids.addWidget(self.grid)
        self._grids.addWidget(self.week)
        body.addWidget(self.beside, 1)
        body.addWidget(self.schedule)
        fix_width(self.schedule, _FORM)
        self.schedule.hide()
        column = column_in(self)
        column.addWidget(header)
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        column.addWidget(self.failure)

    def _connect(self) -> None:
        self.bar.turned.connect(lambda: self.show_day(self._shown))
        self.grid.selectionModel().currentChanged.connect(lambda index, _old: self._choose(index))
        self.week.chosen.connect(self._choose_day)
        for grid in (self.grid, self.week):
            grid.opened.connect(self._open)
            grid.menu_asked.connect(self._open_menu)
        self.day.forms.begun.connect(self.beside.open_over)
        self.grid.activated.connect(lambda _index: self.beside.open_over())
        self.schedule.changed.connect(self._show_proposed)
        self.schedule.finished.connect(self._leave_form)
        self.bar.moved.connect(self.go)
        self.bar.today_asked.connect(lambda: self.show_day(clock.today()))
        if self._context.may(Right.RECORD):
            self._let_plan()
        if self._context.may(Right.ISSUE):
            on_keys(self, "Ctrl+P", self._print)
        self.programme.clicked.connect(self._print)
        self.export.clicked.connect(self._export)
        self.bring.clicked.connect(lambda: self._context.open_page(ImportMeetings()))
        self.day.meeting_opened.connect(lambda uid: self._context.open_page(OpenMeeting(uid)))
        self.day.commitment_opened.connect(lambda uid: self._context.open_page(OpenFollowed(uid)))
        on_keys(self, "PgUp", lambda: self.go(-1))
        on_keys(self, "PgDown", lambda: self.go(1))

    def _let_plan(self) -> None:
        self.week.plan_asked.connect(lambda day, hour: self.take(PlanMeeting(day, starts_at=hour)))
        self.week.put.connect(self._plan_at)
        self.week.moved.connect(lambda row, put: self._move(row, put.day, hour_of(put.start)))
        self.grid.moved.connect(lambda row, day: self._move(row, day, row.starts_at))
        self.grid.refused.connect(self.failure.show_error)
        self.grid.plan_asked.connect(lambda day: self.take(PlanMeeting(day)))
        self.week.stretched.connect(self._stretch)
        for grid in (self.grid, self.week):
            grid.slot_menu_asked.connect(self._open_slot_menu)
        self.plan.clicked.connect(self._plan)
        self.day.plan_asked.connect(lambda _day: self._plan())
        on_keys(self, "Ctrl+N", self._plan)
