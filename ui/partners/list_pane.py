"""The list of partners under its filters."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.vocabulary import catalogue
from ui.context import AppContext
from ui.partners.columns import PARTNER_COLUMNS
from ui.partners.names import code_name
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import note
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated

WIDTH = 360


class ListPane(Translated):
    """`chosen` carries the PartnerRow that the person went to."""

    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.words = SearchLine(lambda: _("Filter by name, quarter or phone"), "", "funnel-simple")
        self.category = QComboBox()
        self.activity = QComboBox()
        self.model = RowsModel[PartnerRow](
            PARTNER_COLUMNS,
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
        """Ask the store again, under the filters as they stand."""
        wanted = self._wanted()
        ids = self._context.read(lambda store: list_partner_ids(store, wanted))
        self.model.show_ids(ids)
        self.empty.advice.retranslate()
        self.count.setText(_("Partners: {figure}").format(figure=isolate(str(len(ids)))))

    def retranslate(self) -> None:
        categories = [(code_name(code), code) for code in catalogue("pt")]
        _offer(self.category, _("Every category"), categories)
        _offer(self.activity, _("All"), [(_("Active"), True), (_("Inactive"), False)])
        self.category.setAccessibleName(_("Category"))
        self.activity.setAccessibleName(_("Active or inactive"))
        self.refresh()

    def _wanted(self) -> PartnerFilter:
        category: str | None = self.category.currentData()
        is_active: bool | None = self.activity.currentData()
        return PartnerFilter(self.words.text(), category, is_active)

    def _advice(self) -> str:
        if self._wanted() == PartnerFilter():
            return _("Add the first one with Ctrl+N, or import a list.")
        return _("Nothing matches the filters. Try fewer letters, or every category.")

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
