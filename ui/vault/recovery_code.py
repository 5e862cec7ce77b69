"""The display of a recovery code, with a check that it was written down."""

import secrets
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.printed_codes import normalise_code
from ui.fonts import font
from ui.vault.code_boxes import CodeBoxes
from ui.vault.printing import ask_for_printer, print_code
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note

AskForPrinter = Callable[[QWidget], QPrinter | None]


class RecoveryCode(QWidget):
    """Shown once: two groups of the code must be typed back.

    A new headquarters also has a recovery key, which opens what precincts send if its own are lost.
    """

    def __init__(self, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__()
        self._ask = ask
        self._office = ""
        self._groups: tuple[str, ...] = ()
        self.code = CodeBoxes()
        self.typed = CodeBoxes()
        self.problem = note(tone="late")
        self.key = Label()
        self._of_key = note(self._key_words)
        self.print = Button(lambda: _("Print the code"), "printer")
        self.printed = note()
        self._build()
        self.typed.edited.connect(self._forget_problem)
        self.print.clicked.connect(self._print)

    def show_code(self, code: str, office: str, key: str = "") -> None:
        """Show a new code, and choose the two groups to check."""
        self.key.setText(key)
        self.key.setVisible(bool(key))
        self._of_key.setVisible(bool(key))
        self._office = office
        self._groups = tuple(code.split("-"))
        places = list(range(len(self._groups)))
        first = secrets.choice(places)
        places.remove(first)
        self.code.show_groups(self._groups)
        self.code.setAccessibleName(_("Recovery code"))
        self.key.setAccessibleName(_("Recovery key of headquarters"))
        self.ask(sorted((first, secrets.choice(places))))

    @property
    def text(self) -> str:
        """The whole code shown."""
        return "-".join(self._groups)

    def ask(self, places: Sequence[int]) -> None:
        """Ask for the groups at these indices."""
        self.typed.ask(len(self._groups), places)
        asked = (self.typed.lines[place] for place in places)
        for former, following in pairwise((self.print, *asked)):
            self.setTabOrder(former, following)  # created last, they would be last in tab order
        self.problem.hide()

    def ask_for_groups(self) -> None:
        """Focus the first group to type, so that Enter goes on and does not print."""
        self.typed.lines[self.typed.asked[0]].setFocus()

    def check(self) -> bool:
        """Show which group is wrong; return whether both are right."""
        for place in self.typed.asked:
            line = self.typed.lines[place]
            if normalise_code(line.text()) != self._groups[place]:
                words = _("Group {number} does not match the code. Check the paper again.")
                if not line.text().strip():
                    words = _("Group {number} of the code is not typed yet.")
                self.problem.setText(words.format(number=isolate(str(place + 1))))
                self.problem.show()
                self.typed.mark(place, is_wrong=True)
                line.setFocus()
                return False
        return True

    def _forget_problem(self) -> None:
        self.problem.hide()
        for place in self.typed.asked:
            self.typed.mark(place, is_wrong=False)

    @staticmethod
    def _key_words() -> str:
        return _(
            "Recovery key of headquarters: it opens what precincts send, if this store is lost."
        )

    def _print(self) -> None:
        printer = self._ask(self)
        self.ask_for_groups()
        if printer is None:
            return
        is_printed = print_code(printer, self.text, self._office, self.key.text())
        self.printed.setText(
            _("Sent to the printer.")
            if is_printed
            else _("The printer did not print the page. Copy the code by hand.")
        )

    def _build(self) -> None:
        self.key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        # One word of 74 letters, which a label cannot wrap.
        self.key.setFont(font(11))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(_at_the_start(self.code))
        for widget in (self._of_key, self.key):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addWidget(self.printed, 1)
        layout.addLayout(row)
        layout.addWidget(
            note(lambda: _("Type the two groups that are asked for, read from the paper."))
        )
        layout.addLayout(_at_the_start(self.typed))
        layout.addWidget(self.problem)
        self.problem.hide()
        layout.addStretch(1)


def _at_the_start(boxes: CodeBoxes) -> QHBoxLayout:
    """Return a row aligned to the start of lines in the language of the screen."""
    row = QHBoxLayout()
    row.addWidget(boxes)
    row.addStretch(1)
    return row
