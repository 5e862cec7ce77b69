"""A line that suggests while it is typed in, and says which keys end it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.meetings.suggest_popup import SuggestPopup
from ui.meetings.suggestions import Suggestion

Suggest = Callable[[str], Sequence[Suggestion]]

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SuggestLine(QLineEdit):
    """Enter or Tab takes the suggestion that is chosen: `taken` carries it, before the key.

    `ended` carries the key that ends the line (Enter, Tab, Backtab, Up, Down). `letters` are
    needed before anything is suggested; with `picks_first` the first row is chosen at once.
    """

    taken = Signal(object)
    ended = Signal(object)
    lines_pasted = Signal(object)
    calendar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest: Suggest | None = None
        self._letters = 0
        self._picks_first = True
        self._popup: SuggestPopup | None = None
        self.textEdited.connect(self.suggest)

    def set_suggestions(
        self, suggest: Suggest | None, letters: int, *, picks_first: bool = True
    ) -> None:
        """Suggest these from now on, or nothing with None."""
        self._suggest, self._letters, self._picks_first = suggest, letters, picks_first
        self.close_popup()

    @property
    def suggested(self) -> Suggestion | None:
        """The suggestion that Enter would take."""
        return self._popup.chosen if self._popup else None

    def suggest(self) -> None:
        """Show what fits the words so far."""
        typed = self.text().strip()
        rows = self._suggest(typed) if self._suggest and len(typed) >= self._letters else ()
        if not rows and self._popup is None:
            return
        if self._popup is None:
            self._popup = SuggestPopup(self.window())
            self._popup.clicked.connect(self._take_clicked)
        self._popup.show_rows(rows, self, 0 if self._picks_first else -1)

    def suggest_again(self) -> None:
        """Say the suggestions that are shown in the language that was switched to."""
        if self._popup is not None and self._popup.isVisible():
            self.suggest()

    def close_popup(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def event(self, event: QEvent) -> bool:
        # Tab never reaches keyPressEvent of a widget inside a view.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            self._end(event)
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._popup is not None
            and self._popup.isVisible()
        ):
            event.accept()  # Esc closes the suggestions first, not the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self._popup is not None and self._popup.isVisible()
        key, has_control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Delete and has_control:
            event.ignore()  # the table takes the whole line out
            return
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            return
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if is_open and self._popup is not None:
                self._popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.ended.emit(key)
        elif key in _ENTER and not has_control:
            self._end(event)
        elif key == Qt.Key.Key_Escape and is_open:
            self.close_popup()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_popup()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_popup()
        super().hideEvent(event)

    def _end(self, event: QKeyEvent) -> None:
        chosen = self.suggested
        self.close_popup()
        if chosen is not None and event.key() != Qt.Key.Key_Backtab:
            self.taken.emit(chosen)
        self.ended.emit(Qt.Key.Key_Return if event.key() in _ENTER else Qt.Key(event.key()))

    def _take_clicked(self) -> None:
        chosen = self.suggested
        self.close_popup()
        if chosen is not None:
            self.taken.emit(chosen)
            self.ended.emit(Qt.Key.Key_Return)

    def _paste_lines(self) -> bool:
        """Return whether several lines were pasted, which are then not put into this one."""
        lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        self.lines_pasted.emit(lines)
        return True
