"""The step that asks how headquarters' register is reached on a server."""

from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.files import Files
from ui.first_run.step import FirstRunStep
from ui.server.form import ServerForm


class ServerStep(FirstRunStep):
    """The form, for a register that is there already or for an empty database."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self.form = ServerForm(files)
        self.is_there = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def title(self) -> str:
        return _("Server of the register")

    def advice(self) -> str:
        if self.is_there:
            return _(
                "The server administrator gives all of this. The register then opens with the "
                "passphrase of an account."
            )
        return _(
            "The server administrator gives all of this, for an empty database. The register "
            "and its tables are created in it."
        )

    def check(self) -> bool:
        return self.form.address() is not None

    def begin(self) -> None:
        self.form.begin()
