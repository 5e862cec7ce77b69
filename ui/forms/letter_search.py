"""Letters typed in a closed list go to the entry of which they begin a word."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

from outreach_app.rules.folding import fold_words
from ui.forms.word_beginnings import IS_INSIDE, beginnings, rank

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class LetterSearch(QObject):
    """Qt looks at the first letters alone: «أبواب» would not find «يوم للأبواب المفتوحة»."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._forget)
        for part in (box, box.view()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
            or self._box.isEditable()
            or event.modifiers() & _COMMANDS
            or not event.text().strip(" " if not self._typed else "")
            or not event.text().isprintable()
        ):
            return super().eventFilter(watched, event)
        self._typed += event.text()
        self._pause.start(QApplication.keyboardInputInterval())
        self._go_to_begun(is_open=watched is not self._box)
        return True

    def _go_to_begun(self, *, is_open: bool) -> None:
        box, names = self._box, [self._box.itemText(it) for it in range(self._box.count())]
        current = box.view().currentIndex().row() if is_open else box.currentIndex()
        place = _find(names, self._typed, max(current, 0)) if len(self._typed) > 1 else None
        if place is None and len(set(self._typed)) == 1:
            place = _find(names, self._typed[0], current + 1)  # each time the next one
        if place is None:
            return
        if is_open:
            box.view().setCurrentIndex(box.model().index(place, box.modelColumn()))
        else:
            box.setCurrentIndex(place)
            box.activated.emit(place)

    def _forget(self) -> None:
        self._typed = ""


def _find(names: list[str], typed: str, start: int) -> int | None:
    """Return the first place from `start` on whose name begins so, else of which a word does."""
    asked = f" {fold_words(typed)}"
    if not asked.strip():
        return None
    places = [*range(start, len(names)), *range(start)]
    ranks = {place: rank(asked, beginnings(names[place])) for place in places}
    found = min(places, key=lambda place: ranks[place], default=None)
    return found if found is not None and ranks[found] < IS_INSIDE else None
