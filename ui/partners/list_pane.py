"""The list of partners under its filters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.partner_lists import (
    PartnerFilter,
    PartnerOrder,
    count_partners_not_met,
    list_partner_ids,
)
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.saved_filters import KeptFilter
from outreach_app.rules.dates import add_months
from outreach_app.search import index
from ui.context import AppContext
from ui.fonts import fix_width
from ui.forms.choice_editor import Choice, ChoiceEditor, from_catalogues
from ui.partners.columns import partner_columns
from ui.saved_filters.list_filter import FieldChoice, ListFilter, RelativeField
from ui.saved_filters.saved_filters import SavedFilters
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.commands import Command, clearing
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing, NarrowingLine
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated
from ui.words import search_limits

WIDTH, NARROW = 360, 320


class PartnerListPane(Translated):
    """Partners under their filters. `chosen` carries the PartnerRow that was selected.

    `several` carries the rows if more than one is selected, and then the one that is left.
    `hidden` is emitted when the filters hide the partner that was chosen last, or hid all before.
    `begin` are the first steps while there is no partner.
    """

    chosen = Signal(object)
    several = Signal(object)
    hidden = Signal()

    def __init__(self, context: AppContext, begin: Sequence[Command]) -> None:
        super().__init__()
        self._context = context
        self._begin = begin
        self._selected: int | None = None
        self._place = 0  # of the first row that was chosen last
        self._had_several = False
        self.words = SearchLine(lambda: _("Filter by name, quarter or phone"), "", "funnel-simple")
        self.category = ChoiceEditor(from_catalogues("pt", none=lambda: _("Every category")))
        self.activity = ChoiceEditor(_activities)
        self.narrowing = NarrowingLine()
        self.model = RowsModel[PartnerRow](
            partner_columns(self._first_recent_day),
            lambda ids: context.read(lambda store: list_partners_by_id(store, ids)),
        )
        self._filter = ListFilter(
            PartnerFilter(),
            self.narrowing,
            {
                "category": FieldChoice(self.category),
                "is_active": FieldChoice(self.activity, {"active": True, "inactive": False}),
            },
            text=self.words,
            relative={"not_met": RelativeField(self._not_met_lately, words=self._rhythm)},
            related=self._related,
        )
        self.saved = SavedFilters(context, "partners", self._filter, self.model)
        self._invitation = context.invite(
            lambda: _("Add the first one with Ctrl+N, or import a list.")
        )
        self.empty = EmptyState("handshake", lambda: _("No partner"), self._advice)
        self.table = Table[PartnerRow](
            "partners", lambda: _("Partners"), self.model, self.empty, context.settings
        )
        self.count = note()
        self._build()
        self.retranslate()
        self._connect()

    @property
    def has_several(self) -> bool:
        """Whether more than one partner is selected."""
        return len(self.table.view.selectionModel().selectedRows()) > 1

    def refresh(self) -> None:
        """Reload under the current filters; the selection stays."""
        wanted, (key, is_descending) = self._filter.wanted(), self.table.sort
        # By the best match with words; nobody knows in which order partners were registered.
        usual = None if wanted.text.strip() else PartnerOrder.NAME
        order = PartnerOrder(key) if key else usual
        self._context.note_search(wanted.text)
        ids = self._context.read(
            lambda store: list_partner_ids(store, wanted, order, is_descending=is_descending)
        )
        self.model.show_ids(ids)
        self._mark_selected()
        self.empty.advice.retranslate()
        is_narrowed = self._filter.kept() != self._filter.every
        self.empty.offer([clearing(self._clear)] if is_narrowed else self._begin)
        words = [self._count(len(ids))]
        if wanted.text.strip():
            is_complete = self._context.read(index.is_complete)
            words.append(search_limits(len(ids), is_cut=False, is_complete=is_complete))
        self.count.setText("\n".join(filter(None, words)))

    def select(self, record: int) -> None:
        """Select a partner; filters that hide it are cleared."""
        self._selected = record
        if self.model.number_of(record) is None:
            self._filter.clear()
            self.refresh()
        self._mark_selected()

    def narrow(self, given: Narrowing) -> None:
        """Apply the filter of another page, replacing the current one."""
        self._filter.narrow(given)
        self.refresh()

    def select_neighbour(self) -> bool:
        """Select the partner now at the current position, the next or the last, if any is left."""
        last = self.model.rowCount() - 1
        if last >= 0:
            number = min(self._place, last)
            if number == self.table.view.currentIndex().row():
                self._say_chosen(self.table.row)  # to select it again says nothing
            else:
                self.table.select(number)
        return last >= 0

    def step(self, rows: int) -> None:
        """Move the selection down by that many partners."""
        index = self.table.view.currentIndex()
        number = index.row() + rows if index.isValid() else 0
        if 0 <= number < self.model.rowCount():
            self.table.select(number)

    def _clear(self) -> None:
        self._filter.clear()
        self._follow_filters()

    def _follow_filters(self) -> None:
        """Reload under the filters that were just chosen."""
        was_empty = not self.model.rowCount()
        self.refresh()
        is_hidden = self._selected is None or self.model.number_of(self._selected) is None
        if is_hidden:
            self._place = 0
        if is_hidden or was_empty:
            self.hidden.emit()

    def retranslate(self) -> None:
        self.category.setAccessibleName(_("Category"))
        self.activity.setAccessibleName(_("Active or inactive"))
        self.refresh()

    def _related(self, given: PartnerFilter) -> KeptFilter[PartnerFilter]:
        """Keep "not met for months" as such, not as a fixed day."""
        if given.not_met_since != self._first_recent_day():
            return KeptFilter(given)
        return KeptFilter(replace(given, not_met_since=None), {"not_met": "rhythm"})

    def _not_met_lately(self, wanted: PartnerFilter, _code: str) -> PartnerFilter:
        return replace(wanted, not_met_since=self._first_recent_day())

    def _rhythm(self) -> str:
        months = isolate(str(self._context.settings.rhythm_months))
        return _("Not met for {months} months").format(months=months)

    def _advice(self) -> str:
        if self._filter.wanted() == PartnerFilter():
            return self._invitation()
        return _("Nothing matches the filters. Try fewer letters, or every category.")

    def _count(self, shown: int) -> str:
        words = _("Partners: {figure}").format(figure=isolate(str(shown)))
        if not shown or self._filter.wanted() != PartnerFilter():
            return words
        since = self._first_recent_day()
        missed = self._context.read(lambda store: count_partners_not_met(store, since))
        if not missed:
            return words
        not_met = _("Not met for {months} months: {figure}").format(
            months=isolate(str(self._context.settings.rhythm_months)), figure=isolate(str(missed))
        )
        return f"{words} · {not_met}"

    def _mark_selected(self) -> None:
        number = None if self._selected is None else self.model.number_of(self._selected)
        if number is not None:
            with QSignalBlocker(self.table):
                self.table.select(number)

    def _first_recent_day(self) -> date:
        """Return the day from which on a meeting counts as recent."""
        today = clock.today()
        return add_months(today, -self._context.settings.rhythm_months)

    def _build(self) -> None:
        fix_width(self, WIDTH)
        self.table.allow_two_lines()  # a cut name is useless
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.category, 1)
        filters.addWidget(self.activity)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.words, 1)
        first.addWidget(self.saved)
        self.saved.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 8, 0)
        top.setSpacing(8)
        top.addLayout(first)
        top.addWidget(self.saved.naming)
        top.addLayout(filters)
        top.addWidget(self.narrowing)
        self.count.setContentsMargins(24, 4, 8, 8)
        column = column_in(self, 8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)

    def _connect(self) -> None:
        self.words.asked.connect(lambda _words: self._follow_filters())
        self.words.left_down.connect(self.table.enter)
        self.category.activated.connect(lambda _place: self._follow_filters())
        self.activity.activated.connect(lambda _place: self._follow_filters())
        self.narrowing.lifted.connect(self._follow_filters)
        self.saved.taken.connect(self._follow_filters)
        self.model.sort_asked.connect(lambda _key, _is_descending: self.refresh())
        self.table.chosen.connect(self._say_chosen)
        self.table.allow_several()
        self.table.view.selectionModel().selectionChanged.connect(self._say_several)

    def _say_chosen(self, row: PartnerRow | None) -> None:
        # A reloaded list has no current row; the details stay.
        if row is not None:
            place = self.table.view.currentIndex().row()
            if not self.table.chosen_numbers():  # the focus makes a row current, and marks none
                self.table.select(place)
            self._selected = self.model.record_at(place)
            self.chosen.emit(row)

    def _say_several(self) -> None:
        numbers = self.table.chosen_numbers()
        self._place = numbers[0] if numbers else self._place
        had_several, self._had_several = self._had_several, self.has_several
        if had_several or self._had_several:
            self.several.emit(self.table.chosen_rows())


def _activities() -> list[Choice]:
    return [
        Choice(None, _("All")),
        Choice("active", _("Active")),
        Choice("inactive", _("Inactive")),
    ]
