"""Extra space in table rows: headings above groups, commands under the current row."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from outreach_app.i18n import isolate
from ui.fonts import scaled

ROW_HEIGHT = 36
TWO_LINES = 52  # px of such a row at 100 %
HEADING_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group of rows, its count, and the tone of the text.

    A group that was not counted to its end has at least `count` rows.
    """

    words: str
    count: int
    tone: str = "text"
    is_counted: bool = True

    @property
    def number(self) -> str:
        """Return how many rows the group has, as it is shown."""
        return str(self.count) if self.is_counted else isolate(f"{self.count - 1}+")


class RowRoom(QObject):
    """Makes rows higher: the first of a group for its heading, the current one for a widget.

    No rows are inserted, so that every row of the view is a record. `row_height` is
    the height of a plain row.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.row_height = ROW_HEIGHT
        self._has_two_lines = False
        self._headings: Mapping[int, Heading] = {}
        self._under: QWidget | None = None
        self._raised: set[int] = set()
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.selectionModel().currentRowChanged.connect(self.arrange)
        view.model().modelReset.connect(self._forget)
        view.model().rowsInserted.connect(self.arrange)

    def heading(self, number: int) -> Heading | None:
        """Return the heading over a row, if it is the first of a group."""
        return self._headings.get(number)

    def show_headings(self, headings: Mapping[int, Heading]) -> None:
        """Show these headings, each above the row of its index."""
        self._headings = headings
        self.arrange()

    def show_under(self, widget: QWidget) -> None:
        """Show a widget under the current row, at its preferred height."""
        self._under = widget
        widget.setParent(self._view.viewport())
        widget.installEventFilter(self)
        self.arrange()

    def allow_two_lines(self) -> None:
        """Give each row the height of two lines, for long text."""
        self._has_two_lines = True
        self.fit_height()

    def fit_height(self) -> None:
        """Give the rows the height of their lines in the text size in use."""
        height = scaled(TWO_LINES) if self._has_two_lines else ROW_HEIGHT
        if height != self.row_height:
            self.row_height = height
            self._view.verticalHeader().setDefaultSectionSize(height)

    def arrange(self) -> None:
        """Set the height of each row."""
        current = self._view.currentIndex().row()
        needed = dict.fromkeys(self._headings, HEADING_HEIGHT)
        if current >= 0 and self._under is not None:
            needed[current] = needed.get(current, 0) + self._height_under(self._under)
        for number in self._raised - needed.keys():
            self._view.setRowHeight(number, self.row_height)
        for number, more in needed.items():
            self._view.setRowHeight(number, self.row_height + more)
        self._raised = set(needed)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._view.viewport():
            self.arrange()  # what is under the row may need more lines
        if event.type() == QEvent.Type.LayoutRequest and watched is self._under:
            self.arrange()
            focused = QApplication.focusWidget()
            if focused is not None and self._under.isAncestorOf(focused):  # in a form that grew
                self._view.scrollTo(self._view.currentIndex())
        if event.type() == QEvent.Type.KeyPress and watched is self._under:
            # Keys that a field ignores must not reach the list, where Enter opens a row.
            event.accept()
            return True
        return False

    def _height_under(self, widget: QWidget) -> int:
        """Return the height of the widget, which may wrap, in the width of the rows."""
        width = self._view.viewport().width()
        wraps = widget.hasHeightForWidth()
        return widget.heightForWidth(width) if wraps else widget.sizeHint().height()

    def _forget(self) -> None:
        """Reset all rows to one height, which the view keeps: the model has other rows now."""
        self._headings = {}
        for number in self._raised & set(range(self._view.model().rowCount())):
            self._view.setRowHeight(number, self.row_height)
        self._raised = set()
        self._place()

    def _place(self) -> None:
        if self._under is None:
            return
        row = self._view.visualRect(self._view.currentIndex())
        self._under.setVisible(row.isValid())
        if row.isValid():
            height = self._height_under(self._under)
            top = row.bottom() + 1 - height
            self._under.setGeometry(QRect(0, top, self._view.viewport().width(), height))
