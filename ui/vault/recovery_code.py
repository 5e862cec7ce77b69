"""Hands over a recovery code, and makes sure that it was put on paper."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.fonts import font
from ui.vault.printing import ask_for_printer, print_code
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note, section_title
from ui.widgets.line_field import LineField

AskForPrinter = Callable[[QWidget], QPrinter | None]


class RecoveryCode(QWidget):
    """Shown once: two groups of the code must be typed back.

    A new headquarters has a key beside it, which opens what precincts send if its own are lost.
    """

    def __init__(self, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__()
        self._ask = ask
        self._office = ""
        self._groups: tuple[str, ...] = ()
        self.asked: tuple[int, ...] = (0, 1)
        self.code = section_title()
        self.key = Label()
        self._of_key = note(self._key_words)
        self.print = Button(lambda: _("Print the code"), "printer")
        self.printed = note()
        self.answers = tuple(LineField(self._label(place)) for place in range(2))
        self._build()
        self.print.clicked.connect(self._print)

    def show_code(self, code: str, office: str, key: str = "") -> None:
        """Show a new code, and choose the two groups to ask for."""
        self.key.setText(key)
        self.key.setVisible(bool(key))
        self._of_key.setVisible(bool(key))
        self._office = office
        self._groups = tuple(code.split("-"))
        places = list(range(len(self._groups)))
        first = secrets.choice(places)
        places.remove(first)
        self.asked = tuple(sorted((first, secrets.choice(places))))
        self.code.setText(code)
        self.code.setAccessibleName(_("Recovery code"))
        self.key.setAccessibleName(_("Recovery key of headquarters"))
        for answer in self.answers:
            answer.line.clear()
            answer.retranslate()

    def check(self) -> bool:
        """Say which group is not that of the code; whether both are."""
        for place, answer in zip(self.asked, self.answers, strict=True):
            if answer.text().upper() != self._groups[place]:
                answer.say(_("This is not that group of the code. Look at the paper again."))
                answer.line.setFocus()
                return False
        return True

    def _label(self, answer: int) -> Callable[[], str]:
        return lambda: _("Group {number} of the code").format(number=self.asked[answer] + 1)

    @staticmethod
    def _key_words() -> str:
        return _(
            "Recovery key of headquarters: it opens what precincts send, if this store is lost."
        )

    def _print(self) -> None:
        printer = self._ask(self)
        if printer is None:
            return
        is_printed = print_code(printer, self.code.text(), self._office, self.key.text())
        self.printed.setText(
            _("Sent to the printer.")
            if is_printed
            else _("The printer did not take the page. Copy the code by hand.")
        )

    def _build(self) -> None:
        for secret in (self.code, self.key):
            secret.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            secret.setAlignment(Qt.AlignmentFlag.AlignCenter)
            secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        # One word of 74 letters, which a label would not break.
        self.key.setFont(font(11))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(12)
        for widget in (self.code, self._of_key, self.key):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addWidget(self.printed, 1)
        layout.addLayout(row)
        layout.addWidget(note(lambda: _("Type two groups of the code, read from the paper.")))
        answers = QHBoxLayout()
        answers.setSpacing(16)
        for answer in self.answers:
            answers.addWidget(answer)
        layout.addLayout(answers)
        layout.addStretch(1)
