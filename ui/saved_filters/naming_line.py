"""The inline field for the name of a saved filter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.forms.editors import LineEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_NAME = 280


class NamingLine(Translated, Surface):
    """Hidden until a name is asked for. `given` carries it at Enter; Esc gives up."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__("hover", 2)
        self.name = LineEditor()
        self.save = Button(lambda: _("Save"), "floppy-disk")
        self.cancel = FlatButton(lambda: _("Cancel"))
        self.problem = note(tone="late")
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def ask(self, name: str = "") -> None:
        """Ask for a name, starting with the current one."""
        self.name.setText(name)
        self.say("")
        self.show()
        self.name.selectAll()
        self.name.setFocus()

    def say(self, problem: str) -> None:
        """Show what is wrong with the name."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def retranslate(self) -> None:
        self.name.setPlaceholderText(_("Name of the filter"))
        self.name.setAccessibleName(_("Name of the filter"))
        self.say("")

    def _build(self) -> None:
        self.name.setMaximumWidth(_NAME)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self.given.emit(self.name.text()))
        self.name.returnPressed.connect(lambda: self.given.emit(self.name.text()))
        self.name.textEdited.connect(lambda _text: self.say(""))
        self.cancel.clicked.connect(self._give_up)
        on_keys(self, "Esc", self._give_up)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()
