"""The list of partners under its filters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

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
from outreach_app.rules.dates import add_months
from outreach_app.vocabulary import catalogue
from ui.context import AppContext
from ui.partners.columns import partner_columns
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import note
from ui.widgets.narrowing_line import NarrowingLine
from ui.widgets.page import Narrowing
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated
from ui.words import code_words

WIDTH = 360


class ListPane(Translated):
    """`chosen` carries the PartnerRow that the person went to."""

    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._order: PartnerOrder | None = None
        self._is_descending = False
        self._selected: int | None = None
        self.words = SearchLine(lambda: _("Filter by name, quarter or phone"), "", "funnel-simple")
        self.category = QComboBox()
        self.activity = QComboBox()
        self.narrowing = NarrowingLine()
        self.model = RowsModel[PartnerRow](
            partner_columns(self._first_recent_day),
            lambda ids: context.read(lambda store: list_partners_by_id(store, ids)),
        )
        self.empty = EmptyState("handshake", lambda: _("No partner"), self._advice)
        self.table = Table[PartnerRow](
            "partners", lambda: _("Partners"), self.model, self.empty, context.settings
        )
        self.count = note()
        self._build()
        self.retranslate()
        self._connect()

    def refresh(self) -> None:
        """Ask the store again, under the filters as they stand; what was selected stays so."""
        wanted, order = self._wanted(), self._order
        ids = self._context.read(
            lambda store: list_partner_ids(store, wanted, order, is_descending=self._is_descending)
        )
        self.model.show_ids(ids)
        self._mark_selected()
        self.empty.advice.retranslate()
        self.count.setText(self._count(len(ids)))

    def select(self, record: int) -> None:
        """Select a partner; filters that hide it are lifted."""
        self._selected = record
        if self.model.number_of(record) is None:
            self._lift_filters()
        self._mark_selected()

    def narrow(self, given: Narrowing) -> None:
        """Show what another page wants to see, whatever was chosen here."""
        self._choose_nothing()
        self.narrowing.show_narrowing(given)
        self.refresh()

    def step(self, rows: int) -> None:
        """Go that many partners down the list."""
        index = self.table.view.currentIndex()
        number = index.row() + rows if index.isValid() else 0
        if 0 <= number < self.model.rowCount():
            self.table.select(number)

    def retranslate(self) -> None:
        categories = [(code_words(code), code) for code in catalogue("pt")]
        _offer(self.category, _("Every category"), categories)
        _offer(self.activity, _("All"), [(_("Active"), True), (_("Inactive"), False)])
        self.category.setAccessibleName(_("Category"))
        self.activity.setAccessibleName(_("Active or inactive"))
        self.refresh()

    def _wanted(self) -> PartnerFilter:
        category: str | None = self.category.currentData()
        is_active: bool | None = self.activity.currentData()
        given = self.narrowing.wanted
        wanted = given if isinstance(given, PartnerFilter) else PartnerFilter()
        return replace(
            wanted,
            text=self.words.text(),
            category=category or wanted.category,
            is_active=wanted.is_active if is_active is None else is_active,
        )

    def _advice(self) -> str:
        if self._wanted() == PartnerFilter():
            return _("Add the first one with Ctrl+N, or import a list.")
        return _("Nothing matches the filters. Try fewer letters, or every category.")

    def _count(self, shown: int) -> str:
        words = _("Partners: {figure}").format(figure=isolate(str(shown)))
        if not shown or self._wanted() != PartnerFilter():
            return words
        since = self._first_recent_day()
        missed = self._context.read(lambda store: count_partners_not_met(store, since))
        if not missed:
            return words
        not_met = _("Not met for {months} months: {figure}").format(
            months=isolate(str(self._context.settings.rhythm_months)), figure=isolate(str(missed))
        )
        return f"{words} · {not_met}"

    def _lift_filters(self) -> None:
        self._choose_nothing()
        self.refresh()

    def _choose_nothing(self) -> None:
        self.narrowing.show_narrowing(None)
        with QSignalBlocker(self.words):
            self.words.clear()
        self.category.setCurrentIndex(0)
        self.activity.setCurrentIndex(0)

    def _mark_selected(self) -> None:
        number = None if self._selected is None else self.model.number_of(self._selected)
        if number is not None:
            with QSignalBlocker(self.table):
                self.table.select(number)

    def _first_recent_day(self) -> date:
        """The day from which on a meeting counts as recent."""
        today = clock.local(clock.now()).date()
        return add_months(today, -self._context.settings.rhythm_months)

    def _sort(self, key: str, is_descending: bool) -> None:
        self._order, self._is_descending = PartnerOrder(key), is_descending
        self.refresh()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for box in (self.category, self.activity):
            box.setFixedHeight(32)
            filters.addWidget(box, 1)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.words)
        top.addLayout(filters)
        top.addWidget(self.narrowing)
        self.count.setContentsMargins(24, 4, 8, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)

    def _connect(self) -> None:
        self.words.asked.connect(lambda _words: self.refresh())
        self.category.activated.connect(lambda _place: self.refresh())
        self.activity.activated.connect(lambda _place: self.refresh())
        self.narrowing.lifted.connect(self.refresh)
        self.model.sort_asked.connect(self._sort)
        self.table.chosen.connect(self._say_chosen)

    def _say_chosen(self, row: PartnerRow | None) -> None:
        # A list read again has no current row; what is shown beside it stays.
        if row is not None:
            self.chosen.emit(row)


def _offer(box: QComboBox, every: str, choices: Sequence[tuple[str, object]]) -> None:
    """Fill a filter again in the current language, with the choice it had."""
    chosen = max(box.currentIndex(), 0)
    box.clear()
    box.addItem(every, None)
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(chosen)
