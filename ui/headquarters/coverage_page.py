"""Overall figures of a period: regions as tiles, precincts, rising and shared concerns.

Every figure opens its list, and every row its record.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.concerns import (
    RisingConcern,
    SharedConcern,
    SharedConcerns,
    list_rising_concerns,
    list_shared_concerns,
)
from outreach_app.queries.coverage import (
    Counted,
    PrecinctCoverage,
    by_region,
    list_coverage,
    listed,
    reported,
)
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.offices import list_reports
from outreach_app.queries.point_lists import PointFilter
from outreach_app.rules.periods import Period
from ui.changes import EVERYTHING
from ui.context import AppContext
from ui.forms.periods import PeriodChooser, period_words
from ui.forms.territories import region_words
from ui.headquarters.concern_cards import ConcernCard, rising_line, shared_line
from ui.headquarters.counted_bar import CountedBar
from ui.headquarters.shared_dialog import SharedDialog
from ui.headquarters.tile_map import TileMap
from ui.page import Page
from ui.requests import ShowFollowed, ShowMeetings
from ui.table_export import logged_copies
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import Fitting, stack_if_narrow
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.page_header import MARGIN
from ui.widgets.surfaces import Card, Hairline
from ui.words import either, numbered_words

_NUMBER = 96
_COLUMNS: tuple[Column[PrecinctCoverage], ...] = (
    Column(
        lambda: _("Precinct"),
        lambda row: numbered_words(row.place.name, row.place.number),
        icon=lambda row: Icon(*(("check", "ok") if row.has_reported else ("clock", "warn"))),
        least=168,  # a figure that has no room beside it is under the list
    ),
    Column(
        lambda: _("Meetings"),
        lambda row: isolate(str(row.held)),
        width=_NUMBER,
        sort_key="meetings",
        by=lambda row: row.held,
    ),
    Column(
        lambda: _("To review"),
        lambda row: isolate(str(row.to_review)),
        width=_NUMBER,
        leaves=2,
        sort_key="review",
        by=lambda row: row.to_review,
    ),
    Column(
        lambda: _("No reaction"),
        lambda row: isolate(str(row.unanswered)),
        width=_NUMBER + 16,
        leaves=1,
        sort_key="unanswered",
        by=lambda row: row.unanswered,
    ),
)


class CoveragePage(Fitting, Page[Never]):
    """Starts with the last whole month; similar words are searched in the background."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.period = PeriodChooser(clock.today().replace(day=1) - timedelta(days=1))
        self.about = note()
        self.map = TileMap()
        self.total = CountedBar()
        self.precinct = CountedBar()
        empty = EmptyState(
            "buildings",
            lambda: _("No precinct here"),
            lambda: _("Import the files of the precincts: what they contain is counted here."),
        )
        self.table: Table[PrecinctCoverage] = Table(
            "coverage", lambda: _("Police precincts"), RowsModel(_COLUMNS), empty, context.settings
        )
        self.table.taken = logged_copies(context)
        self.rising = ConcernCard(
            lambda: _("Rising concerns"),
            lambda: _("No concern was raised more often than chance would explain."),
        )
        self.shared = ConcernCard(
            lambda: _("Concerns that several precincts share"),
            lambda: _(
                "No two precincts raised one in similar words, or all of them were answered."
            ),
        )
        self._rows: list[PrecinctCoverage] = []
        self._region: str | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Count the period again."""
        period = self.period.period
        self._rows, rising = self._context.read(partial(_coverage_and_concerns, period=period))
        self.map.show_regions(by_region(self._rows))
        self._show_rising(rising)
        self._show_precincts()
        self.about.setText(_about(period, self._rows))
        ask = partial(list_shared_concerns, period=period, offices=reported(self._rows))
        self._context.tasks.start(
            self,
            lambda _progress: self._context.read(ask),
            done=partial(self._show_shared, period),
        )

    def fit(self) -> None:
        stack_if_narrow(self._columns, self.width() - 2 * MARGIN)

    def retranslate(self) -> None:
        self.period.retranslate()
        self.refresh()

    def _show_precincts(self) -> None:
        rows = self._rows
        if self._region is not None:
            rows = [row for row in rows if row.place.region == self._region]
        region = self._region
        self.total.show_rows(
            lambda: _("The whole country") if region is None else region_words(region), rows
        )
        self.table.model.show_rows(rows)
        if rows:
            self.table.select(0)
        self._show_precinct(self.table.row if rows else None)

    def _show_precinct(self, row: PrecinctCoverage | None) -> None:
        self.precinct.setVisible(row is not None)
        if row is not None:
            self.precinct.show_rows(lambda: numbered_words(row.place.name, row.place.number), [row])

    def _show_rising(self, rising: Sequence[RisingConcern]) -> None:
        self.rising.show_lines(
            [
                (rising_line(row), partial(self._open_list, row.wanted, rising_line(row).title))
                for row in rising
            ]
        )

    def _show_shared(self, period: Period, shared: SharedConcerns) -> None:
        if period == self.period.period:
            self.shared.show_lines(
                [(shared_line(row), partial(self._open_shared, row)) for row in shared.proposed]
            )
            self.shared.cut.setVisible(shared.is_cut)

    def _open_shared(self, concern: SharedConcern) -> None:
        names = {row.place.id: either(row.place.name) for row in self._rows}
        SharedDialog(self._context, concern, names, self).open()

    def _open_counted(self, bar: CountedBar, counted: Counted) -> None:
        offices = frozenset(row.place.id for row in bar.rows)
        wanted = listed(counted, self.period.period, offices)
        self._open_list(wanted, bar.title.text())

    def _open_list(self, wanted: MeetingFilter | PointFilter, name: str) -> None:
        words = f"{name} · {period_words(self.period.period)}"
        if isinstance(wanted, MeetingFilter):
            self._context.open_page(ShowMeetings(wanted, lambda: words))
        else:
            self._context.open_page(ShowFollowed(wanted, lambda: words))

    def _choose_region(self, region: str | None) -> None:
        self._region = region
        self._show_precincts()

    def _build(self) -> None:
        header = self.make_header(lambda: _("Overall figures"))
        header.add_trailing(self.period)
        self.about.setContentsMargins(MARGIN, 0, MARGIN, 8)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setLayout(self._columns)
        self._fill_columns()
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = column_in(self)
        for widget in (header, self.about, area):
            column.addWidget(widget)

    def _fill_columns(self) -> None:
        leading, trailing = QVBoxLayout(), QVBoxLayout()
        mapped, listed_ = Card(), Card()
        mapped.body.addWidget(self.map, 0, Qt.AlignmentFlag.AlignCenter)
        listed_.body.setContentsMargins(0, 8, 0, 8)
        self.table.setMinimumHeight(220)
        for widget in (self.total, self.table, Hairline(), self.precinct):
            listed_.body.addWidget(widget, int(widget is self.table))
        for card in (mapped, self.rising):
            leading.addWidget(card)
        leading.addStretch(1)
        trailing.addWidget(listed_, 1)
        trailing.addWidget(self.shared)
        row = self._columns
        row.setContentsMargins(MARGIN, 0, MARGIN, 16)
        row.setSpacing(16)
        for stack in (leading, trailing):
            stack.setSpacing(16)
            row.addLayout(stack, int(stack is trailing))

    def _connect(self) -> None:
        self.period.changed.connect(self.refresh)
        self.map.chosen.connect(self._choose_region)
        self.table.chosen.connect(self._show_precinct)
        self.table.opened.connect(lambda _row: self._open_counted(self.precinct, "held"))
        for bar in (self.total, self.precinct):
            bar.asked.connect(partial(self._open_counted, bar))


def _coverage_and_concerns(
    session: StoreSession, period: Period
) -> tuple[list[PrecinctCoverage], list[RisingConcern]]:
    rows = list_coverage(session, period, list_reports(session))
    return rows, list_rising_concerns(session, period, reported(rows))


def _about(period: Period, rows: Sequence[PrecinctCoverage]) -> str:
    words = _(
        "{period} · reports received: {count}. Concerns are compared with {before}, for the"
        " precincts whose reports cover the whole period."
    )
    reported = sum(row.has_reported for row in rows)
    return words.format(
        period=period_words(period).capitalize(),
        count=isolate(f"{reported}/{len(rows)}"),
        before=period_words(period.previous()),
    )
