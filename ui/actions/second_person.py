"""The inline form for the second person's approval: another account and its passphrase."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app import second_person
from outreach_app.actors import account_words
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.queries.accounts import AccountRow
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from ui.actions.inline_form import InlineForm
from ui.context import AppContext
from ui.errors import message_of
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.widgets.labels import note
from ui.widgets.line_field import LineField
from ui.widgets.progress_line import ProgressLine

Act = Callable[[SecondPerson | None], None]


class SecondPersonForm(InlineForm):
    """Hidden until `ask`; emits `confirmed` with the SecondPerson, whose right was checked."""

    confirmed = Signal(SecondPerson)

    def __init__(self, context: AppContext, right: Right) -> None:
        super().__init__(lambda: _("Confirm"), "shield-check")
        self._context = context
        self._right = right
        self._accounts: Sequence[AccountRow] = ()
        self._is_busy = False
        self._act: Act | None = None
        self.account = ChoiceEditor(self._choices)
        self.secret = LineField(
            lambda: _("Passphrase of that account"), is_required=True, is_secret=True
        )
        self.progress = ProgressLine(can_stop=False)
        self.advice = note(
            lambda: _(
                "A second person confirms this by choosing their own account and typing their "
                "passphrase here. The access log names both accounts."
            )
        )
        self.missing = note(
            lambda: _(
                "No other account can confirm this, or it has not chosen its own passphrase yet. "
                "Add one in Settings › Accounts, and let it open the register once; if that also "
                "needs two people, open the register with the recovery code first."
            ),
            tone="warn",
        )
        self._build()
        self.retranslate()

    def ask_where_set(self, act: Act) -> None:
        """Carry out an act: at once, or with the account that confirms where two are asked for."""
        if self._context.read(lambda session: second_person.waits_for_two(session, self._right)):
            self.ask_for(act)
        else:
            act(None)

    def ask_for(self, act: Act) -> None:
        """Carry out an act with the account that confirms."""
        self._act = act
        self.ask()

    def ask(self) -> None:
        """Show the accounts that may confirm, with nothing typed."""
        self._accounts = self._context.read(
            lambda session: second_person.list_seconds(session, self._right)
        )
        self.account.retranslate()
        self.account.setCurrentIndex(0)
        self.secret.line.clear()
        self.secret.say("")
        self.say_problem("")
        can_confirm = bool(self._accounts)
        for widget in (self.advice, self.account, self.secret, self.confirm):
            widget.setVisible(can_confirm)
        self.missing.setVisible(not can_confirm)
        self.show()
        (self.secret.line if can_confirm else self.leave).setFocus()

    def give(self) -> None:
        if self._is_busy or not self._accounts:
            return
        row = self._accounts[self.account.currentIndex()]
        office, passphrase = self._context.office, self.secret.line.text()
        self._is_busy = True
        self.say_problem("")
        self.progress.begin(_("Checking the passphrase"))

        def check(_progress: Progress) -> SecondPerson:
            return second_person.confirm(
                office.database, office.folder, row.uid, passphrase, self._right
            )

        self._context.tasks.start(self, check, done=self._accept, failed=self._refuse)

    def retranslate(self) -> None:
        self.account.setAccessibleName(_("Second person"))

    def _accept(self, second: SecondPerson) -> None:
        self._end()
        self.hide()
        act, self._act = self._act, None
        if act is not None:
            act(second)
        self.confirmed.emit(second)

    def _refuse(self, error: Exception) -> None:
        self._end()
        self.secret.line.selectAll()
        self.secret.line.setFocus()
        self.say_problem(message_of(error))

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()

    def _choices(self) -> list[Choice]:
        return [Choice(row.code, account_words(row.role, row.number)) for row in self._accounts]

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self.advice, self.missing, self.account, self.secret, self.progress):
            column.addWidget(widget)
        self._frame(column, self.secret.line)
