"""The field for words of several lines in a form that the keyboard confirms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.forms.editors import TextEditor

_HEIGHT = 88  # pixels: three lines
_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Paragraph(TextEditor):
    """Enter begins a line; Ctrl+Enter emits `returnPressed`, which confirms."""

    returnPressed = Signal()  # noqa: N815  the name of a line's signal

    def __init__(self) -> None:
        super().__init__(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_confirmed = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _CONFIRMING and is_confirmed:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)
