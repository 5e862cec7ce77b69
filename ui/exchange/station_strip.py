"""The strip under the stations: details of the chosen one, and whether it is accepted."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrolled_card
from outreach_app.exchange.stations.revocation import revoke, undo_revocation
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.acceptance import dependent_devices
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rights import Right
from outreach_app.rules.statuses import StationStatus
from outreach_app.second_person import SecondPerson
from ui.actions.second_person import SecondPersonForm
from ui.changes import Topic
from ui.context import AppContext
from ui.exchange.words import computer_words
from ui.forms.number_editors import IntegerEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import numbered_words


class StationStrip(Translated, Surface):
    """One station. Revoking asks from which change on it is refused; earlier ones stay."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        self._context = context
        self._row: StationRow | None = None
        self.title = small_title()
        self.facts = note()
        self.fingerprint = Label()
        self.revoke = Button(lambda: _("Revoke this card"), "prohibit")
        self.accept = Button(lambda: _("Accept this card again"), "check-circle")
        for button in (self.revoke, self.accept):
            button.offer(is_allowed=context.may(Right.STATIONS))
        self.along = note(tone="late")
        self.first = IntegerEditor()
        self.second = SecondPersonForm(context, Right.STATIONS)
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._form = QWidget()
        self._label = Label(lambda: _("First change that is refused"), pixels=12, tone="muted")
        self._build()
        self._connect()
        self.retranslate()

    def show_station(self, row: StationRow | None) -> None:
        """Show one station, or what to do if none is chosen."""
        self._row = row
        self._form.hide()
        self.second.hide()
        self.problem.hide()
        self.retranslate()

    def take_focus(self) -> None:
        """Focus what can be done about the station."""
        for button in (self.accept, self.revoke):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.first.setAccessibleName(_("First change that is refused"))
        row = self._row
        self.revoke.setVisible(row is not None and row.can_be_revoked)
        self.accept.setVisible(row is not None and row.is_revoked)
        self.fingerprint.setVisible(row is not None and not row.is_own)
        if row is None:
            self.title.setText(_("Choose a station to see what is known about it."))
            self.facts.setText("")
            return
        self.title.setText(_station_words(row))
        self.facts.setText(_facts(row))
        card = self._context.read(lambda session: enrolled_card(session, row.device))
        words = _("Fingerprint of its card: {digits}")
        self.fingerprint.setText(words.format(digits=isolate(card_fingerprint(card))))

    def _ask(self) -> None:
        if self._row is not None:
            self._show_dependents(self._row.device)
            self.first.set_value(self._row.upto + 1)
            self._form.show()
            self.first.setFocus()
            self.first.selectAll()

    def _show_dependents(self, device: UUID) -> None:
        """Show the stations that are accepted only because this one vouches for them."""
        dependent = self._context.read(lambda session: dependent_devices(session, device))
        rows = [row for row in self._context.read(list_stations) if row.device in dependent]
        words = _(
            "Accepted only on its word, and put aside with it until their cards are enrolled: "
            "{stations}"
        )
        self.along.setText(words.format(stations=" · ".join(map(_station_words, rows))))
        self.along.setVisible(bool(rows))

    def _revoke(self) -> None:
        row = self._row
        if row is None:
            return
        try:
            first = self.first.value()
        except ValueError as error:
            self._say(str(error))
            return
        number = first if isinstance(first, int) else 0
        self.second.ask_where_set(partial(self._refuse, row.device, number))

    def _accept_again(self) -> None:
        row = self._row
        if row is not None and row.revoked_from is not None:
            self.second.ask_where_set(partial(self._take_back, row.device, row.revoked_from))

    def _refuse(self, device: UUID, first: int, second: SecondPerson | None) -> None:
        """Revoke a card; Undo can reverse it unless two people must act."""
        undo = None if second else partial(self._take_back, device, None, None)
        said = _("The card was revoked.")
        self._write(lambda session: revoke(session, device, first, second), said, undo)

    def _take_back(self, device: UUID, first: int | None, second: SecondPerson | None) -> None:
        is_undoable = first is not None and second is None
        undo = partial(self._refuse, device, first or 1, None) if is_undoable else None
        said = _("The card is accepted again.")
        self._write(lambda session: undo_revocation(session, device, second), said, undo)

    def _write(
        self,
        act: Callable[[StoreSession], object],
        said: str,
        undo: Callable[[], None] | None,
    ) -> None:
        try:
            self._context.write(act, said, undo)
        except OutreachError as error:
            self._say(error.message)
            return
        self._context.changes.tell({Topic.STATION})

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()

    def _close(self) -> None:
        self._form.hide()
        self.problem.hide()
        self.revoke.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.fingerprint)
        actions = QHBoxLayout()
        actions.addWidget(self.revoke)
        actions.addWidget(self.accept)
        actions.addStretch(1)
        column.addLayout(actions)
        form = QHBoxLayout()
        form.setSpacing(8)
        self.first.setFixedWidth(128)
        for widget in (self._label, self.first, self.confirm, self.give_up):
            form.addWidget(widget)
        form.addStretch(1)
        whole = QVBoxLayout(self._form)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.along)
        whole.addLayout(form)
        whole.addWidget(
            note(
                lambda: _(
                    "Changes before that one stay here and are counted; that one and later ones "
                    "are put aside until you decide."
                )
            )
        )
        column.addWidget(self._form)
        column.addWidget(self.second)
        column.addWidget(self.problem)
        self._form.hide()
        self.problem.hide()

    def _connect(self) -> None:
        self.revoke.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._revoke)
        self.first.returnPressed.connect(self._revoke)
        self.accept.clicked.connect(self._accept_again)
        self.give_up.clicked.connect(self._close)
        on_keys(self._form, "Esc", self._close)


def _station_words(row: StationRow) -> str:
    parts = (numbered_words(row.name, row.number), computer_words(row))
    return " · ".join(filter(None, parts))


def _facts(row: StationRow) -> str:
    if row.is_revoked:
        return _revoked_words(row)
    if row.status == StationStatus.REPLACED:
        return _("The former headquarters: another replaced it, and its files are put aside.")
    if row.status == StationStatus.UNVOUCHED:
        return _(
            "The station that vouched for it was revoked: its files are put aside until its card is"
            " enrolled, or that one is accepted again."
        )
    if row.is_own and row.status in (StationStatus.FORKED, StationStatus.FORMER):
        return _("A former number of this computer, which sends nothing under it any more.")
    number = isolate(str(row.upto))
    if row.is_own:
        return _("Changes written here: {number}").format(number=number)
    facts = [_("Changes received from it: {number}").format(number=number)]
    if row.voucher is not None:
        words = _("Accepted on the word of computer {number}, which vouched for its new number")
        facts.append(words.format(number=isolate(str(row.voucher))))
    facts += [
        _("It vouched for computer {number}").format(number=isolate(str(other)))
        for other in row.vouched
    ]
    return " · ".join(facts)


def _revoked_words(row: StationRow) -> str:
    words = _("Revoked: its changes from no. {number} on are put aside until a person decides.")
    said = [words.format(number=isolate(str(row.revoked_from)))]
    if row.put_aside:
        words = _("Files put aside: {count}. To import them, accept the card, then import them.")
        said.append(words.format(count=isolate(str(row.put_aside))))
    return " ".join(said)
