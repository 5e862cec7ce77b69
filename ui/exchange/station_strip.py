"""The strip under the stations: what is known of the chosen one, and taking nothing more of it."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.exchange.stations import revoke, undo_revocation
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import StationRow
from ui.context import AppContext
from ui.exchange.words import computer_words
from ui.forms.number_editors import IntegerEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import either


class StationStrip(Translated, Surface):
    """Asks from which change on a station is refused; what came before it stays."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        self._context = context
        self._row: StationRow | None = None
        self.title = small_title()
        self.facts = note()
        self.revoke = Button(lambda: _("Revoke this card"), "prohibit")
        self.first = IntegerEditor()
        self.problem = note(tone="late")
        self.confirm = Button(lambda: _("Confirm"), "check")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._form = QWidget()
        self._label = Label(lambda: _("First change that is refused"), pixels=12, tone="muted")
        self._build()
        self._connect()
        self.retranslate()

    def show_station(self, row: StationRow | None) -> None:
        """Show one station, or what to do where none is chosen."""
        self._row = row
        self._form.hide()
        self.problem.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.first.setAccessibleName(_("First change that is refused"))
        row = self._row
        self.revoke.setVisible(row is not None and row.can_be_revoked)
        if row is None:
            self.title.setText(_("Choose a station to see what is known of it."))
            self.facts.setText("")
            return
        told = (either(row.name_ar, row.name_fr), computer_words(row))
        self.title.setText(" · ".join(filter(None, told)))
        self.facts.setText(_facts(row))

    def _ask(self) -> None:
        if self._row is not None:
            self.first.set_value(self._row.upto + 1)
            self._form.show()
            self.first.setFocus()
            self.first.selectAll()

    def _revoke(self) -> None:
        row = self._row
        if row is None:
            return
        try:
            first = self.first.value()
            number = first if isinstance(first, int) else 0

            def use_case(session: StoreSession) -> None:
                revoke(session, row.device, number)

            self._context.write(
                use_case, _("The card was revoked."), partial(self._take_back, row.device)
            )
        except (OutreachError, ValueError) as error:
            self.problem.setText(error.message if isinstance(error, OutreachError) else str(error))
            self.problem.show()
            return
        self._context.changes.happened.emit(frozenset({"station"}))

    def _take_back(self, device: UUID) -> None:
        self._context.write(
            lambda session: undo_revocation(session, device), _("The card is accepted again.")
        )
        self._context.changes.happened.emit(frozenset({"station"}))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        actions = QHBoxLayout()
        actions.addWidget(self.revoke)
        actions.addStretch(1)
        column.addLayout(actions)
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        self.first.setFixedWidth(128)
        for widget in (self._label, self.first, self.confirm, self.give_up):
            form.addWidget(widget)
        form.addStretch(1)
        column.addWidget(self._form)
        column.addWidget(self.problem)
        self._form.hide()
        self.problem.hide()

    def _connect(self) -> None:
        self.revoke.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._revoke)
        self.first.returnPressed.connect(self._revoke)
        self.give_up.clicked.connect(self._form.hide)


def _facts(row: StationRow) -> str:
    if row.status == "revoked":
        words = _("Revoked: what it numbers from {number} on is put aside until a person decides.")
        return words.format(number=isolate(str(row.revoked_from)))
    if row.is_own and row.status == "forked":
        return _("A former number of this computer: it sends nothing more under it.")
    number = isolate(str(row.upto))
    if row.is_own:
        return _("Changes written here: {number}").format(number=number)
    facts = [_("Changes that came from it: {number}").format(number=number)]
    if row.voucher is not None:
        words = _("Accepted on the word of computer {number}, which vouched for its new number")
        facts.append(words.format(number=isolate(str(row.voucher))))
    facts += [
        _("It vouched for computer {number}").format(number=isolate(str(other)))
        for other in row.vouched
    ]
    return " · ".join(facts)
