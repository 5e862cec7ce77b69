"""An inline confirmation before something that cannot be undone."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text

SubjectT = TypeVar("SubjectT")


class AskingStrip(Surface, Generic[SubjectT]):
    """Hidden until `ask`. `confirmed` carries the subject; Cancel emits `given_up`."""

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self, confirm: Text, icon: str) -> None:
        super().__init__("win")
        self._subject: SubjectT | None = None
        self.title = small_title()
        self.words = Label()
        self.confirm = Button(confirm, icon)
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self.confirm.clicked.connect(self._confirm)
        self.give_up.clicked.connect(self.end)

    def ask(self, subject: SubjectT, title: str, words: str) -> None:
        """Ask for confirmation; Cancel has the focus, so a stray Enter changes nothing."""
        self._subject = subject
        self.title.setText(title)
        self.words.setText(words)
        self.show()
        self.give_up.setFocus()

    def keep_to(self, subject: SubjectT | None) -> None:
        """Hide if another record is chosen."""
        if self._subject != subject:
            self.hide()

    def end(self) -> None:
        """Hide the strip."""
        self.hide()
        self.given_up.emit()

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit(self._subject)

    def _build(self) -> None:
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(row_of(self.confirm, self.give_up))
        self.hide()
