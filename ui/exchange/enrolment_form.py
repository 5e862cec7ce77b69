"""Enrol a card that was chosen: who it is here, and the fingerprint that its sender reads."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.errors import InvalidDraft, NotAllowed, OutreachError
from outreach_app.exchange.stations.cards import Card
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.standing import OFFICE_TAKEN, find_standing
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.names import Bilingual
from ui.changes import Topic
from ui.context import AppContext
from ui.exchange.words import standing_words
from ui.forms.editors import CheckEditor
from ui.forms.number_editors import DigitsEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import either

_WIDTH = 400  # of seven groups of digits


class FingerprintEditor(DigitsEditor):
    """The digits of a fingerprint, typed in groups as they are heard."""

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
        self.second = CheckEditor(
            lambda: _("I called this office at the number I know: this is a further computer of it")
        )
        self.typed = FingerprintEditor()
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def begin(self, card: Card) -> None:
        """Show who a card is here, and ask for its fingerprint where it may be enrolled."""
        self._card = card
        self.second.set_value(False)
        self.typed.clear()
        self.retranslate()
        self.show()
        self.typed.setFocus()

    def retranslate(self) -> None:
        self.typed.setAccessibleName(_("Fingerprint, as it was read to you"))
        self.problem.hide()
        if self._card is not None:
            self._show_standing(self._card)

    def _show_standing(self, card: Card) -> None:
        """Say who the card is here; what is refused is not asked the fingerprint of."""
        words, code = _("Card of {office}. Call it, and type the fingerprint it reads to you."), ""
        try:
            found = self._context.read(lambda session: find_standing(session, card))
            self.verdict.setText(standing_words(found))
        except NotAllowed as error:
            words, code = _("This card says that it is of {office}."), error.code
            self.verdict.setText(error.message)
        self.who.setText(words.format(office=isolate(_name(card))))
        self.verdict.set_tone("late" if code else "muted")
        self.second.setVisible(code == OFFICE_TAKEN)
        is_possible = not code or (code == OFFICE_TAKEN and self.second.isChecked())
        self.typed.setEnabled(is_possible)
        self.confirm.setEnabled(is_possible)

    def _enrol(self) -> None:
        card, office = self._card, self._context.office
        if card is None:
            return
        is_confirmed, digits = self.second.isChecked(), self.typed.text()
        try:
            enrol_card(office.database, office.folder, card, digits, is_confirmed=is_confirmed)
        except InvalidDraft as error:
            self.problem.setText(error.problems[0].message)
            self.problem.show()
            return
        except OutreachError as error:
            self.failed.emit(error.message)
            return
        self._context.status(_("Enrolled: {office}.").format(office=isolate(_name(card))))
        self._close()
        self._context.changes.tell({Topic.STATION})

    def _close(self) -> None:
        self._card = None
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        self.typed.setFixedWidth(_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.typed, self.confirm, self.give_up):
            row.addWidget(widget)
        row.addStretch(1)
        form = QVBoxLayout(self)
        form.setContentsMargins(24, 12, 24, 12)
        form.setSpacing(8)
        form.addWidget(self.who)
        form.addWidget(self.verdict)
        form.addWidget(self.second)
        form.addLayout(row)
        form.addWidget(note(lambda: _("Seven groups of five digits.")))
        form.addWidget(self.problem)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._enrol)
        self.second.edited.connect(self.retranslate)
        self.typed.edited.connect(self.problem.hide)
        self.typed.returnPressed.connect(self._enrol)
        self.give_up.clicked.connect(self._close)
        on_keys(self, "Esc", self._close)


def _name(card: Card) -> str:
    return either(Bilingual(card.name_ar, card.name_fr))
