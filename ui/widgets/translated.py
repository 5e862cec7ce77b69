"""Widgets whose texts follow the language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

# A text in the current language, asked for again at each switch.
Text = Callable[[], str]

# A mixin for any kind of widget: at run time it must not derive from QWidget.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Retranslating(_Widget):
    """Mixed in before a kind of widget (a button, a label) whose texts follow the language."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of its own again, in the current language; its parts set theirs."""


class Translated(Retranslating, QWidget):
    """A plain widget whose texts follow the language; joins `Surface`, never another kind."""
