"""The view of a RowsModel, with an empty state."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStackedLayout, QTableView

from ui.fonts import font, scaled, unscaled
from ui.settings import Settings, TableLayout
from ui.tables.clipboard import copy_table, say_copied
from ui.tables.columns import leaving, narrowed
from ui.tables.header import Header
from ui.tables.kept_layout import KeptLayout
from ui.tables.row_delegate import RowDelegate
from ui.tables.row_room import ROW_HEIGHT, RowRoom
from ui.tables.rows_model import RowsModel
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")

_HEADER_HEIGHT = 32


class Table(Translated, Generic[RowT]):
    """Rows of 36 px without a grid. `chosen` carries the current row, or None.

    `opened` carries a row on a double click or Enter, `menu_asked` the position for its menu
    on right click, the menu key or Shift+F10. Ctrl+C copies the selected rows.
    `key` names the table in the settings, where widths, order and sort of the columns are kept for
    each language. `sort` is the sort key and whether it descends; a change of it
    is emitted by the model's `sort_asked`.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(
        self, key: str, name: Text, model: RowsModel[RowT], empty: EmptyState, settings: Settings
    ) -> None:
        super().__init__()
        self._name = name
        self._layout = KeptLayout(key, model.columns, settings)
        self._is_restoring = False
        self.sort = "", False
        self.taken: Callable[[Sequence[RowT]], Sequence[RowT]] = lambda rows: rows
        self.model = model
        self._shown = len(model.columns)
        # The stored widths, in px at 100 %, which may not fit.
        self._widths = list(self._layout.read().widths)
        self.view = QTableView()
        self._empty = empty
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._build()
        self._connect()
        self.retranslate()
        self._show_or_advise()

    @property
    def row(self) -> RowT | None:
        """The current row, or None."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def select(self, number: int) -> None:
        """Make the row at that index current, and scroll to it."""
        # Through the selection model: the view would toggle while Ctrl is held.
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            self.model.index(number, 0), flags.ClearAndSelect | flags.Rows
        )

    def select_again(self, records: Sequence[int], number: int) -> None:
        """Make the first of these records current, or the row at an index."""
        left = (self.model.number_of(record) for record in records)
        otherwise = min(max(number, 0), self.model.rowCount() - 1)
        self.select(next((it for it in left if it is not None), otherwise))

    def take_focus(self) -> None:
        """Focus the rows, or the empty state if there are no rows."""
        if self.model.rowCount():
            self.view.setFocus()
        else:
            self._empty.take_focus()

    def enter(self) -> None:
        """Focus the rows, with the first one current if none is."""
        if self.row is None and self.model.rowCount():
            self.select(0)
        self.take_focus()

    def wanted_width(self) -> int:
        """Return the declared total width of the columns, in pixels."""
        return sum(scaled(column.width or column.least) for column in self.model.columns)

    def allow_several(self) -> None:
        """Allow selecting several rows, with Shift, Ctrl and Ctrl+A."""
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def allow_two_lines(self) -> None:
        """Give each row the height of two lines, for long text."""
        self.room.allow_two_lines()

    def chosen_rows(self) -> list[RowT]:
        """Return the rows that are selected, in their order."""
        rows = (self.model.row(number) for number in self.chosen_numbers())
        return [row for row in rows if row is not None]

    def chosen_records(self) -> list[int]:
        """Return the ids of the records that are selected, in the order of their rows."""
        return [self.model.record_at(number) for number in self.chosen_numbers()]

    def copy_rows(self) -> None:
        """Copy the selected rows with their headings, and say how many.

        `taken` says what of them may go out. Columns without room on the screen are copied too.
        """
        if rows := self.taken(self.chosen_rows()):
            copy_table(self.model.columns[: self._shown], rows)
            say_copied(len(rows), self.view)

    def show_columns(self, count: int) -> None:
        """Show only the first columns."""
        self._shown = count
        self._fit()

    def retranslate(self) -> None:
        self.view.setAccessibleName(self._name())
        self.model.retranslate()
        self._restore_layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row visible if a growing strip covers it."""
        super().resizeEvent(event)
        index, height = self.view.currentIndex(), self.view.viewport().height()
        former_height = height + event.oldSize().height() - event.size().height()
        row = self.view.visualRect(index)
        # A row below the former edge was scrolled away on purpose.
        if row.top() < former_height and row.bottom() >= height:
            self.view.scrollTo(index)

    def _build(self) -> None:
        view = self.view
        view.setModel(self.model)
        self.room = RowRoom(view)
        view.setItemDelegate(RowDelegate(self.room))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTabKeyNavigation(False)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._build_header()

    def _build_header(self) -> None:
        header = Header(self.model.columns)
        self.view.setHorizontalHeader(header)
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setFont(font(12, font().Weight.Medium))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)  # it is aligned with the edge of the page
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(any(column.sort_key for column in self.model.columns))
        header.setSortIndicatorClearable(True)
        header.resized.connect(self._fit)
        for number, column in enumerate(self.model.columns):
            if not column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._say_chosen)
        self.view.activated.connect(self._say_opened)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_menu)
        on_keys(self, "Ctrl+C", self.copy_rows)
        on_keys(self, "Shift+F10", lambda: self._ask_menu(QPoint(-1, -1)))
        self.model.modelReset.connect(self._show_or_advise)
        header = self.view.horizontalHeader()
        header.sectionResized.connect(self._resize)
        header.sectionMoved.connect(lambda *_places: self._keep_layout())
        header.sortIndicatorChanged.connect(self._sort)

    def chosen_numbers(self) -> list[int]:
        """Return the indices of the selected rows, in order."""
        return sorted(index.row() for index in self.view.selectionModel().selectedRows())

    def _say_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row(index.row()) if index.isValid() else None)

    def _ask_menu(self, place: QPoint) -> None:
        """Request the menu of the current row: at the mouse, or in the row for the keyboard."""
        cell = self.view.visualRect(self.view.currentIndex())
        if not cell.isValid():
            return
        inside = place if cell.top() <= place.y() <= cell.bottom() else cell.center()
        self.menu_asked.emit(self.view.viewport().mapToGlobal(inside))

    def _say_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(index.row()))

    def _show_or_advise(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _resize(self, number: int, _former: int, width: int) -> None:
        # The stretching column is resized by the window, and a hidden one has no width.
        if width and self.model.columns[number].width and not self._is_restoring:
            self._widths[number] = unscaled(width)
            self._keep_layout()

    def _fit(self) -> None:
        """Hide columns, then shrink them, if they do not fit."""
        header, columns = self.view.horizontalHeader(), self.model.columns
        was_restoring, self._is_restoring = self._is_restoring, True
        titles = [header.sectionSizeFromContents(n).width() for n in range(len(columns))]
        self._hide_columns(titles, header.viewport().width())
        numbers = [
            number
            for number, column in enumerate(columns)
            if column.width and not header.isSectionHidden(number)
        ]
        declared = (scaled(column.least) for column in columns)
        least = map(max, declared, titles)
        rest = [width for width, it in zip(least, columns, strict=True) if not it.width]
        fitting = narrowed(
            [max(scaled(self._widths[number]), titles[number]) for number in numbers],
            [max(titles[number], scaled(columns[number].firm)) for number in numbers],
            header.viewport().width() - sum(rest),
        )
        for number, width in zip(numbers, fitting, strict=True):
            header.resizeSection(number, width)
        self._is_restoring = was_restoring
        self.room.fit_height()

    def _hide_columns(self, titles: Sequence[int], room: int) -> None:
        """Hide the columns that are not requested or do not fit."""
        columns = self.model.columns[: self._shown]
        declared = (scaled(column.firm or column.width or column.least) for column in columns)
        least = list(map(max, declared, titles))
        gone = leaving(columns, least, room)
        for number in range(len(self.model.columns)):
            self.view.setColumnHidden(number, number >= len(columns) or number in gone)

    def _sort(self, number: int, order: Qt.SortOrder) -> None:
        if self._is_restoring:
            return
        key = self.model.columns[number].sort_key if number >= 0 else ""
        if number >= 0 and not key:
            self._restore_layout()  # restore the former sort arrow
            return
        self.sort = key, bool(key) and order is Qt.SortOrder.DescendingOrder
        self._keep_layout()
        row = self.row
        self.model.sort(number, order)
        if row in self.model.rows:
            select_row(self, lambda other: other == row)

    def _keep_layout(self) -> None:
        if self._is_restoring:
            return
        header = self.view.horizontalHeader()
        numbers = range(header.count())
        places = tuple(map(header.visualIndex, numbers))
        self._layout.keep(TableLayout(tuple(self._widths), places, *self.sort))

    def _restore_layout(self) -> None:
        kept, header = self._layout.read(), self.view.horizontalHeader()
        keys = [column.sort_key for column in self.model.columns]
        number = keys.index(kept.sort_key) if kept.sort_key else -1
        order = Qt.SortOrder.DescendingOrder if kept.is_descending else Qt.SortOrder.AscendingOrder
        self._is_restoring = True
        for place in range(len(keys)):
            header.moveSection(header.visualIndex(kept.places.index(place)), place)
        self._widths = list(kept.widths)
        self._fit()
        header.setSortIndicator(number, order)
        self._is_restoring = False
        if self.sort != (kept.sort_key, kept.is_descending):
            self.sort = kept.sort_key, kept.is_descending
            self.model.sort(number, order)


def select_row(table: Table[RowT], is_it: Callable[[RowT], bool]) -> None:
    """Make the row in memory current of which this is true, the first if there is none."""
    table.select(next((at for at, row in enumerate(table.model.rows) if is_it(row)), 0))
