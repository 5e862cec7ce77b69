"""A recovery code as numbered boxes, the first at the left in every language."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from outreach_app.i18n import gettext as _
from ui.fonts import fix_width, font
from ui.widgets.labels import Label
from ui.widgets.translated import Translated

GROUP = 5  # letters of a group
_WIDTH = 76


class CodeBoxes(Translated):
    """Shows the groups of a code, or asks for some of them: only those boxes can be edited.

    Text typed or pasted beyond a group continues in the next editable box; a whole code fills
    every box. Tab right after that stays in the box that it led to. Emits `edited` on every change.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[QLineEdit, ...] = ()
        self.asked: tuple[int, ...] = ()
        self._numbers: tuple[Label, ...] = ()
        self._led_to: QLineEdit | None = None  # by a full box, until the next key
        # A code is read from the left, in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show a whole code, read-only."""
        self._make(len(groups), ())
        for line, group in zip(self.lines, groups, strict=True):
            line.setText(group)

    def ask(self, count: int, asked: Sequence[int]) -> None:
        """Show `count` groups of a code and ask for those at the indices in `asked`."""
        self._make(count, asked)
        self._led_to = None

    def mark(self, place: int, *, is_wrong: bool) -> None:
        """Mark one box as invalid or valid."""
        line = self.lines[place]
        line.setProperty("wrong", is_wrong)
        line.style().polish(line)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        led_to, self._led_to = self._led_to, None
        if forwards and led_to is not None and led_to.hasFocus():
            return True  # the key was meant to lead here
        return super().focusNextPrevChild(forwards)

    def retranslate(self) -> None:
        for place, line in enumerate(self.lines):
            line.setAccessibleName(_("Group {number} of the code").format(number=place + 1))

    def _make(self, count: int, asked: Sequence[int]) -> None:
        for former in (*self.lines, *self._numbers):
            former.hide()
            former.deleteLater()
        self.asked = tuple(asked)
        self.lines = tuple(self._line(place) for place in range(count))
        self._numbers = tuple(self._number(place) for place in range(count))
        for place, (number, line) in enumerate(zip(self._numbers, self.lines, strict=True)):
            self._grid.addWidget(number, 0, place)
            self._grid.addWidget(line, 1, place)
        self.retranslate()

    def _line(self, place: int) -> QLineEdit:
        line = QLineEdit()
        line.setFont(font(14, font().Weight.DemiBold))
        fix_width(line, _WIDTH)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setReadOnly(place not in self.asked)
        if place not in self.asked:
            line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.asked:
            line.setEnabled(place in self.asked)
        line.textEdited.connect(partial(self._spread, place))
        return line

    def _number(self, place: int) -> Label:
        is_asked = place in self.asked
        weight = font().Weight.DemiBold if is_asked else font().Weight.Normal
        number = Label(pixels=12, weight=weight, tone="accent" if is_asked else "muted")
        number.setText(str(place + 1))
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return number

    def _spread(self, place: int, text: str) -> None:
        """Keep a group in its box, and move the rest to the next."""
        letters = "".join(filter(str.isalnum, text)).upper()
        following = [each for each in self.asked if each > place]
        self._led_to = None
        if len(letters) >= GROUP * len(self.lines):
            for each in self.asked:
                self.lines[each].setText(letters[each * GROUP : (each + 1) * GROUP])
            self.lines[self.asked[-1]].setFocus()
        elif len(letters) >= GROUP:
            self.lines[place].setText(letters[:GROUP])
            if following:
                self._led_to = self.lines[following[0]]
                self._led_to.setFocus()
                if rest := letters[GROUP:]:
                    self.lines[following[0]].setText(rest[:GROUP])
        self.edited.emit()
