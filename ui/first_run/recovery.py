"""The step that hands over the recovery code."""

from outreach_app.i18n import gettext as _
from ui.first_run.step import FirstRunStep
from ui.vault.recovery_code import RecoveryCode


class RecoveryStep(RecoveryCode, FirstRunStep):
    """The recovery code of a new register."""

    def title(self) -> str:
        return _("Recovery code")

    def advice(self) -> str:
        return _("It opens the register if the passphrase is lost. It is shown only now.")

    def begin(self) -> None:
        self.ask_for_groups()
