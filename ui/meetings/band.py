"""A band of the session editor: fields with an error line below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from outreach_app.errors import Problem
from ui.meetings.labelled import Labelled
from ui.meetings.problem_line import ProblemLine
from ui.widgets.surfaces import Surface
from ui.words import labelled_words, problem_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Band(Surface):
    """A band of `fields`, keyed by their draft’s names. Emits `edited` on every edit.

    Enter goes to the next field.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self.fields: dict[str, Labelled] = {}
        self.problem_line = ProblemLine()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong with this band's fields, and mark them."""
        mine = {
            problem.field: problem_words(problem)
            for problem in problems
            if problem.field in self.fields
        }
        for name, field in self.fields.items():
            field.mark(mine.get(name, ""))
        said = [
            labelled_words(self.fields[name].label(), message) for name, message in mine.items()
        ]
        self.problem_line.say("  ".join(said))

    def focus_on(self, problems: Iterable[Problem]) -> bool:
        """Put the cursor in the first field that is wrong; return whether there is one."""
        wrong = {problem.field for problem in problems}
        for name, field in self.fields.items():
            if name in wrong:
                field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
