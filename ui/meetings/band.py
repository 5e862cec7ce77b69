"""A band of the session editor: fields, and in words what is wrong with them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from outreach_app.errors import Problem
from ui.meetings.labelled import Labelled
from ui.widgets.labels import note
from ui.widgets.surfaces import Surface
from ui.words import labelled_words


class Band(Surface):
    """A band of `fields`, keyed by their draft’s names. Emits `edited` at each edit."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self.fields: dict[str, Labelled] = {}
        self.problem_line = note(tone="late")
        # Its room is kept, so that a problem told never moves the line that is typed in.
        policy = self.problem_line.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.problem_line.setSizePolicy(policy)
        self.problem_line.setFixedHeight(18)
        self.problem_line.setWordWrap(False)
        self.problem_line.hide()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong with this band's fields, and mark them."""
        mine = {
            problem.field: problem.message for problem in problems if problem.field in self.fields
        }
        for name, field in self.fields.items():
            field.mark(mine.get(name, ""))
        said = [
            labelled_words(self.fields[name].label(), message) for name, message in mine.items()
        ]
        self.problem_line.setText("  ".join(said))
        self.problem_line.setVisible(bool(said))
