"""Questions during an opening: is the date right, is an older copy of the store intended.

Where two persons act, the other one chooses its account and types its passphrase here.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from outreach_app.i18n import gettext as _
from ui.tasks import Tasks
from ui.unlock.account_choice import AccountChoice
from ui.unlock.opening import Answer
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import Label
from ui.widgets.layouts import column_in
from ui.widgets.secret_line import SecretLine
from ui.widgets.translated import Translated

_CLOCK_LEAP, _OLDER_STORE = "clock_leap", "older_store"


class OpeningQuestion(Translated):
    """Hidden until an opening asks; emits `answered` if the person confirms."""

    answered = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._code = ""
        self._is_older = False
        self.account = AccountChoice(tasks)
        self.secret = SecretLine()
        self._second = (
            self.account,
            Label(lambda: _("Passphrase of that account"), pixels=12, tone="muted"),
            self.secret,
            self.secret.keyboard,
        )
        self.confirm = FlatButton(self._words, "check")
        column = column_in(self, 8)
        for widget in self._second:
            column.addWidget(widget)
        column.addWidget(self.confirm, alignment=Qt.AlignmentFlag.AlignLeading)
        self.confirm.clicked.connect(self.answered)
        self.retranslate()
        self.leave()

    def ask(self, folder: Path, code: str, *, may_confirm: bool) -> None:
        """Ask what this refusal is about, where it is about something that can be answered."""
        if self._is_older and code != _OLDER_STORE:  # it wants another, or that one's passphrase
            self.account.ask(folder)
            for widget in self._second:
                widget.setVisible(widget is not self.account)
            self.show()
            self.secret.setFocus()
            return
        self._code = code if may_confirm else ""
        self.setVisible(bool(self._code))
        self.retranslate()

    def leave(self) -> None:
        """Hide the question and clear what was typed."""
        self._code = ""
        self._is_older = False
        self.secret.clear()
        for widget in self._second:
            widget.hide()
        self.hide()

    @property
    def wants_second(self) -> bool:
        """Whether it asks for another account."""
        return not self.secret.isHidden()

    def answer(self) -> Answer:
        """Return the answer that the user gives by confirming."""
        self._is_older = self._is_older or self._code == _OLDER_STORE
        typed = self.secret.text()
        return Answer(
            is_date=self._code == _CLOCK_LEAP,
            is_older=self._is_older,
            second=self.account.account() if typed else None,
            passphrase=typed,
        )

    def retranslate(self) -> None:
        self.secret.setAccessibleName(_("Passphrase of that account"))
        self.confirm.retranslate()

    def _words(self) -> str:
        if self._code == _CLOCK_LEAP:
            return _("The date is right: open")
        return _("Continue with the older register")
