"""The field of one translation: as high as its words, in the direction of its language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

from outreach_app.i18n import Language
from ui.fonts import scaled
from ui.forms.editors import TextEditor

_MIN, _MAX = 56, 176  # px of two lines and of eight
_FRAME = 14  # px above and below the words


class TranslationEditor(TextEditor):
    """Enter and Tab go on to the next field, Shift+Enter breaks the line.

    Esc gives the field what it held when it was entered, and then emits `given_back`; where nothing
    was typed it is left to the dialog.
    """

    given_back = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(scaled(_MIN))
        self._entered_with = ""
        self.write_in(language)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._entered_with:
            self.setPlainText(self._entered_with)
            self.given_back.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered_with = self.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the words their room, up to the most; then the field scrolls."""
        needed = round(self.document().size().height()) + _FRAME
        self.setFixedHeight(max(scaled(_MIN), min(scaled(_MAX), needed)))
