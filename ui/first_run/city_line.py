"""The line of a city, which offers the known ones with their name in the other language."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from outreach_app.i18n import Language
from outreach_app.rules.folding import bare_words
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggestion import Suggestion
from ui.first_run.cities import city_names


class CityLine(SuggestLine):
    """Takes any words; an offered city that was gone to is taken by Enter, which goes on.

    Its list is no popup, so that a click beside it is not lost.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.set_suggestions(self._cities, 1, picks_first=False)
        self.taken.connect(lambda city: self.setText(city.words))
        self.ended.connect(self._go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.suggested is None:
            self.close_popup()
            QLineEdit.keyPressEvent(self, event)  # for the page
        else:
            super().keyPressEvent(event)

    def _cities(self, typed: str) -> list[Suggestion]:
        asked = " " + " ".join(bare_words(typed))
        return [
            Suggestion(name, name, other=other)
            for name, other in sorted(city_names(self._language).items())
            if asked in " " + " ".join(bare_words(name))
        ]

    def _go(self, key: Qt.Key) -> None:
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key != Qt.Key.Key_Backtab)
