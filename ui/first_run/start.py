"""The first step: how to begin, the role of the office, and the place of its register."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.kinds import OfficeRole
from ui.first_run.step import FirstRunStep
from ui.widgets.labels import note, small_title
from ui.widgets.translated import Retranslating, Text


class Choice(Retranslating, QRadioButton):
    """A radio button whose words follow the language."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self._text())
        self.setAccessibleName(self._text())


class OnServer(Retranslating, QCheckBox):
    """The choice whether headquarters' new register is created on a server."""

    def retranslate(self) -> None:
        self.setText(_("Its register is on a server"))


class StartStep(FirstRunStep):
    """What to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.real = Choice(lambda: _("Set up my office"))
        self.sample = Choice(lambda: _("Try with sample data"))
        self.backup = Choice(lambda: _("Restore a backup"))
        self.on_server = Choice(lambda: _("Open a register that is on a server"))
        self.precinct = Choice(lambda: _("Precinct"))
        self.headquarters = Choice(lambda: _("Headquarters"))
        self.makes_on_server = OnServer()
        self.makes_on_server.retranslate()
        self._role = QWidget()
        self.folder = note()
        self._is_begun_again = False
        self._build()
        self.real.toggled.connect(self._role.setVisible)
        self.headquarters.toggled.connect(self.makes_on_server.setEnabled)
        for choice in (self.real, self.sample, self.backup, self.on_server, self.makes_on_server):
            choice.toggled.connect(lambda _is_on: self.changed.emit())
        for choice in (self.precinct, self.headquarters):
            choice.toggled.connect(lambda _is_on: self.changed.emit())

    def title(self) -> str:
        return _("Welcome")

    def advice(self) -> str:
        if self._is_begun_again:
            return _("Choose how to begin. What you typed of your office last time is still there.")
        return _("Choose how to begin.")

    def begin_again(self, role: str) -> None:
        """Choose the role of the office that was begun before, and say that it is kept."""
        self._is_begun_again = True
        self.headquarters.setChecked(role == OfficeRole.HEADQUARTERS)

    def check(self) -> bool:
        return True

    def begin(self) -> None:
        self.real.setFocus()

    def asks_server(self) -> bool:
        """Return whether the register is on a server, or is to be created there."""
        makes = self.headquarters.isChecked() and self.makes_on_server.isChecked()
        return self.on_server.isChecked() or (self.real.isChecked() and makes)

    def role(self) -> OfficeRole:
        """Return the role of the office, as an office draft names it."""
        return OfficeRole.HEADQUARTERS if self.headquarters.isChecked() else OfficeRole.PRECINCT

    def show_folder(self, folder: Path) -> None:
        """Show where the data will be stored."""
        self.folder.setText(isolate(str(folder)))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        begins = QButtonGroup(self)
        for choice, text in (
            (self.real, lambda: _("An encrypted register on this computer, in about 4 minutes.")),
            (self.sample, lambda: _("Invented partners and meetings, in a register of their own.")),
            (self.backup, lambda: _("The office was already set up on another computer.")),
            (
                self.on_server,
                lambda: _("Headquarters only: an administrator gave you its address."),
            ),
        ):
            begins.addButton(choice)
            layout.addWidget(choice)
            layout.addWidget(_indented(note(text)))
            layout.addSpacing(8)
        layout.addWidget(self._role)
        layout.addSpacing(12)
        layout.addWidget(small_title(lambda: _("Folder of the data")))
        layout.addWidget(self.folder)
        layout.addStretch(1)
        self._build_role()
        self.real.setChecked(True)

    def _build_role(self) -> None:
        layout = QVBoxLayout(self._role)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(4)
        roles = QButtonGroup(self)
        layout.addWidget(small_title(lambda: _("Role of the office")))
        layout.addSpacing(4)
        for choice in (self.precinct, self.headquarters):
            roles.addButton(choice)
            layout.addWidget(choice)
        whole = note(lambda: _("It receives what the precincts send, and sees the whole country."))
        layout.addWidget(_indented(whole))
        layout.addWidget(_indented(self.makes_on_server))
        self.makes_on_server.setEnabled(False)
        self.precinct.setChecked(True)


def _indented(widget: QWidget) -> QWidget:
    """Indent a layout under the text of a radio button; layouts mirror margins."""
    outer = QWidget()
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(22, 0, 22, 0)
    layout.addWidget(widget)
    return outer
