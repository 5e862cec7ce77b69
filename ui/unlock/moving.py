"""The move of headquarters' register from its file to a server, or back."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QFocusEvent

from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.paths import SERVER_FILE
from outreach_app.register_moves import move_store
from outreach_app.summaries.prose.numbers import digits
from ui.files import Files
from ui.server.form import ServerForm
from ui.tasks import Tasks
from ui.unlock.account_choice import AccountChoice
from ui.unlock.gate_form import GateForm
from ui.widgets.line_field import LineField


class MovingPage(GateForm):
    """Asks for the passphrase, and for the server when moving to one."""

    def __init__(self, folder: Path, tasks: Tasks, files: Files) -> None:
        self._is_on_server = (folder / SERVER_FILE).exists()
        super().__init__(tasks, self._title_words, self._advice_words, self._next_words)
        self._folder = folder
        self.form = ServerForm(files)
        self.account = AccountChoice(tasks)
        self.secret = LineField(
            lambda: _("Your passphrase of the register"), is_required=True, is_secret=True
        )
        self._lay_out(self.form, self.account, self.secret)
        self.form.setHidden(self._is_on_server)
        self.account.ask(folder)
        self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._is_on_server:
            self.secret.line.setFocus()
        else:
            self.form.begin()

    def go_on(self) -> None:
        """Move the register, once everything is typed."""
        server = None if self._is_on_server else self.form.address()
        secret = self.secret.line.text()
        if not secret:
            self.secret.say(_("Type the passphrase of an account."))
            self.secret.line.setFocus()
        elif self._is_on_server or server is not None:
            work = partial(move_store, self._folder, secret, self.account.account(), server)
            self._do(_("Moving the register"), work, self._leave)

    def _leave(self, rows: int) -> None:
        self.form.forget()
        self.secret.line.clear()
        words = (
            _(
                "The register is in a file of this computer: {rows} rows, compared table by "
                "table. The server administrator can delete the database, which can no longer be "
                "opened."
            )
            if self._is_on_server
            else _(
                "The register is on the server: {rows} rows, compared table by table. Its former "
                "file was kept in the same folder: delete it once the server has a backup."
            )
        )
        self.left.emit(words.format(rows=isolate(digits(rows, current()))))

    def _title_words(self) -> str:
        if self._is_on_server:
            return _("Move the register into a file")
        return _("Move the register to a server")

    def _advice_words(self) -> str:
        if self._is_on_server:
            return _(
                "It becomes an encrypted file of this computer, which one person uses at a time. "
                "Everybody else must close it first. Until all of it is copied and compared, it "
                "stays where it is."
            )
        return _(
            "It goes into an empty database, which several people use at once. Until all of it is "
            "copied and compared, it stays where it is. A database is not encrypted: the server "
            "administrator can read it."
        )

    def _next_words(self) -> str:
        return _("Move into a file") if self._is_on_server else _("Move to the server")
