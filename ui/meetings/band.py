"""A band of the session editor: fields with an error line below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent

from outreach_app.errors import Problem
from ui.fonts import scaled
from ui.meetings.labelled import Labelled
from ui.meetings.problem_line import ProblemLine
from ui.widgets.surfaces import Surface
from ui.words import labelled_words, problem_words

_LOW = 720  # px of a window, as a screen of 768 leaves it, in which the points need the room
_BELOW, _BELOW_A_LINE = 8, 2  # px under the last field, or under the room of the error line
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

    @property
    def is_low(self) -> bool:
        """Whether the window leaves the points no room beside all of the bands."""
        return self.window().height() < scaled(_LOW)

    def fit_height(self) -> None:
        """Keep room for an error that is not there, unless the window is low."""
        is_low = self.is_low
        self.problem_line.keep_room(is_kept=not is_low)
        if (layout := self.layout()) is not None:
            margins = layout.contentsMargins()
            margins.setBottom(_BELOW if is_low else _BELOW_A_LINE)
            layout.setContentsMargins(margins)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (editor := self.parentWidget()) is not None:
            editor.installEventFilter(self)
        self.fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.parentWidget() is watched:
            self.fit_height()
        return super().eventFilter(watched, event)

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
