"""The choice of a partner sheet: whose, and how far back."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import NotFound
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.issuing.hand_outs import (
    SheetPeriod,
    months_back,
    prepare_partner_sheet,
    sheet_period,
)
from outreach_app.queries.partner_lists import PartnerFilter, PartnerOrder, list_partner_ids
from outreach_app.queries.partners import PartnerRow, list_partners_by_id, list_partners_by_uid
from outreach_app.rights import Right
from outreach_app.rules.dates import date_words
from outreach_app.rules.periods import Period
from outreach_app.search import index
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.summaries.document_page import Wanted
from ui.summaries.lines import line_of_partner
from ui.summaries.lines_list import LinesList
from ui.widgets.buttons import Button
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing, NarrowingLine
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
        self._only: Sequence[UUID] = ()
        self._listed: Sequence[UUID] = ()
        self.narrowing = NarrowingLine()
        self.words = SearchLine(lambda: _("Name, phone or place"))
        self.partners = LinesList()
        self.advice = note()
        self.every = Button(self._every, "files")
        self.every.offer(is_allowed=context.may(Right.ISSUE))
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
        self._show(partner, ())

    def show_only(self, partners: Sequence[UUID]) -> None:
        """List these partners alone, whether they were met or not; none of them is chosen."""
        self._show(None, partners)

    def listed(self) -> Sequence[UUID]:
        """Return all partners of the list, also those behind the last line."""
        return self._listed

    def months(self) -> int:
        """Return the number of months back; 0 for since the last sheet."""
        return int(str(self.period.value()))

    def refresh(self) -> None:
        """Reload from the store."""
        words, period, only = self.words.text(), self._met_in(), self._only
        rows = self._context.read(
            lambda store: _list_only(store, only) if only else _list_met(store, words, period)
        )
        lines, is_cut = list(map(line_of_partner, rows[:MAX_PARTNERS])), len(rows) > MAX_PARTNERS
        self.partners.show_lines(lines, self.partner)
        self._listed = [row.uid for row in rows]
        self.every.retranslate()
        self.every.setEnabled(bool(rows))
        advice = _("No partner was met in this period. Choose a longer one.")
        if words.strip():
            advice = _(
                "No partner met in this period matches. Try fewer letters or a longer period."
            )
        is_complete = bool(only) or not words.strip() or self._context.read(index.is_complete)
        limits = search_limits(len(lines), is_cut=is_cut, is_complete=is_complete)
        said = " ".join(filter(None, ("" if lines else advice, limits)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        self._say_since()

    def retranslate(self) -> None:
        self.partners.setAccessibleName(_("Partners met"))
        self.period.setAccessibleName(_("Time"))
        self.refresh()

    def _show(self, partner: UUID | None, only: Sequence[UUID]) -> None:
        self.partner, self._only = partner, only
        self.words.setVisible(not only)
        count = isolate(str(len(only)))
        words = Narrowing(only, lambda: _("Chosen partners: {count}").format(count=count))
        self.narrowing.show_narrowing(words if only else None)
        self.refresh()
        self.changed.emit()

    def _every(self) -> str:
        count = isolate(str(len(self._listed)))
        return _("Save one for each partner ({count})").format(count=count)

    def _met_in(self) -> Period:
        """Return when the listed partners were met; at any time if since the last sheet of each."""
        today, months = clock.today(), self.months()
        return months_back(today, months) if months else Period(date.min, today)

    def _sheet(self, partner: UUID) -> SheetPeriod:
        today, months = clock.today(), self.months()
        try:
            return self._context.read(lambda s: sheet_period(s, str(partner), today, months))
        except NotFound:  # deleted in the meantime: the document says so
            return SheetPeriod(months_back(today), None)

    def _say_since(self) -> None:
        """Show from which day on the sheet covers meetings, and why."""
        is_said = self.partner is not None and not self.months()
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
        column.addWidget(self.narrowing)
        column.addWidget(self.advice)
        column.addWidget(self.partners, 1)
        column.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        self.period.activated.connect(self._change_period)
        self.words.asked.connect(lambda _words: self.refresh())
        self.narrowing.lifted.connect(lambda: self._show(self.partner, ()))
        self.partners.chosen.connect(self._choose)


def _periods() -> list[Choice]:
    return [
        Choice("0", _("Since the last sheet")),
        Choice("1", _("The last month")),
        Choice("3", _("The last 3 months")),
        Choice("6", _("The last 6 months")),
        Choice("12", _("The last 12 months")),
    ]


def _list_met(session: StoreSession, words: str, period: Period) -> list[PartnerRow]:
    """Return the partners met, the last met or best found first."""
    order = None if words.strip() else PartnerOrder.MET
    wanted = PartnerFilter(words, met_in=period)
    ids = list_partner_ids(session, wanted, order, is_descending=True)
    rows = list_partners_by_id(session, ids)
    return [rows[record_id] for record_id in ids]


def _list_only(session: StoreSession, partners: Sequence[UUID]) -> list[PartnerRow]:
    """Return these partners in their order, without what was deleted in the meantime."""
    rows = list_partners_by_uid(session, partners)
    return [rows[uid] for uid in partners if uid in rows]
