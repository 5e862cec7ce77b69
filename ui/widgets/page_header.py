"""The head of a page: title, primary action, others, and at the trailing end what it is given."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.commands import MoreButton, command_of
from ui.widgets.labels import KeyCap, page_title
from ui.widgets.translated import Text

HEIGHT = 64
MARGIN = 24


class PageHeader(QWidget):
    """64 px high; actions are added in reading order, one or two in sight and the rest under “…”.

    Where it is narrow, keys are not shown.
    """

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
        self._caps: list[KeyCap] = []

    def add_action(self, button: QWidget, keys: str = "") -> None:
        """Add a button after those there are, with the keys it answers to beside it.

        One that is not offered takes no place.
        """
        if isinstance(button, Button) and not button.is_offered:
            button.setParent(self)
            return
        self._insert(button)
        if keys:
            self._caps.append(KeyCap(keys))
            self._insert(self._caps[-1])
        self._layout.insertSpacing(self._actions, 8)
        self._actions += 1

    def add_rest(self, *buttons: Button) -> None:
        """Put buttons under “…”, after the actions in sight; what they do and their keys stay.

        Of those that are not offered nothing is shown.
        """
        rest = [button for button in buttons if button.is_offered]
        for button in buttons:
            button.setParent(self)
            button.hide()
        for button in rest:
            if not button.shortcut().isEmpty():
                QShortcut(button.shortcut(), self).activated.connect(button.click)
        if rest:
            self.add_action(MoreButton(lambda: [command_of(button) for button in rest]))

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget at the trailing end, such as the search line."""
        self._layout.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Return the room that it needs without the keys."""
        return QSize(self._needed_width() - self._width_of_caps(), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self._needed_width()
        for cap in self._caps:
            cap.setVisible(has_room)

    def _needed_width(self) -> int:
        """Return the width with the keys, in sight or not."""
        hidden = sum(not cap.isVisibleTo(self) for cap in self._caps)
        needed = self._layout.minimumSize().width()
        return needed + (self._width_of_caps() if hidden else 0)

    def _width_of_caps(self) -> int:
        return sum(cap.sizeHint().width() + self._layout.spacing() for cap in self._caps)

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._actions, widget)
        self._actions += 1
