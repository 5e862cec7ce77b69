"""A card that was chosen is enrolled by the fingerprint that its sender reads aloud."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.exchange.stations.cards import Card
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.changes import Topic
from ui.context import AppContext
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
        self.typed = FingerprintEditor()
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def begin(self, card: Card) -> None:
        """Show whose card it is, and ask for its fingerprint."""
        self._card = card
        self.typed.clear()
        self.retranslate()
        self.show()
        self.typed.setFocus()

    def retranslate(self) -> None:
        self.typed.setAccessibleName(_("Fingerprint, as it was read to you"))
        self.problem.hide()
        if self._card is not None:
            words = _("Card of {office}. Call it, and type the fingerprint it reads to you.")
            self.who.setText(words.format(office=isolate(_name(self._card))))

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
        form.addLayout(row)
        form.addWidget(note(lambda: _("Seven groups of five digits.")))
        form.addWidget(self.problem)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._enrol)
        self.typed.edited.connect(self.problem.hide)
        self.typed.returnPressed.connect(self._enrol)
        self.give_up.clicked.connect(self._close)
        on_keys(self, "Esc", self._close)


def _name(card: Card) -> str:
    return either(card.name_ar, card.name_fr)
