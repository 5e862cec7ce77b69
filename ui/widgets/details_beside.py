"""A list with the details of its current row: beside it, or over it in a narrow window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.fonts import scaled
from ui.icons import icon
from ui.widgets.buttons import IconButton
from ui.widgets.fitting import Fitting
from ui.widgets.keys import on_keys
from ui.widgets.surfaces import Hairline, Surface

_LIST = 640  # px of a list that can be read beside details
_OPENER = 32


def room_of_a_list() -> int:
    """Return the least width of a list beside details, in pixels."""
    return scaled(_LIST)


class DetailsBeside(Fitting, QWidget):
    """Where the list would have less than `least`, a button or F3 shows the details over it.

    Esc closes them. `details` have a fixed width. A list that `gives_way` is narrowed by them
    instead of covered: of a calendar, every day stays in sight.
    """

    def __init__(
        self,
        rows: QWidget,
        details: QWidget,
        least: Callable[[], int] = room_of_a_list,
        *,
        gives_way: bool = False,
    ) -> None:
        super().__init__()
        self._least, self._gives_way = least, gives_way
        self._has_details, self._is_over, self._is_open = True, False, False
        self.side, self.edge = Surface(), Surface()
        self.opener = IconButton(self._opener_words, "caret-left")
        self._row = QHBoxLayout(self)
        self._build(rows, details)
        on_keys(self, "F3", self._turn)
        self.fit()

    def offer(self, *, has_details: bool) -> None:
        """Show nothing beside a list without rows."""
        self._has_details = has_details
        self.fit()

    def open_over(self) -> bool:
        """Show the details over the list; return False if they are in sight already."""
        if not self._is_over or self._is_open or not self._has_details:
            return False
        self._turn()
        return True

    def fit(self) -> None:
        width = self.side.minimumSizeHint().width()
        is_over = self.width() < self._least() + width
        if is_over != self._is_over:
            self._is_over, self._is_open = is_over, False
            self._lift(is_lifted=is_over and not self._gives_way)
        self.edge.setVisible(is_over and self._has_details)
        self.side.setVisible(self._has_details and (self._is_open or not is_over))
        if is_over and not self._gives_way:
            left = self.width() - _OPENER - width
            place = QRect(left, 0, width, self.height())
            self.side.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            self.side.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_open:
            self._turn()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()

    def _lift(self, *, is_lifted: bool) -> None:
        """Take the details out of the row, over the list, or put them back beside it."""
        self._row.removeWidget(self.side)
        if not is_lifted:
            self._row.insertWidget(1, self.side)

    def _opener_words(self) -> str:
        return _("Close the details (Esc)") if self._is_open else _("Details (F3)")

    def _turn(self) -> None:
        if not self._is_over:
            return
        had_focus = self.side.isAncestorOf(self.focusWidget())
        self._is_open = not self._is_open
        self.opener.setIcon(icon("caret-right" if self._is_open else "caret-left"))
        self.opener.retranslate()
        self.fit()
        if had_focus:
            self._rows.setFocus()

    def _build(self, rows: QWidget, details: QWidget) -> None:
        self._rows = rows
        beside, edge = QHBoxLayout(self.side), QVBoxLayout(self.edge)
        for layout in (self._row, beside, edge):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        beside.addWidget(Hairline(is_vertical=True))
        beside.addWidget(details)
        self.edge.setFixedWidth(_OPENER)
        self.opener.setFixedSize(_OPENER, _OPENER)
        self.opener.clicked.connect(self._turn)
        edge.addWidget(self.opener)
        edge.addStretch(1)
        self._row.addWidget(rows, 1)
        self._row.addWidget(self.side)
        self._row.addWidget(self.edge)
