"""The field of one translation: as high as its words, in the direction of its language."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent

from outreach_app.i18n import Language
from ui.fonts import scaled
from ui.forms.editors import TextEditor

_MIN, _MAX = 56, 176  # px of two lines and of eight
_FRAME = 14  # px above and below the words


class TranslationEditor(TextEditor):
    """Enter and Tab go on to the next field, Shift+Enter breaks the line."""

    def __init__(self, language: Language) -> None:
        super().__init__(scaled(_MIN))
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
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the words their room, up to the most; then the field scrolls."""
        needed = round(self.document().size().height()) + _FRAME
        self.setFixedHeight(max(scaled(_MIN), min(scaled(_MAX), needed)))
