"""A line to search or filter with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from outreach_app.i18n import gettext as _
from ui.icons import icon
from ui.widgets.labels import KeyCap
from ui.widgets.translated import Retranslating, Text

_WIDTH = 264  # leaves space for the text beside the keys
# Milliseconds after the last key before a search starts.
_PAUSE = 150


class SearchLine(Retranslating, QLineEdit):
    """Emits `asked` with the words a moment after the last key; Esc empties it.

    `left_down` is emitted by Down, which leads to the list below.
    """

    asked = Signal(str)
    left_down = Signal()

    def __init__(
        self, name: Text | None = None, keys: str = "", icon_name: str = "magnifying-glass"
    ) -> None:
        super().__init__()
        self._name = name or (lambda: _("Search"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build(keys, icon_name)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textChanged.connect(self._restart)
        self.retranslate()

    def retranslate(self) -> None:
        # A placeholder is not a name for a screen reader.
        self.setPlaceholderText(self._name())
        self.setAccessibleName(self._name())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            if self._pause.isActive():
                self._pause.stop()
                self.asked.emit(self.text())
            self.left_down.emit()
            return
        super().keyPressEvent(event)

    def _restart(self) -> None:
        self._pause.start()

    def _build(self, keys: str, icon_name: str) -> None:
        self.addAction(icon(icon_name), QLineEdit.ActionPosition.LeadingPosition)
        if keys:
            self.setFixedWidth(_WIDTH)
            layout = QHBoxLayout(self)
            layout.setContentsMargins(8, 0, 8, 0)
            layout.addWidget(QWidget(), 1)
            layout.addWidget(KeyCap(keys))
        else:
            self.setClearButtonEnabled(True)
