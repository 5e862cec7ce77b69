"""A setting with a few numbers to choose from, kept on this computer at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.widgets.labels import Label, note
from ui.widgets.translated import Text, Translated


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(self._name))
        layout.addWidget(self.list)
        layout.addWidget(self._advice, 1)
