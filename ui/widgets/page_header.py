"""The head of a page: title, primary action, others, and at the trailing end what it is given."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import KeyCap, page_title
from ui.widgets.translated import Text

HEIGHT = 64
MARGIN = 24


class PageHeader(QWidget):
    """64 px high; actions are added in reading order."""

    def __init__(self, title: Text) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._layout.setSpacing(8)
        self.title = page_title(title)
        self._layout.addWidget(self.title)
        self._layout.addSpacing(8)
        self._layout.addStretch(1)
        self._actions = 2

    def add_action(self, button: QWidget, keys: str = "") -> None:
        """Add a button after those there are, with the keys it answers to beside it."""
        self._insert(button)
        if keys:
            self._insert(KeyCap(keys))
        self._layout.insertSpacing(self._actions, 8)
        self._actions += 1

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget at the trailing end, such as the search line."""
        self._layout.addWidget(widget)

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._actions, widget)
        self._actions += 1
