"""The two columns of the Today page: what is done today, and what waits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from ui.fonts import fix_width, free_width
from ui.today.section import Section
from ui.widgets.fitting import stack_if_narrow

_MARGIN = 24
_SIDE = 384
_GAP = 16
_VOID = 96  # px by which a column may be shorter than the other


class TodayColumns(QBoxLayout):
    """`acting` cards are in the leading column, which grows; `waiting` cards have one width.

    In a small window all are in one column.
    """

    def __init__(self, acting: Sequence[Section], waiting: Sequence[Section]) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._acting = acting
        self._waiting = waiting
        self._main = QVBoxLayout()
        self._side = QVBoxLayout()
        self._is_narrow = False
        self.setContentsMargins(_MARGIN, 8, _MARGIN, 16)
        self.setSpacing(_GAP)
        for stack, sections in ((self._main, acting), (self._side, waiting)):
            stack.setSpacing(_GAP)
            for section in sections:
                stack.addWidget(section)
            stack.addStretch(1)
            self.addLayout(stack, int(stack is self._main))

    def fit(self, width: int) -> None:
        """Arrange the columns in a width."""
        is_narrow = stack_if_narrow(self, width - 2 * _MARGIN)
        self.setStretch(0, int(not is_narrow))
        self.setStretch(1, int(is_narrow))
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.balance()

    def balance(self) -> None:
        """Balance the columns: move the last waiting cards to the shorter one."""
        main, side = list(self._acting), list(self._waiting)
        if self._is_narrow:
            main, side = main + side, []
        while side and _height(main) + _height(side[-1:]) <= _height(side[:-1]) + _VOID:
            main.append(side.pop())
        for section in side:
            fix_width(section, _SIDE)
        for section in main:
            free_width(section)
        for stack, sections in ((self._main, main), (self._side, side)):
            for place, section in enumerate(sections):
                stack.insertWidget(place, section)


def _height(sections: Sequence[Section]) -> int:
    """Return the height of the visible cards, with the gaps between them."""
    shown = [section for section in sections if not section.isHidden()]
    return sum(section.sizeHint().height() + _GAP for section in shown)
