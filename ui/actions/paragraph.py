"""The field for one paragraph, shown on several lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from outreach_app.rules.text import clean_line
from ui.forms.editors import TextEditor

_HEIGHT = 88  # pixels: three lines
_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Paragraph(TextEditor):
    """Enter emits `returnPressed`, as in a line."""

    returnPressed = Signal()  # noqa: N815  the name of a line's signal

    def __init__(self) -> None:
        super().__init__(_HEIGHT)

    def value(self) -> object:
        return clean_line(self.toPlainText()) or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CONFIRMING:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)
