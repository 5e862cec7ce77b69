"""The stations that files are exchanged with: the own card, and the enrolled ones."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.clock import moment_words
from outreach_app.errors import OutreachError
from outreach_app.exchange.stations.cards import SUFFIX, card_fingerprint, read_card
from outreach_app.exchange.stations.enrolment import give_card
from outreach_app.exchange.stations.registry import own_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rights import Right
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import StationStatus
from ui.context import AppContext
from ui.exchange.answer_strip import AnswerStrip
from ui.exchange.enrolment_form import EnrolmentForm
from ui.exchange.pane import Pane
from ui.exchange.renewal_strip import RenewalStrip, new_keys, refused_elsewhere
from ui.exchange.station_strip import StationStrip
from ui.exchange.words import computer_words
from ui.files import file_kind
from ui.table_export import logged_copies
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import in_a_row
from ui.widgets.labels import Label, note, small_title
from ui.widgets.menus import open_menu_of
from ui.widgets.search_line import SearchLine
from ui.widgets.surfaces import Hairline
from ui.words import either, numbered_words

_STATES: dict[str, tuple[str, str]] = {
    StationStatus.ENROLLED: ("check-circle", "ok"),
    StationStatus.REVOKED: ("prohibit", "late"),
    StationStatus.UNVOUCHED: ("prohibit", "late"),
    StationStatus.REPLACED: ("prohibit", "muted"),
    StationStatus.FORMER: ("clock-counter-clockwise", "muted"),
    StationStatus.FORKED: ("git-fork", "warn"),
}


def _state_words(row: StationRow) -> str:
    if row.is_own:
        is_former = row.status in (StationStatus.FORKED, StationStatus.FORMER)
        return _("Former number") if is_former else _("In use")
    states: dict[str, str] = {
        StationStatus.ENROLLED: _("Enrolled"),
        StationStatus.REVOKED: _("Revoked"),
        StationStatus.UNVOUCHED: _("Nobody vouches for it"),
        StationStatus.REPLACED: _("Replaced"),
        StationStatus.FORMER: _("Former number"),
    }
    return states[row.status]


STATION_COLUMNS: tuple[Column[StationRow], ...] = (
    Column(
        lambda: _("Office"),
        lambda row: numbered_words(row.name, row.number),
        least=176,
        sort_key="office",
    ),
    Column(
        lambda: _("Computer"),
        lambda row: computer_words(row) or "—",
        width=160,
        sort_key="computer",
    ),
    Column(lambda: _("City"), lambda row: either(row.city), width=160, sort_key="city"),
    Column(
        lambda: _("Since"),
        lambda row: moment_words(row.enrolled_at),
        width=160,
        sort_key="since",
        by=lambda row: row.enrolled_at,
    ),
    Column(
        lambda: _("State"),
        _state_words,
        icon=lambda row: Icon(*_STATES[row.status]),
        width=176,
        sort_key="state",
    ),
)


_MANY = 10  # that can be read at a glance
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]')  # of files, on any system
_FILTER_WIDTH = 320


class StationsPane(Pane):
    """The stations and their cards. Emits `renewed` after this computer got a new device id."""

    renewed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._rows: list[StationRow] = []
        self.fingerprint = Label(pixels=18)
        self.save = Button(lambda: _("Save my card"), "identification-card")
        self.choose = primary_button(lambda: _("Enrol a card"), "plus")
        self.refused = FlatButton(lambda: _("My files are refused"), "question")
        self.forgotten = FlatButton(lambda: _("A precinct forgot its passphrase"), "lock-simple")
        self.rotate = FlatButton(lambda: _("New keys"), "arrow-counter-clockwise")
        for button in (self.choose, self.refused, self.rotate):
            button.offer(is_allowed=context.may(Right.STATIONS))
        self.forgotten.offer(
            is_allowed=context.is_headquarters and context.may(Right.ANSWER_RECOVERY)
        )
        self.failure = Banner()
        self.form = EnrolmentForm(context)
        self.filter = SearchLine(lambda: _("Filter by name, number or city"))
        self._filters = QWidget()
        self.table: Table[StationRow] = Table(
            "exchange.stations",
            lambda: _("Stations"),
            RowsModel(STATION_COLUMNS),
            EmptyState(
                "buildings",
                lambda: _("No station matches"),
                lambda: _("Search for a name, a number or a city."),
            ),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.strip = StationStrip(context)
        self.renewal = RenewalStrip(context, refused_elsewhere())
        self.rotation = RenewalStrip(context, new_keys())
        self.answering = AnswerStrip(context)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the stations again."""
        super().refresh()
        self._rows = self._context.read(list_stations)
        self._filters.setVisible(len(self._rows) > _MANY)
        self.fingerprint.setText(isolate(card_fingerprint(self._context.read(own_card))))
        self._narrow()

    def retranslate(self) -> None:
        self.follow_changes()

    def ask_card(self) -> None:
        """Ask for the file of a card, to enrol it."""
        if not self.choose.isEnabled():
            return
        path = self._context.files.ask_file(self, _("Card of a station"), _kinds())
        if path is not None:
            self._try(lambda: self.form.begin(read_card(path)))

    def _narrow(self) -> None:
        """Show the matching stations; the chosen one stays chosen."""
        chosen = self.table.row
        words = fold_words(self.filter.text()).split() if self.filter.isVisibleTo(self) else ()
        shown = [row for row in self._rows if all(word in _searched(row) for word in words)]
        self.table.model.show_rows(shown)
        self.strip.show_station(None)
        if chosen is not None and any(row.device == chosen.device for row in shown):
            select_row(self.table, lambda row: row.device == chosen.device)

    def _save_card(self) -> None:
        card, kind = self._context.read(own_card), _("card")
        # Named by its office: on a stick lie the cards of several.
        office = _NOT_IN_NAMES.sub("-", either(Bilingual(card.name_ar, card.name_fr)))
        name = f"{kind} - {office}{SUFFIX}"
        path = self._context.files.ask_new_file(self, _("Save the card"), name, _kinds())
        if path is not None:
            self._try(lambda: self._write_card(path))

    def _write_card(self, path: Path) -> None:
        give_card(self._context.office.database, path)
        self._context.notice(_("The card was saved: {file}").format(file=isolate_file(path.name)))

    def _try(self, action: Callable[[], None]) -> None:
        self.failure.hide()
        try:
            action()
        except OutreachError as error:
            self.failure.show_error(error.message)

    def _build(self) -> None:
        own = QVBoxLayout()
        own.setContentsMargins(24, 16, 24, 8)
        own.setSpacing(8)
        own.addWidget(small_title(lambda: _("This computer's fingerprint")))
        own.addWidget(self.fingerprint)
        own.addWidget(
            note(
                lambda: _(
                    "Give your card on a USB stick, and read these digits by telephone, from left"
                    " to right."
                )
            )
        )
        rare = (self.forgotten, self.rotate, self.refused)
        own.addWidget(in_a_row(self.choose, self.save, *rare))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(own)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(24, 8, 24, 8)
        self.filter.setFixedWidth(_FILTER_WIDTH)
        filters.addWidget(self.filter)
        filters.addStretch(1)
        strips = (self.form, self.answering, self.renewal, self.rotation)
        for widget in (*strips, Hairline(), self._filters, self.table, Hairline(), self.strip):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addWidget(self.failure)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save_card)
        self.choose.clicked.connect(self.ask_card)
        self.form.closed.connect(self.choose.setFocus)
        self.form.failed.connect(self.failure.show_error)
        self.filter.asked.connect(self._narrow)
        self.forgotten.clicked.connect(lambda: self._try(self.answering.begin))
        for button, strip in ((self.refused, self.renewal), (self.rotate, self.rotation)):
            button.clicked.connect(strip.ask)
            strip.given_up.connect(button.setFocus)
            strip.renewed.connect(self.renewed)
        self.table.chosen.connect(self.strip.show_station)
        self.table.opened.connect(lambda _row: self.strip.take_focus())
        ways = (self.strip.accept, self.strip.revoke)
        self.table.menu_asked.connect(partial(open_menu_of, ways, self.table))


def _kinds() -> str:
    return file_kind(_("Card of a station"), SUFFIX)


def _searched(row: StationRow) -> str:
    names = (row.name.ar, row.name.fr, row.number, row.city.ar, row.city.fr)
    return fold_words(" ".join(filter(None, names)))
