"""Enrolment of a chosen card: what it is known as here, and the fingerprint its sender reads."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import InvalidDraft, NotAllowed, OutreachError, Problem
from outreach_app.exchange.stations.cards import Card
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.replacing import replace_headquarters
from outreach_app.exchange.stations.standing import (
    ANOTHER_OFFICE,
    OFFICE_TAKEN,
    OTHER_HEADQUARTERS,
    Standing,
    find_standing,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import list_stations
from outreach_app.rights import Right
from outreach_app.rules.names import Bilingual
from outreach_app.second_person import SecondPerson
from ui.actions.second_person import SecondPersonForm
from ui.changes import Topic
from ui.context import AppContext
from ui.exchange.recovery_code import RecoveryCode
from ui.exchange.words import office_names, standing_words
from ui.forms.editors import CheckEditor
from ui.forms.number_editors import DigitsEditor
from ui.forms.record_choice import RecordChoice
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import either

_WIDTH = 400  # of seven groups of digits
# What a person can confirm by naming the office of the card.
_ANSWERED = (OFFICE_TAKEN, ANOTHER_OFFICE)


class FingerprintEditor(DigitsEditor):
    """The digits of a fingerprint, typed in groups."""

    def parse(self, line: str) -> object:
        return line

    def show_value(self, value: object) -> str:
        return str(value)


class EnrolmentForm(Translated, Surface):
    """Enrols a card, hidden until one is chosen. Emits `closed`, or `failed` with the reason."""

    closed = Signal()
    failed = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        self._context = context
        self._card: Card | None = None
        self.who = small_title()
        self.verdict = note()
        self.office = RecordChoice(self._registered, lambda: _("A new office"))
        self._whose = QWidget()
        self.replaces = CheckEditor(
            lambda: _("I called headquarters at the number I know: it has a new register")
        )
        self.code = RecoveryCode()
        self.typed = FingerprintEditor()
        self.second = SecondPersonForm(context, Right.STATIONS)
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def begin(self, card: Card) -> None:
        """Show what a card is known as here, and ask for its fingerprint if it may be enrolled."""
        self._card = card
        self.office.refresh()
        self.office.set_value(None)
        self.replaces.set_value(False)
        self.code.clear()
        self.typed.clear()
        self.retranslate()
        self.show()
        self.typed.setFocus()

    def retranslate(self) -> None:
        self.office.setAccessibleName(_("Whose card it is, according to its sender"))
        self.typed.setAccessibleName(_("Fingerprint, as it was read to you"))
        self.problem.hide()
        if self._card is not None:
            self._show_standing(self._card)

    def _show_standing(self, card: Card) -> None:
        """Show what the card is known as here; ask for no fingerprint if it is refused."""
        found, code = None, ""
        try:
            found = self._context.read(self._standing_query(card))
            self.verdict.setText(standing_words(found))
        except NotAllowed as error:
            code = error.code
            self.verdict.setText(error.message)
        words = _("This card says that it belongs to {office}.")
        if found is not None:
            words = _("Card of {office}. Call it, and type the fingerprint it reads to you.")
        self.who.setText(words.format(office=isolate(_name(card))))
        self.verdict.set_tone("late" if code else "muted")
        self._whose.setVisible(code in _ANSWERED or (found is not None and not found.is_certified))
        self.replaces.setVisible(code == OTHER_HEADQUARTERS or self.replaces.isChecked())
        self.code.setVisible(self.replaces.isChecked())
        self.typed.setEnabled(found is not None)
        self.confirm.setEnabled(found is not None)

    def _standing_query(self, card: Card) -> Callable[[StoreSession], Standing]:
        chosen, is_replacing = self.office.chosen, self.replaces.isChecked()
        return lambda session: find_standing(
            session, card, second_of=chosen, is_replacing=is_replacing
        )

    def _registered(self) -> dict[UUID, Bilingual]:
        """Return the offices that a card can belong to, by their names here."""
        rows = self._context.read(list_stations)
        own = next(row.office for row in rows if row.is_own)
        offices = {row.office: row for row in rows if row.office != own}
        return {uid: Bilingual(*office_names(row)) for uid, row in offices.items()}

    def _enrol(self) -> None:
        if self._card is not None and self.confirm.isEnabled():
            self.problem.hide()
            self.second.ask_where_set(self._enrol_confirmed)

    def _enrol_confirmed(self, second: SecondPerson | None) -> None:
        if self._card is None:
            return
        try:
            self._take(self._card, self.typed.text(), second)
        except InvalidDraft as error:
            self.problem.setText(error.problems[0].message)
            self.problem.show()
            return
        except OutreachError as error:
            self.failed.emit(error.message)
            return
        self._context.status(_("Enrolled: {office}.").format(office=isolate(_name(self._card))))
        self._close()
        self._context.changes.tell({Topic.STATION})

    def _take(self, card: Card, digits: str, second: SecondPerson | None) -> None:
        office = self._context.office
        if self.replaces.isChecked():
            code = self.code.typed.text()
            replace_headquarters(office.database, office.folder, card, digits, code, second)
            return
        try:
            chosen = self.office.value()
        except ValueError as error:
            problem = Problem("second_of", "unreadable", str(error))
            raise InvalidDraft(problem.message, [problem]) from error
        place = office.database, office.folder
        enrol_card(*place, card, digits, second_of=chosen, confirmed_by=second)

    def _close(self) -> None:
        self._card = None
        self.second.hide()
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        self.typed.setFixedWidth(_WIDTH)
        whose = QHBoxLayout(self._whose)
        whose.setContentsMargins(0, 0, 0, 0)
        whose.setSpacing(8)
        whose.addWidget(
            Label(lambda: _("According to its sender, it belongs to"), pixels=12, tone="muted")
        )
        whose.addWidget(self.office)
        whose.addStretch(1)
        self.office.setMinimumWidth(_WIDTH)
        form = QVBoxLayout(self)
        form.setContentsMargins(24, 12, 24, 12)
        form.setSpacing(8)
        for part in (self.who, self._whose, self.verdict, self.replaces, self.code):
            form.addWidget(part)
        form.addWidget(note(lambda: _("Fingerprint, as it was read to you: seven groups of five.")))
        form.addLayout(row_of(self.typed, self.confirm, self.give_up))
        form.addWidget(self.second)
        form.addWidget(self.problem)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._enrol)
        for editor in (self.office, self.replaces):
            editor.edited.connect(self.retranslate)
        for line in (self.typed, self.code.typed):
            line.edited.connect(self.problem.hide)
            line.returnPressed.connect(self._enrol)
        self.give_up.clicked.connect(self._close)
        on_keys(self, "Esc", self._close)


def _name(card: Card) -> str:
    return either(Bilingual(card.name_ar, card.name_fr))
