"""The step that chooses the passphrase, twice."""

from outreach_app.i18n import gettext as _
from ui.first_run.step import FirstRunStep
from ui.vault.passphrase_fields import PassphraseFields


class PassphraseStep(PassphraseFields, FirstRunStep):
    """The passphrase of a new register."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Passphrase"), lambda: _("Passphrase again"))

    def title(self) -> str:
        return _("Passphrase")

    def advice(self) -> str:
        return _("It opens the register at every start. Several words are easy to remember.")

    def begin(self) -> None:
        self.first.line.setFocus()
