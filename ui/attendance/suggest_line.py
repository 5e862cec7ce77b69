"""A line edit with suggestions, which reports the keys that end it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.attendance.suggest_popup import SuggestPopup
from ui.attendance.suggestion import Suggest, Suggestion
from ui.widgets.keys import PASSING, digit_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_ROW = (Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down)  # with Ctrl


class SuggestLine(QLineEdit):
    """Enter or Tab accepts the chosen suggestion: `taken` carries it, before the key.

    `ended` carries the key that ends the line (Enter, Tab, Backtab, Up, Down), `escaped` says that
    Esc was for the line, not for the page. Suggestions start after `letters` letters;
    with `picks_first` the first row is chosen at once, with `picks_untyped` even without letters;
    the present value is chosen before any letter. If they are `is_numbered` the keys 1 to 3
    accept one before any letter.
    """

    taken = Signal(object)
    ended = Signal(object)
    escaped = Signal()
    lines_pasted = Signal(object)
    calendar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest: Suggest | None = None
        self._letters = 0
        self._picks_first = self._picks_untyped = True
        self._is_numbered = False
        self._popup: SuggestPopup | None = None
        self._suggested_before = False
        self._rests = False  # on the present value, which Enter alone keeps
        self.textEdited.connect(self.suggest)

    def set_suggestions(
        self,
        suggest: Suggest | None,
        letters: int,
        *,
        picks_first: bool = True,
        picks_untyped: bool = True,
        is_numbered: bool = False,
    ) -> None:
        """Set the suggestions; None for none."""
        self._suggest = suggest
        self._letters = letters
        self._is_numbered = is_numbered
        self._picks_first = picks_first
        self._picks_untyped = picks_first and picks_untyped
        self.close_popup()

    @property
    def height_above(self) -> int:
        """The height over the line that its suggestions leave free."""
        return 0

    @property
    def has_suggestions(self) -> bool:
        """Whether suggestions are visible."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def suggested(self) -> Suggestion | None:
        """The suggestion that Enter would accept."""
        return self._popup.chosen if self._popup and not self._rests else None

    def suggest(self) -> None:
        """Show the suggestions for the typed text."""
        typed = self.text().strip()
        rows = self._suggest(typed) if self._suggest and len(typed) >= self._letters else ()
        if not rows and self._popup is None:
            return
        if self._popup is None:
            self._popup = SuggestPopup(self.window())
            self._popup.clicked.connect(self._take_clicked)
        picks = self._picks_first if typed else self._picks_untyped
        is_open = len(rows) > 1 and rows[0].is_inside
        now = next((place for place, row in enumerate(rows) if row.is_now), -1)
        self._rests = not typed and now >= 0 and not picks
        first = 0 if picks and not is_open else -1
        first = now if not typed and now >= 0 else first
        self._popup.show_rows(rows, self, first, self.height_above)

    def suggest_again(self) -> None:
        """Update the shown suggestions after a switch of language."""
        if self.has_suggestions:
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
            and self.has_suggestions
        ):
            event.accept()  # Esc closes the suggestions first, not the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if has_control and key in _OF_ROW:
            event.ignore()  # the table removes or moves the whole line
            return
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            return
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self.has_suggestions and self._popup is not None:
                self._rests = False
                self._popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.ended.emit(key)
        elif key in _ENTER and not has_control:
            self._end(event)
        elif self._is_numbered and not self.text() and self._choose(digit_of(event)):
            self._take_clicked()
        elif key == Qt.Key.Key_Escape and self.has_suggestions:
            self.close_popup()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._suggested_before:
            self._suggested_before = False
            self.suggest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # The help, or another program: it offers them again once it is back.
        self._suggested_before = self.has_suggestions and event.reason() in PASSING
        self.close_popup()
        super().focusOutEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._popup is not None:
            self._popup.stay_under(self, self.height_above)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_popup()
        super().hideEvent(event)

    def _end(self, event: QKeyEvent) -> None:
        chosen = self.suggested
        self.close_popup()
        if chosen is not None and event.key() != Qt.Key.Key_Backtab:
            self.taken.emit(chosen)
        self.ended.emit(Qt.Key.Key_Return if event.key() in _ENTER else Qt.Key(event.key()))

    def _choose(self, number: int | None) -> bool:
        """Choose the row of a number; return False if none is shown."""
        if number is None or self._popup is None or not self._popup.isVisible():
            return False
        return self._popup.choose(number - 1)

    def _take_clicked(self) -> None:
        self._rests = False
        chosen = self.suggested
        self.close_popup()
        if chosen is not None:
            self.taken.emit(chosen)
            self.ended.emit(Qt.Key.Key_Return)

    def _paste_lines(self) -> bool:
        """Return whether several lines were pasted, which are then not inserted here."""
        lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        self.lines_pasted.emit(lines)
        return True
