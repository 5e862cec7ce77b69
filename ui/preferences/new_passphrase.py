"""The screen that changes the passphrase of the register."""

from outreach_app import accounts
from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.preferences.screen import SecretScreen
from ui.vault.passphrase_fields import PassphraseFields
from ui.widgets.buttons import primary_button


class NewPassphrase(SecretScreen):
    """The recovery code stays as it was."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            lambda: _("Change the passphrase"),
            lambda: _("The recovery code stays the same. Nothing is encrypted again."),
        )
        self.fields = PassphraseFields(
            lambda: _("New passphrase"), lambda: _("New passphrase again")
        )
        self.change = primary_button(lambda: _("Change the passphrase"), "lock-simple")
        self.change.clicked.connect(self.go_on)
        self._lay_out(self.secret, self.fields, buttons=(self.change, self.back))
        self.retranslate()

    def begin(self) -> None:
        self.fields.forget()
        super().begin()

    def go_on(self) -> None:
        if not self.fields.check():
            return
        office, passphrase = self._context.office, self.fields.passphrase()
        self._with_secret(
            _("Changing the passphrase"),
            lambda: accounts.change_own_passphrase(office.database, office.folder, passphrase),
            self._tell,
        )

    def _tell(self, _nothing: None) -> None:
        self.begin()
        self._context.status(_("The passphrase was changed."))
        self.closed.emit()
