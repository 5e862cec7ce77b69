"""Whose sheet is wanted, and how far back it goes."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.hand_out_issuing import USUAL_MONTHS, issue_partner_sheet, months_back
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.partner_lists import PartnerFilter, PartnerOrder, list_partner_ids
from outreach_app.queries.partners import list_partners_by_id
from outreach_app.rules.periods import Period
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.summaries.document_page import Wanted
from ui.summaries.hand_outs import wanted_hand_out
from ui.summaries.lines import Line, line_of_partner
from ui.summaries.lines_list import LinesList
from ui.widgets.labels import note
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated

MOST_PARTNERS = 200


class PartnerPanel(Translated):
    """Lists the partners met in the period; `changed` says that another sheet is wanted."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.partner: UUID | None = None
        self.period = ChoiceEditor(_periods)
        self.period.set_value(str(USUAL_MONTHS))
        self.words = SearchLine(lambda: _("Name, phone or place"))
        self.partners = LinesList()
        self.advice = note()
        self._build()
        self._connect()
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """The sheet of the partner that is chosen; None where none is."""
        partner, period = self.partner, self._period()
        if partner is None:
            return None
        database = self._context.office.database
        return wanted_hand_out(
            (partner, period),
            languages,
            lambda: issue_partner_sheet(database, str(partner), period),
        )

    def choose(self, partner: UUID) -> None:
        """Want the sheet of that partner."""
        self.partner = partner
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Ask the store again."""
        words, period = self.words.text(), self._period()
        lines = self._context.read(lambda store: _list_met(store, words, period))
        self.partners.show_lines(lines, self.partner)
        advice = _("No partner was met in this time. Choose a longer one.")
        if words.strip():
            advice = _("No partner met in this time matches. Try fewer letters or a longer time.")
        self.advice.setText(advice)
        self.advice.setVisible(not lines)

    def retranslate(self) -> None:
        self.partners.setAccessibleName(_("Partners met"))
        self.period.setAccessibleName(_("Time"))
        self.refresh()

    def _period(self) -> Period:
        today = clock.local(clock.now()).date()
        return months_back(today, int(str(self.period.value())))

    def _choose(self, partner: UUID) -> None:
        if partner != self.partner:
            self.partner = partner
            self.changed.emit()

    def _change_period(self) -> None:
        self.refresh()
        self.changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(note(lambda: _("Time")))
        column.addWidget(self.period)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Partner")))
        column.addWidget(self.words)
        column.addWidget(self.advice)
        column.addWidget(self.partners, 1)

    def _connect(self) -> None:
        self.period.activated.connect(self._change_period)
        self.words.asked.connect(lambda _words: self.refresh())
        self.partners.chosen.connect(self._choose)


def _periods() -> list[Choice]:
    return [
        Choice("1", _("The last month")),
        Choice("3", _("The last 3 months")),
        Choice("6", _("The last 6 months")),
        Choice("12", _("The last 12 months")),
    ]


def _list_met(session: StoreSession, words: str, period: Period) -> list[Line]:
    """The partners met in the period, the last met first, or the best found."""
    order = None if words.strip() else PartnerOrder.MET
    wanted = PartnerFilter(words, met_in=period)
    ids = list_partner_ids(session, wanted, order, is_descending=True)[:MOST_PARTNERS]
    rows = list_partners_by_id(session, ids)
    return [line_of_partner(rows[record_id]) for record_id in ids]
