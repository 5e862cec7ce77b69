"""The header of a page: title, actions, and the search at the trailing end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.commands import MoreButton, command_of
from ui.widgets.labels import KeyCap, page_title
from ui.widgets.reading_order import order_children
from ui.widgets.search_box import NARROW, WIDE, SearchBox
from ui.widgets.translated import Text

HEIGHT = 64
MARGIN = 24


class PageHeader(QWidget):
    """64 px high; actions are added in reading order, one or two visible and the rest under “…”.

    If it is narrow, keys are hidden first, then the search box becomes an icon, and then
    all buttons but the first go under “…” too.
    """

    def __init__(self, title: Text, search: Callable[[], None]) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._layout.setSpacing(8)
        self.title = page_title(title)
        self.search = SearchBox()
        self.search.clicked.connect(search)
        self._layout.addWidget(self.title)
        self._layout.addSpacing(8)
        self._layout.addStretch(1)
        self._layout.addWidget(self.search)
        self._actions = 2
        self._caps: list[KeyCap] = []
        self._has_first = False
        self._seconds: list[Button] = []  # those that can be hidden
        self._keys: dict[Button, QShortcut] = {}
        self._gone: list[Button] = []
        self._rest: list[Button] = []
        self._more = MoreButton(lambda: [command_of(it) for it in (*self._gone, *self._rest)])
        self._layout.insertWidget(self._actions, self._more)
        self._more.hide()

    def add_subtitle(self, widget: QWidget) -> None:
        """Add a subtitle beside the title."""
        self._layout.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignBaseline)
        self._actions += 1
        order_children(self._layout)

    def add_action(self, button: QWidget, keys: str = "") -> None:
        """Add a button after the others, with its keys beside it.

        A hidden one takes no space.
        """
        if isinstance(button, Button) and not button.is_offered:
            button.setParent(self)
            return
        if self._has_first and isinstance(button, Button):
            self._seconds.append(button)
            self._keys[button] = QShortcut(button.shortcut(), self, enabled=False)
            self._keys[button].activated.connect(button.click)
        self._has_first = True
        self._insert(button)
        if keys:
            self._caps.append(KeyCap(keys))
            self._insert(self._caps[-1])
        self._layout.insertSpacing(self._actions, 8)
        self._actions += 1

    def add_rest(self, *buttons: Button) -> None:
        """Put buttons under “…”, after the visible actions; their actions and keys stay.

        Hidden ones are omitted.
        """
        rest = [button for button in buttons if button.is_offered]
        for button in buttons:
            button.setParent(self)
            button.hide()
        for button in rest:
            if not button.shortcut().isEmpty():
                QShortcut(button.shortcut(), self).activated.connect(button.click)
        self._rest += rest
        self._more.setVisible(bool(self._rest))

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget before the search, such as the choice of a period."""
        self._layout.insertWidget(self._layout.count() - 1, widget)
        order_children(self._layout)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size without what can be hidden."""
        least = self._without_the_rest(self._layout.minimumSize())
        seconds = sum(map(self._width_of, (it for it in self._seconds if it.isVisibleTo(self))))
        return QSize(least - seconds + self._width_of(self._more), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # its words may have changed while it was hidden

    def event(self, event: QEvent) -> bool:
        # The text of a part has changed, and with it the remaining space.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self._let_buttons_leave()
        room = self.width() - self._without_the_rest(self._layout.sizeHint())
        is_wide = room >= WIDE - NARROW
        self.search.set_narrow(is_narrow=not is_wide)
        keys = sum(map(self._width_of, self._caps))
        for cap in self._caps:
            cap.setVisible(is_wide and room - (WIDE - NARROW) >= keys)

    def _let_buttons_leave(self) -> None:
        """Show the buttons that fit beside the search icon; change nothing else."""
        offered = [it for it in self._seconds if it in self._gone or it.isVisibleTo(self)]
        room = self.width() - self._without_the_rest(self._layout.sizeHint())
        room -= sum(map(self._width_of, self._gone))
        more = 0 if self._rest else self._width_of(self._more)
        if self._more.isVisibleTo(self):
            room += more
        gone: list[Button] = []
        while offered and room - (more if gone else 0) < 0:
            gone.insert(0, offered.pop())
            room += self._width_of(gone[0])
        for button in {*gone, *self._gone}:
            button.setVisible(button not in gone)
            self._keys[button].setEnabled(button in gone)  # the keys of a hidden button do not work
        self._gone = gone
        self._more.setVisible(bool(gone or self._rest))

    def _without_the_rest(self, size: QSize) -> int:
        """Return a width of the layout without what is hidden first."""
        in_sight = sum(self._width_of(cap) for cap in self._caps if cap.isVisibleTo(self))
        return size.width() - in_sight - (self.search.width() - NARROW)

    def _width_of(self, part: QWidget) -> int:
        return part.sizeHint().width() + self._layout.spacing()

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._actions, widget)
        self._actions += 1
        order_children(self._layout)
