"""The stations that files are exchanged with: own card, cards enrolled by a fingerprint heard."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.exchange.cards import SUFFIX, Card, fingerprint, read_card, write_card
from outreach_app.exchange.enrolment import enrol_card
from outreach_app.exchange.stations import own_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import StationRow, list_stations
from ui.context import AppContext
from ui.exchange.answer_strip import AnswerStrip
from ui.exchange.renewal_strip import RenewalStrip
from ui.exchange.station_strip import StationStrip
from ui.exchange.words import computer_words
from ui.forms.editors import LineEditor
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Translated
from ui.words import either, moment_words

_STATES = {
    "enrolled": ("check-circle", "ok"),
    "revoked": ("prohibit", "late"),
    "former": ("clock-counter-clockwise", "muted"),
    "forked": ("git-fork", "warn"),
}


def _state_words(row: StationRow) -> str:
    if row.is_own:
        return _("Former number") if row.status == "forked" else _("In use")
    states = {"enrolled": _("Enrolled"), "revoked": _("Revoked"), "former": _("Former number")}
    return states[row.status]


STATION_COLUMNS: tuple[Column[StationRow], ...] = (
    Column(lambda: _("Office"), lambda row: either(row.name_ar, row.name_fr)),
    Column(lambda: _("Computer"), lambda row: computer_words(row) or "—", width=160),
    Column(lambda: _("City"), lambda row: either(row.city_ar, row.city_fr), width=160),
    Column(lambda: _("Since"), lambda row: moment_words(row.enrolled_at), width=160),
    Column(
        lambda: _("State"),
        _state_words,
        icon=lambda row: Icon(*_STATES[row.status]),
        width=176,
    ),
)


class StationsPane(Translated):
    """`renewed` after this computer has a new number."""

    renewed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._card: Card | None = None
        self._rows: list[StationRow] = []
        self.fingerprint = Label(pixels=18)
        self.save = Button(lambda: _("Save my card"), "identification-card")
        self.choose = primary_button(lambda: _("Enrol a card"), "plus")
        self.refused = FlatButton(lambda: _("My files are refused"), "question")
        self.forgotten = FlatButton(lambda: _("A precinct forgot its passphrase"), "lock-simple")
        self.failure = Banner()
        self.who = small_title()
        self.typed = LineEditor()
        # Groups of digits change places in a line that runs right to left.
        self.typed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._form = QWidget()
        self.table: Table[StationRow] = Table(
            "exchange.stations",
            lambda: _("Stations"),
            RowsModel(STATION_COLUMNS, self._load),
            EmptyState("buildings", lambda: _("Nothing here"), lambda: _("Enrol a card.")),
            context.settings,
        )
        self.strip = StationStrip(context)
        self.renewal = RenewalStrip(context)
        self.answering = AnswerStrip(context)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the stations again."""
        self._rows = self._context.read(list_stations)
        self.table.model.show_ids(range(len(self._rows)))
        self.strip.show_station(None)
        self.fingerprint.setText(isolate(fingerprint(self._context.read(own_card))))

    def retranslate(self) -> None:
        self.typed.setAccessibleName(_("Fingerprint, as it was read to you"))
        self.typed.setPlaceholderText(isolate("00000 00000 00000 00000 00000 00000 00000"))
        self._show_card()
        self.refresh()

    def _load(self, ids: Sequence[int]) -> Mapping[int, StationRow]:
        return {number: self._rows[number] for number in ids}

    def _save_card(self) -> None:
        name = f"{_('card')}{SUFFIX}"
        path = self._context.files.ask_new_file(self, _("Save the card"), name, _kinds())
        if path is not None:
            self._try(lambda: self._write_card(path))

    def _write_card(self, path: Path) -> None:
        write_card(self._context.read(own_card), path)
        self._context.status(_("The card was saved: {file}").format(file=isolate(path.name)))

    def _choose_card(self) -> None:
        path = self._context.files.ask_file(self, _("Card of a station"), _kinds())
        if path is not None:
            self._try(lambda: self._begin(read_card(path)))

    def _begin(self, card: Card) -> None:
        """Show whose card it is, and ask for the fingerprint that its sender reads aloud."""
        self._card = card
        self.typed.clear()
        self._show_card()
        self.typed.setFocus()

    def _enrol(self) -> None:
        card, office = self._card, self._context.office
        if card is None:
            return
        try:
            enrol_card(office.database, office.folder, card, self.typed.text())
        except InvalidDraft as error:
            self.problem.setText(error.problems[0].message)
            self.problem.show()
            return
        except OutreachError as error:
            self.failure.show_error(error.message)
            return
        self._context.status(_("Enrolled: {office}.").format(office=isolate(_name(card))))
        self._give_up()
        self._context.changes.happened.emit(frozenset({"station"}))

    def _give_up(self) -> None:
        self._card = None
        self._show_card()

    def _show_card(self) -> None:
        self._form.setVisible(self._card is not None)
        self.problem.hide()
        if self._card is not None:
            words = _("Card of {office}. Call it, and type the fingerprint it reads to you.")
            self.who.setText(words.format(office=isolate(_name(self._card))))

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
            note(lambda: _("Give your card on a stick, and read these digits by telephone."))
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.choose, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.forgotten.setVisible(self._context.is_headquarters)
        buttons.addWidget(self.forgotten)
        buttons.addWidget(self.refused)
        own.addLayout(buttons)
        self._build_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.failure)
        column.addLayout(own)
        strips = (self._form, self.answering, self.renewal)
        for widget in (*strips, Hairline(), self.table, Hairline(), self.strip):
            column.addWidget(widget, 1 if widget is self.table else 0)

    def _build_form(self) -> None:
        ground = Surface("win")
        form = QVBoxLayout(ground)
        form.setContentsMargins(24, 12, 24, 12)
        form.setSpacing(8)
        form.addWidget(self.who)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.typed, self.confirm, self.give_up):
            row.addWidget(widget, 1 if widget is self.typed else 0)
        form.addLayout(row)
        form.addWidget(self.problem)
        around = QVBoxLayout(self._form)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ground)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save_card)
        self.choose.clicked.connect(self._choose_card)
        self.confirm.clicked.connect(self._enrol)
        self.typed.returnPressed.connect(self._enrol)
        self.give_up.clicked.connect(self._give_up)
        self.forgotten.clicked.connect(lambda: self._try(self.answering.begin))
        self.refused.clicked.connect(self.renewal.show)
        self.renewal.renewed.connect(self.renewed)
        self.table.chosen.connect(self.strip.show_station)


def _kinds() -> str:
    return f"{_('Card of a station')} (*{SUFFIX})"


def _name(card: Card) -> str:
    return either(card.name_ar, card.name_fr)
