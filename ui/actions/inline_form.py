"""The base of inline forms: fields, an error line, confirm and cancel."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from ui.widgets.buttons import Button
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, note
from ui.widgets.translated import Text, Translated


class InlineForm(Translated):
    """A form shown in place. Enter confirms, Esc cancels; both emit `ended`."""

    ended = Signal()

    def __init__(self, confirm: Text, icon_name: str) -> None:
        super().__init__()
        self.confirm = Button(confirm, icon_name)
        self.leave = Button(lambda: _("Close"))
        self.problem = note(tone="late")
        self.hide()

    def give(self) -> None:
        """Submit what was typed. Raises OutreachError, or ValueError for unreadable input."""
        raise NotImplementedError

    def end(self) -> None:
        """Close the form and emit `ended`."""
        self.hide()
        self.ended.emit()

    def say_problem(self, words: str) -> None:
        """Show an error; "" hides it."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _try(self, do: Callable[[], None]) -> bool:
        """Run it, or show what is wrong; ValueError is for unreadable input."""
        self.say_problem("")
        try:
            do()
        except (OutreachError, ValueError) as error:
            self.say_problem(error.message if isinstance(error, OutreachError) else str(error))
            return False
        return True

    def _frame(self, content: QLayout, *lines: QLineEdit, keys: str = "") -> None:
        """Lay out the fields above the error and the two buttons; `keys` confirm, if not Enter."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 12)
        column.setSpacing(8)
        column.addLayout(content)
        column.addWidget(self.problem)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.confirm)
        if keys:
            row.addWidget(KeyCap(keys))
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
        self.confirm.clicked.connect(self.give)
        self.leave.clicked.connect(self.end)
        for line in lines:
            line.returnPressed.connect(self.give)
        on_keys(self, "Esc", self.end)
