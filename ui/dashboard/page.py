"""The dashboard: a period of the office compared with the one before; figures open lists."""

from datetime import date
from typing import Never

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessFilter
from outreach_app.queries.communication import get_communication_figures
from outreach_app.queries.figures import Figure, FigureFilter, Figures, get_figures
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.queries.publications import PublicationFilter
from outreach_app.queries.readings import ReadingFilter
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourFilter
from outreach_app.rules.dates import date_words
from outreach_app.rules.periods import Period
from ui.changes import EVERYTHING
from ui.context import AppContext
from ui.dashboard.board import board
from ui.dashboard.figure_buttons import FigureButton
from ui.dashboard.totals import TotalsButton
from ui.forms.choice_editor import capitalised
from ui.forms.periods import PeriodChooser, period_words
from ui.page import Page
from ui.requests import (
    Request,
    ShowAwareness,
    ShowFollowed,
    ShowMeetings,
    ShowPartners,
    ShowPublications,
    ShowRemarks,
    ShowRumours,
)
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.page_header import MARGIN
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.translated import Text


class DashboardPage(Page[Never]):
    """Recounted when it is shown after a change; every figure opens the list that it counts."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.period = PeriodChooser(clock.today())
        self.export = TotalsButton(context)
        self.about = note()
        self._area = ScrollArea()
        self._build()
        self._connect()
        self._begin()

    def refresh(self) -> None:
        self._show_figures()

    def _begin(self) -> None:
        """Show this month, or on its first days, when nothing was held yet, the one before."""
        meetings = self._show_figures().meetings
        if meetings.before and not meetings.now:
            self.period.go_back()

    def _show_figures(self) -> Figures:
        today, period = clock.today(), self.period.period
        months = self._context.settings.rhythm_months
        figures = self._context.read(lambda store: get_figures(store, period, today, months))
        said = self._context.read(lambda store: get_communication_figures(store, period))
        self.export.show_figures(figures, said, months)
        shown = board(figures, said, months, self._open, self.period.show_month)
        if today <= period.last:
            for button in shown.findChildren(FigureButton):
                button.leave_open()
        # The scroll area paints a background of its own.
        shown.setAutoFillBackground(False)
        self._area.setWidget(shown)
        shown.setAutoFillBackground(False)
        self.about.setText(_about(period, today))
        return figures

    def retranslate(self) -> None:
        self.period.retranslate()
        self.refresh()

    def _build(self) -> None:
        header = self.make_header(lambda: _("Dashboard"))
        header.add_action(self.export)
        header.add_trailing(self.period)
        self.about.setContentsMargins(MARGIN, 0, MARGIN, 8)
        area = self._area
        area.viewport().setAutoFillBackground(False)
        column = column_in(self)
        for widget in (header, self.export.progress, self.about, area):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.period.changed.connect(self.refresh)

    def _open(self, figure: Figure, name: Text) -> None:
        period = _period_of(figure.wanted) or self.period.period

        def words() -> str:
            return f"{name()} · {period_words(period)}"

        self._context.open_page(_list_of(figure.wanted, words))


def _period_of(wanted: FigureFilter) -> Period | None:
    """Return the period that a list of meetings is of: a bar's month, unlike the page's."""
    if isinstance(wanted, MeetingFilter) and wanted.first_day and wanted.last_day:
        return Period(wanted.first_day, wanted.last_day)
    return None


def _list_of(wanted: FigureFilter, words: Text) -> Request:
    request: Request
    match wanted:
        case MeetingFilter():
            request = ShowMeetings(wanted, words)
        case PartnerFilter():
            request = ShowPartners(wanted, words)
        case RumourFilter():
            request = ShowRumours(wanted, words)
        case PublicationFilter() | ReadingFilter():
            request = ShowPublications(wanted, words)
        case RemarkFilter():
            request = ShowRemarks(wanted, words)
        case AwarenessFilter():
            request = ShowAwareness(wanted, words)
        case _:
            request = ShowFollowed(wanted, words)
    return request


def _about(period: Period, today: date) -> str:
    """Return what the page shows, and the day whose state its outcomes have."""
    words = capitalised(
        _("{period}, compared with {before}. Each figure opens its list.").format(
            period=period_words(period), before=period_words(period.previous())
        )
    )
    if today <= period.last:
        return words + " " + _("The period is not over yet.")
    as_of = _("What became of its commitments, points and referrals is counted up to {day}.")
    return words + " " + as_of.format(day=date_words(today))
