"""The form for a server's address, database, user and password."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.database.address import ServerAddress
from outreach_app.database.address_parts import AddressParts, compose_address, split_address
from outreach_app.errors import InvalidDraft
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.files import Files, file_kind
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import note
from ui.widgets.layouts import column_in, row_of
from ui.widgets.line_field import LineField
from ui.widgets.translated import Text, Translated

_ENDINGS = (".crt", ".pem", ".cer")


class ServerForm(Translated):
    """Shows help under each field; a pasted complete address fills them all."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._files = files
        self._authority: Path | None = None
        self.server = _field(lambda: _("Server"))
        self.database = _field(lambda: _("Database"))
        self.user = _field(lambda: _("User of the server"))
        self.password = LineField(
            lambda: _("Password of this user"), is_required=True, is_secret=True, is_led=True
        )
        self._fields = {
            "server": self.server,
            "database": self.database,
            "user": self.user,
            "password": self.password,
        }
        self.choose = Button(lambda: _("Choose the certificate"), "folder-open")
        self.forget_certificate = FlatButton(lambda: _("No certificate"), "x")
        self._certificate = note(self._certificate_words)
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Focus the first empty field."""
        empty = (field for field in self._fields.values() if not field.line.text())
        next(empty, self.server).line.setFocus()

    def fill(self, parts: AddressParts) -> None:
        """Show the parts of an address; a password only if it was pasted."""
        self.server.line.setText(parts.server)
        self.database.line.setText(parts.database)
        self.user.line.setText(parts.user)
        self.password.line.setText(parts.password)
        self._take_certificate(parts.authority or self._authority)

    def address(self) -> ServerAddress | None:
        """Return the address; None if something is wrong, which is shown under its field."""
        parts = AddressParts(
            self.server.text(),
            self.database.text(),
            self.user.text(),
            self.password.line.text(),
            self._authority,
        )
        try:
            return compose_address(parts)
        except InvalidDraft as error:
            for problem in reversed(error.problems):
                self._fields[problem.field].say(problem.message)
                self._fields[problem.field].line.setFocus()
            return None

    def forget(self) -> None:
        """Clear the password once it is stored with the register."""
        self.password.line.clear()

    def retranslate(self) -> None:
        self._certificate.retranslate()

    def _take_pasted(self, text: str) -> None:
        parts = split_address(text)
        if parts is not None:
            self.fill(parts)
            self.begin()

    def _ask(self) -> None:
        kinds = file_kind(_("Certificates"), *_ENDINGS)
        chosen = self._files.ask_file(self, _("Choose the certificate"), kinds)
        if chosen is not None:
            self._take_certificate(chosen)

    def _take_certificate(self, file: Path | None) -> None:
        self._authority = file
        self.forget_certificate.setVisible(file is not None)
        self._certificate.retranslate()

    def _certificate_words(self) -> str:
        if self._authority is not None:
            return isolate(str(self._authority))
        return _("The file by which this computer recognises the server, if you were given one.")

    def _connect(self) -> None:
        self.server.line.textEdited.connect(self._take_pasted)
        self.choose.clicked.connect(self._ask)
        self.forget_certificate.clicked.connect(lambda: self._take_certificate(None))
        self.forget_certificate.hide()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (field, help_) in enumerate(
            (
                (self.server, lambda: _("Its name on the network, or the whole address.")),
                (self.database, lambda: _("The name of the register’s database there.")),
                (
                    self.user,
                    lambda: _("This computer signs in with it; it is no account of the register."),
                ),
                (self.password, lambda: _("Kept on this computer, readable only by you.")),
            )
        ):
            grid.addWidget(_with_help(field, help_), place // 2, place % 2)
        column = column_in(self, 8)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addLayout(row_of(self.choose, self.forget_certificate))
        self._certificate.setWordWrap(True)
        column.addWidget(self._certificate)


def _field(label: Text) -> LineField:
    return LineField(label, is_required=True, is_led=True)


def _with_help(field: LineField, help_: Text) -> QWidget:
    whole = QWidget()
    column = column_in(whole, 2)
    words = note(help_)
    words.setWordWrap(True)
    column.addWidget(field)
    column.addWidget(words)
    column.addStretch(1)
    return whole
