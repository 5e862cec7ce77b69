"""An offer while a record is typed: those there already that may be the same."""

from abc import abstractmethod
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import AppContext
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text

MAX_SIMILAR = 3


class Row(Protocol):
    """A record as a list shows it."""

    @property
    def uid(self) -> UUID: ...


RowT = TypeVar("RowT", bound=Row)


class SimilarRows(Surface, Generic[RowT]):
    """Similar records, hidden if there are none. Signals: opened(uid of the one chosen)."""

    opened = Signal(object)

    def __init__(self, context: AppContext, title: Text, margin: int) -> None:
        super().__init__("hover")
        self._context = context
        self._title = title
        self.rows: list[RowT] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(margin, 8, margin, 8)
        self._layout.setSpacing(4)
        self.hide()

    def clear(self) -> None:
        """Offer nothing."""
        self._show([])

    def _show(self, rows: list[RowT]) -> None:
        """Show rows instead of those shown."""
        if rows == self.rows:
            return
        self.rows = rows
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if rows:
            self._layout.addWidget(Label(self._title, tone="warn"))
        for place, row in enumerate(rows):
            self._layout.addWidget(self._line(place, row))
        self.setVisible(bool(rows))

    @abstractmethod
    def _line(self, place: int, row: RowT) -> QWidget:
        """Return the widget of a row, with the button that opens it."""
