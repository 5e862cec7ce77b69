"""The form for the server address, user and password of a register."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QFocusEvent

from outreach_app.database.address import ServerAddress, place_of
from outreach_app.database.address_parts import parts_of
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.server_connections import reconnect
from ui.files import Files
from ui.server.form import ServerForm
from ui.tasks import Tasks
from ui.unlock.gate_form import GateForm


class ReachingPage(GateForm):
    """Shows the present address without its password, and keeps another once it works."""

    def __init__(self, folder: Path, tasks: Tasks, files: Files) -> None:
        super().__init__(
            tasks, lambda: _("Server of the register"), _advice, lambda: _("Test and save")
        )
        self._folder = folder
        self.form = ServerForm(files)
        self._lay_out(self.form)
        try:
            place = place_of(folder)
        except OutreachError as error:  # an unreadable address: start with empty fields
            self._fail(error)
        else:
            if isinstance(place, ServerAddress):
                self.form.fill(parts_of(place))
        self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.begin()

    def go_on(self) -> None:
        """Ask the server by what is typed."""
        address = self.form.address()
        if address is not None:
            self._do(_("Asking the server"), partial(_reach, self._folder, address), self._leave)

    def _leave(self, _nothing: None) -> None:
        self.form.forget()
        self.left.emit(_("The server accepts this computer. Type the passphrase of an account."))


def _reach(folder: Path, address: ServerAddress, _progress: Progress) -> None:
    reconnect(folder, address)


def _advice() -> str:
    return _(
        "Type what the server administrator gave you. It replaces the current address only once "
        "the server accepts this computer."
    )
