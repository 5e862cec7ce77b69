"""How a setting is laid out, and one with a few numbers to choose from, kept at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QWidget

from ui.fonts import fix_width, scaled
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text, Translated

_NAMES = 216  # px at 100 %


class NumberChoice(Translated):
    """Its name, its list, and under them what it does; `chosen` carries the number."""

    chosen = Signal(int)

    def __init__(
        self,
        name: Text,
        numbers: Sequence[int],
        words: Callable[[int], str],
        chosen: int,
        advice: Text,
    ) -> None:
        super().__init__()
        self._name = name
        self.list = ChoiceEditor(lambda: [Choice(str(number), words(number)) for number in numbers])
        self.list.set_value(str(chosen))
        self._advice = note(advice)
        self._build()
        self.list.activated.connect(lambda: self.chosen.emit(int(str(self.list.value()))))
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self._name())

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.list)
        line.addStretch(1)
        lay_out_setting(self, self._name, line, self._advice)


def lay_out_setting(
    setting: QWidget, name: Text, control: QLayout, advice: QWidget | None = None
) -> None:
    """Put the name of a setting before its control, in columns, and what it does under that."""
    grid = QGridLayout(setting)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, scaled(_NAMES))
    grid.setColumnStretch(1, 1)
    label = Label(name)
    label.setWordWrap(True)
    fix_width(label, _NAMES)
    grid.addWidget(label, 0, 0)
    grid.addLayout(control, 0, 1)
    if advice is not None:
        grid.addWidget(advice, 1, 1)


def stack(whole: QWidget, *settings: QWidget) -> None:
    """Put settings one under the other."""
    column = column_in(whole, 16)
    for setting in settings:
        column.addWidget(setting)
