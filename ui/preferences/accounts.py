"""The accounts of the register, by role and never by name."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app import accounts
from outreach_app.accounts import FirstPassphrase
from outreach_app.actors import account_words
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.queries.accounts import AccountRow
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from ui.actions.second_person import SecondPersonForm
from ui.changes import Topic
from ui.context import AppContext
from ui.errors import message_of
from ui.forms.choice_editor import capitalised
from ui.preferences.account_columns import ACCOUNT_COLUMNS
from ui.preferences.first_passphrases import FirstPassphrases, lost_words
from ui.preferences.left_work import left_words, removed_words
from ui.preferences.role_choice import RoleChoice
from ui.table_export import logged_copies
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.asking_strip import AskingStrip
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import in_a_row
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import note, section_title
from ui.widgets.layouts import row_of
from ui.widgets.menus import open_menu_of
from ui.widgets.page_header import MARGIN
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Translated

T = TypeVar("T")


class AccountsScreen(Translated):
    """Adds, changes and removes accounts; a first passphrase is shown once, here."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "accounts")
        self._context = context
        self._is_busy = False
        self.table: Table[AccountRow] = Table(
            "accounts",
            lambda: _("Accounts"),
            RowsModel(ACCOUNT_COLUMNS),
            EmptyState("identification-card", lambda: _("Accounts"), lambda: ""),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.failure = Banner()
        self.passphrases = FirstPassphrases()
        self.told = note(tone="warn")
        self.lost = note(lost_words, tone="warn")
        self.progress = ProgressLine(can_stop=False)
        self.second = SecondPersonForm(context, Right.ACCOUNTS)
        self.role = RoleChoice(lambda: _("Role of the new account"), context)
        self.new_role = RoleChoice(lambda: _("Another role"), context)
        self.add = primary_button(lambda: _("Add an account"), "plus")
        self.change = FlatButton(self._change_words, "pencil-simple")
        self.reset = Button(lambda: _("Give a new passphrase"), "lock-simple")
        self.unblock = FlatButton(lambda: _("Unblock"), "check-circle")
        self.remove = FlatButton(lambda: _("Remove the account"), "trash")
        self.own = note(
            lambda: _("This account is in use. Its passphrase is changed in Settings, “Security”.")
        )
        self.asking: AskingStrip[AccountRow] = AskingStrip(
            lambda: _("Remove the account for good"), "trash"
        )
        self.back = Button(lambda: _("Back"))
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """List the accounts, with no message shown."""
        self.failure.hide()
        self.second.hide()
        self.asking.hide()
        self.passphrases.clear()
        self.told.setText("")
        self.refresh()
        self.table.take_focus()

    def refresh(self) -> None:
        """Read the accounts again; the one that is chosen stays chosen."""
        chosen = self.table.row
        folder = self._context.office.folder
        rows = self._context.read(lambda session: accounts.list_with_blocks(session, folder))
        self.table.model.show_rows(rows)
        self._choose(chosen.uid if chosen else None)
        self._show_ways()

    def retranslate(self) -> None:
        self.told.setText("")
        self.refresh()

    def _choose(self, uid: UUID | None) -> None:
        select_row(self.table, lambda row: row.uid == uid)

    def _add(self) -> None:
        office, role = self._context.office, self.role.role
        if role is None:
            self.failure.show_error(_("Choose the role of the new account first."))
            self.role.setFocus()
            return
        self._start_confirmed(
            _("Adding the account"),
            lambda by: accounts.add_account(office.database, office.folder, role, confirmed_by=by),
            self._show_passphrase,
        )

    def _reset(self, row: AccountRow) -> None:
        office = self._context.office
        self._start_confirmed(
            _("Changing the passphrase"),
            lambda by: accounts.reset_passphrase(
                office.database, office.folder, row.uid, confirmed_by=by
            ),
            self._show_passphrase,
        )

    def _change(self, row: AccountRow) -> None:
        office, role = self._context.office, self.new_role.role
        if role is None:
            return

        def tell(changed: AccountRow) -> None:
            self.passphrases.rename(changed)
            self.told.setText(_("The role was changed."))

        self._start_confirmed(
            _("Changing the role"),
            lambda by: accounts.change_role(
                office.database, office.folder, row.uid, role, confirmed_by=by
            ),
            tell,
        )

    def _unblock(self, row: AccountRow) -> None:
        office = self._context.office
        self._start(
            _("Unblocking the account"),
            lambda: accounts.unblock_account(office.database, office.folder, row.uid),
            lambda _freed: self.told.setText(_("The account may try again.")),
        )

    def _ask_to_remove(self, row: AccountRow) -> None:
        self.failure.hide()
        self.told.setText("")
        words = _(
            "It no longer opens the register, which gets a new key. This cannot be undone; a "
            "person who comes back needs a new account."
        )
        left = self._context.read(lambda session: left_words(session, row))
        words = f"{words} {left}".strip()
        self.asking.ask(row, capitalised(account_words(row.role, row.number)), words)

    def _remove(self, row: AccountRow) -> None:
        office = self._context.office

        def tell(left: int) -> None:
            self.passphrases.drop(row.uid)
            self.told.setText(removed_words(left))

        self._start_confirmed(
            _("Giving the register a new key"),
            lambda by: accounts.remove_account(
                office.database, office.folder, row.uid, confirmed_by=by
            ),
            tell,
        )

    def _show_passphrase(self, first: FirstPassphrase) -> None:
        self.role.set_value(None)  # the next account is asked for too
        self._choose(first.account.uid)
        self.passphrases.add(first)
        self._show_ways()

    def _start_confirmed(
        self, what: str, work: Callable[[SecondPerson | None], T], done: Callable[[T], None]
    ) -> None:
        """Start what waits for a second person, where the office has set that two act."""
        if not self._is_busy:
            self.failure.hide()
            self.told.setText("")
            self.second.ask_where_set(lambda by: self._start(what, partial(work, by), done))

    def _start(self, what: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self.failure.hide()
        self.told.setText("")
        self.progress.begin(what)

        def run(_progress: Progress) -> T:
            return work()

        def end(result: T) -> None:
            self._end()
            done(result)

        self._context.tasks.start(self, run, done=end, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failure.show_error(message_of(error))

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self.refresh()
        self._context.changes.tell(
            {Topic.OFFICE, Topic.DRAFT}
        )  # the rail names the account beside others

    def _show_ways(self) -> None:
        row = self.table.row
        self.asking.keep_to(row)
        self.unblock.setVisible(row is not None and row.is_blocked)
        is_own = row is not None and row.uid == self._context.office.database.account
        self.own.setVisible(is_own)
        for button in (self.reset, self.remove):
            button.setVisible(not is_own)
        self.lost.setVisible(self.passphrases.may_have_lost(row))
        has_role = row is not None and self.new_role.role in (None, row.role)
        self.new_role.setVisible(not is_own)
        self.change.setVisible(not is_own and not has_role)

    def _with_row(self, do: Callable[[AccountRow], None]) -> None:
        if self.table.row is not None:
            do(self.table.row)

    def _change_words(self) -> str:
        return _("Give the role: {role}").format(role=self.new_role.currentText())

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        for button, do in (
            (self.change, self._change),
            (self.reset, self._reset),
            (self.unblock, self._unblock),
            (self.remove, self._ask_to_remove),
        ):
            button.clicked.connect(partial(self._with_row, do))
        self.role.currentIndexChanged.connect(lambda _place: self.failure.hide())
        for follow in (self.change.retranslate, self._show_ways):
            self.new_role.currentIndexChanged.connect(lambda _place, follow=follow: follow())
        self.asking.confirmed.connect(self._remove)
        self.asking.given_up.connect(self.table.take_focus)
        self.back.clicked.connect(self.closed)
        self.table.chosen.connect(lambda _row: self.new_role.set_value(None))
        self.table.chosen.connect(lambda _row: self._show_ways())
        ways = (self.change, self.reset, self.unblock, self.remove)
        self.table.menu_asked.connect(partial(open_menu_of, ways, self.table))

    def _build(self) -> None:
        head = row_of(section_title(lambda: _("Accounts")))
        for asked in (self.role, self.add, self.back):
            head.addWidget(asked)
        hands = QWidget()
        under = QVBoxLayout(hands)
        under.setContentsMargins(24, 0, 24, 8)
        under.addWidget(self.own)
        under.addWidget(in_a_row(self.reset, self.new_role, self.change, self.unblock, self.remove))
        under.addWidget(self.new_role.may)
        self.table.room.show_under(hands)
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.role.may)
        column.addWidget(
            note(
                lambda: _(
                    "An account is a role, not a name. Who uses it is written on the paper that "
                    "the person in charge keeps, and is in no file that leaves this computer."
                )
            )
        )
        column.addWidget(self.table, 1)
        said = (self.told, self.lost, self.passphrases, self.asking)
        for widget in (*said, self.progress, self.failure, self.second):
            column.addWidget(widget)
