"""The screen that creates a new recovery code and checks that it was written down."""

from PySide6.QtWidgets import QWidget

from outreach_app import recovery_codes
from outreach_app.i18n import gettext as _
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right
from outreach_app.rules.names import shown_name
from outreach_app.second_person import SecondPerson
from ui.actions.second_person import SecondPersonForm
from ui.context import AppContext
from ui.preferences.screen import SecretScreen
from ui.vault.recovery_code import AskForPrinter, RecoveryCode
from ui.widgets.buttons import primary_button


class NewCode(SecretScreen):
    """First the secret, then the code, which is in force from the moment it is shown."""

    def __init__(self, context: AppContext, ask: AskForPrinter) -> None:
        super().__init__(
            context,
            lambda: _("New recovery code"),
            lambda: _(
                "It opens the register if the passphrase is lost. The former code stops working."
            ),
        )
        self.code = RecoveryCode(ask)
        self.make = primary_button(lambda: _("Make a new code"), "arrow-counter-clockwise")
        self.confirm = primary_button(lambda: _("The code is on paper"), "check")
        self.make.clicked.connect(self.go_on)
        self.confirm.clicked.connect(self.go_on)
        self.second = SecondPersonForm(context, Right.ACCOUNTS)
        self._lay_out(
            self.secret, self.second, self.code, buttons=(self.make, self.confirm, self.back)
        )
        self._show(is_made=False)
        self.retranslate()

    def begin(self) -> None:
        self.second.hide()
        self._show(is_made=False)
        super().begin()

    def go_on(self) -> None:
        database, folder = self._context.office.database, self._context.office.folder
        if self.code.isHidden():
            self._ask_or_make()
        elif self.code.check():
            recovery_codes.confirm_recovery_code(database, folder)
            self.begin()
            self._context.status(_("The new recovery code is in force."))
            self.closed.emit()

    def _ask_or_make(self) -> None:
        if self._context.read(recovery_codes.waits_for_second):
            self.second.ask_for(self._make)
        else:
            self._make(None)

    def _make(self, second: SecondPerson | None) -> None:
        office = self._context.office
        self._with_secret(
            _("Making a new code"),
            lambda: recovery_codes.renew_recovery_code(
                office.database, office.folder, confirmed_by=second
            ),
            self._show_code,
        )

    def _show_code(self, code: str) -> None:
        with self._context.office.database.read() as session:
            name = shown_name(get_own_office(session))
        self.secret.line.clear()
        self.code.show_code(code, name)
        self._show(is_made=True)
        self.code.print.setFocus()

    def _show(self, *, is_made: bool) -> None:
        before: tuple[QWidget, ...] = (self.secret, self.make, self.back)
        after: tuple[QWidget, ...] = (self.code, self.confirm)
        for widget in before:
            widget.setVisible(not is_made)
        for widget in after:
            widget.setVisible(is_made)
