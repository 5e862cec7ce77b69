"""The choice of a partner sheet: whose, and how far back."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.hand_outs import (
    USUAL_MONTHS,
    SheetPeriod,
    months_back,
    prepare_partner_sheet,
    since_last_sheet,
)
from outreach_app.queries.partner_lists import PartnerFilter, PartnerOrder, list_partner_ids
from outreach_app.queries.partners import list_partners_by_id
from outreach_app.rules.dates import date_words
from outreach_app.rules.periods import Period
from outreach_app.search import index
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.summaries.document_page import Wanted
from ui.summaries.lines import SubjectLine, line_of_partner
from ui.summaries.lines_list import LinesList
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated
from ui.words import search_limits

MAX_PARTNERS = 200


class PartnerPanel(Translated):
    """Lists the partners met in the period; emits `changed` when another sheet is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.partner: UUID | None = None
        self.period = ChoiceEditor(_periods)
        self.since = note()
        self.words = SearchLine(lambda: _("Name, phone or place"))
        self.partners = LinesList()
        self.advice = note()
        self._build()
        self._connect()
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the sheet of the chosen partner; None if there is none."""
        partner = self.partner
        if partner is None:
            return None
        period = self._sheet(partner).period
        database = self._context.office.database
        prepare = partial(prepare_partner_sheet, database, str(partner), period)
        return Wanted((partner, period), languages, prepare)

    def choose(self, partner: UUID) -> None:
        """Choose the sheet of that partner."""
        self.partner = partner
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Reload from the store."""
        words, period = self.words.text(), self._met_in()
        lines, is_cut = self._context.read(lambda store: _list_met(store, words, period))
        self.partners.show_lines(lines, self.partner)
        advice = _("No partner was met in this period. Choose a longer one.")
        if words.strip():
            advice = _(
                "No partner met in this period matches. Try fewer letters or a longer period."
            )
        is_complete = not words.strip() or self._context.read(index.is_complete)
        limits = search_limits(len(lines), is_cut=is_cut, is_complete=is_complete)
        said = " ".join(filter(None, ("" if lines else advice, limits)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        self._say_since()

    def retranslate(self) -> None:
        self.partners.setAccessibleName(_("Partners met"))
        self.period.setAccessibleName(_("Time"))
        self.refresh()

    def _months(self) -> int:
        """Return the number of months back; 0 for since the last sheet."""
        return int(str(self.period.value()))

    def _met_in(self) -> Period:
        """Return when the listed partners were met; at any time if since the last sheet of each."""
        today, months = clock.today(), self._months()
        return months_back(today, months) if months else Period(date.min, today)

    def _sheet(self, partner: UUID) -> SheetPeriod:
        today, months = clock.today(), self._months()
        if not months:
            try:
                return self._context.read(lambda s: since_last_sheet(s, str(partner), today))
            except NotFound:  # deleted in the meantime: the document says so
                months = USUAL_MONTHS
        return SheetPeriod(months_back(today, months), None)

    def _say_since(self) -> None:
        """Show from which day on the sheet covers meetings, and why."""
        is_said = self.partner is not None and not self._months()
        self.since.setVisible(is_said)
        if self.partner is None or not is_said:
            return
        sheet = self._sheet(self.partner)
        words = _("From {first}: no sheet was issued for this partner before.")
        given = ""
        if sheet.reaches_back:
            words = _("From {first}: the session of that day is on no sheet yet.")
        elif sheet.given_on is not None:
            words = _("From {first}: what came before is on the sheet of {given}.")
            given = date_words(sheet.given_on)
        self.since.setText(words.format(first=date_words(sheet.period.first), given=given))

    def _choose(self, partner: UUID) -> None:
        if partner != self.partner:
            self.partner = partner
            self._say_since()
            self.changed.emit()

    def _change_period(self) -> None:
        self.refresh()
        self.changed.emit()

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Time")))
        column.addWidget(self.period)
        column.addWidget(self.since)
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
        Choice("0", _("Since the last sheet")),
        Choice("1", _("The last month")),
        Choice("3", _("The last 3 months")),
        Choice("6", _("The last 6 months")),
        Choice("12", _("The last 12 months")),
    ]


def _list_met(session: StoreSession, words: str, period: Period) -> tuple[list[SubjectLine], bool]:
    """Return the partners met, the last met or best found first, and whether there are more."""
    order = None if words.strip() else PartnerOrder.MET
    wanted = PartnerFilter(words, met_in=period)
    ids = list_partner_ids(session, wanted, order, is_descending=True)
    shown = ids[:MAX_PARTNERS]
    rows = list_partners_by_id(session, shown)
    return [line_of_partner(rows[record_id]) for record_id in shown], len(ids) > MAX_PARTNERS
