"""A choice from a closed list: the draft keeps the code, the person reads the words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, SignalInstance
from PySide6.QtWidgets import QComboBox

from outreach_app import i18n
from outreach_app.vocabulary import catalogue
from ui.forms.letter_search import LetterSearch
from ui.forms.list_keys import takes_for_list
from ui.widgets.translated import Retranslating

MIN_WIDTH = 128  # what a narrow window leaves it: most lists stay whole


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: the code, None for no choice, and its words in the current language."""

    code: str | None
    words: str


Choices = Callable[[], Sequence[Choice]]


class ChoiceEditor(Retranslating, QComboBox):
    """A drop-down of codes; rebuilt at each switch of language, the chosen code stays.

    As wide as its longest entry where there is room, and at least as the chosen one.
    """

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._letters = LetterSearch(self)
        self.setFixedHeight(32)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _place: self.updateGeometry())
        self.retranslate()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        # The style sets the words 4 px further in at each side than Fusion counts with.
        return QSize(hint.width() + 8, hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        around = self.sizeHint().width() - self._width_of_words()
        chosen = self.fontMetrics().horizontalAdvance(self.currentText()) + around
        return QSize(max(min(hint.width(), MIN_WIDTH), chosen), hint.height())

    def event(self, event: QEvent) -> bool:
        return takes_for_list(event) or super().event(event)

    @property
    def edited(self) -> SignalInstance:
        return self.activated

    def value(self) -> object:
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Show a code; one that is not in the list leaves nothing chosen."""
        self.setCurrentIndex(self.findData(value))

    def retranslate(self) -> None:
        choices = self._choices()  # once: they may be read from the store
        first = choices[0].code if choices else None
        chosen = self.currentData() if self.count() else first
        self.clear()
        for choice in choices:
            self._add(choice)
        self.set_value(chosen)
        self.view().setMinimumWidth(self.sizeHint().width())

    def _width_of_words(self) -> int:
        """Return the width of the longest entry."""
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(self.itemText(place)) for place in range(self.count())), default=0)

    def _add(self, choice: Choice) -> None:
        self.addItem(choice.words, choice.code)


def from_catalogues(*prefixes: str, none: Callable[[], str] | None = None) -> Choices:
    """Return the entries of these lists (`pt`, `as`), after `none` where nothing may be chosen."""

    def choices() -> list[Choice]:
        language = i18n.screen()
        entries = [
            Choice(entry.code, capitalised(entry.label(language)))
            for prefix in prefixes
            for entry in catalogue(prefix).values()
        ]
        return [Choice(None, none()), *entries] if none else entries

    return choices


def capitalised(words: str) -> str:
    """Capitalise the first letter, as cells and lists show the words of catalogues."""
    return words[:1].upper() + words[1:]
