"""The step that hands over the recovery code, and makes sure it was put on paper."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.first_run.fields import LineField
from ui.first_run.printing import ask_for_printer, print_code
from ui.first_run.step import Step
from ui.widgets.buttons import Button
from ui.widgets.labels import note, section_title

AskForPrinter = Callable[[QWidget], QPrinter | None]


class RecoveryStep(Step):
    """Shown once: two groups of the code must be typed back."""

    def __init__(self, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__()
        self._ask = ask
        self._office = ""
        self._groups: tuple[str, ...] = ()
        self.asked: tuple[int, ...] = (0, 1)
        self.code = section_title()
        self.print = Button(lambda: _("Print the code"), "printer")
        self.printed = note()
        self.answers = tuple(LineField(self._label(place)) for place in range(2))
        self._build()
        self.print.clicked.connect(self._print)

    def title(self) -> str:
        return _("Recovery code")

    def advice(self) -> str:
        return _("It opens the register if the passphrase is lost. It is shown only now.")

    def begin(self) -> None:
        self.print.setFocus()

    def show_code(self, code: str, office: str) -> None:
        """Show a new code, and choose the two groups to ask for."""
        self._office = office
        self._groups = tuple(code.split("-"))
        places = list(range(len(self._groups)))
        first = secrets.choice(places)
        places.remove(first)
        self.asked = tuple(sorted((first, secrets.choice(places))))
        self.code.setText(code)
        self.code.setAccessibleName(_("Recovery code"))
        for answer in self.answers:
            answer.line.clear()
            answer.retranslate()

    def check(self) -> bool:
        for place, answer in zip(self.asked, self.answers, strict=True):
            if answer.text().upper() != self._groups[place]:
                answer.say(_("This is not that group of the code. Look at the paper again."))
                answer.line.setFocus()
                return False
        return True

    def _label(self, answer: int) -> Callable[[], str]:
        return lambda: _("Group {number} of the code").format(number=self.asked[answer] + 1)

    def _print(self) -> None:
        printer = self._ask(self)
        if printer is None:
            return
        is_printed = print_code(printer, self.code.text(), self._office)
        self.printed.setText(
            _("Sent to the printer.")
            if is_printed
            else _("The printer did not take the page. Copy the code by hand.")
        )

    def _build(self) -> None:
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.code)
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
