"""Widgets whose texts follow the language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

# A text in the current language, evaluated again at each switch.
Text = Callable[[], str]

# A mixin for any kind of widget: at run time it must not derive from QWidget.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Retranslating(_Widget):
    """A mixin placed before a widget class whose texts follow the language."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set its own texts again, in the current language; its children set theirs."""


class Translated(Retranslating, QWidget):
    """A plain widget whose texts follow the language; combined only with `Surface`."""
