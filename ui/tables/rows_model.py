"""A lazily fetched table model: rows by the page, ids by the portion."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from outreach_app.queries.portions import Portion, first_portion
from ui.tables.columns import Column, in_order

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
# Returns the ids of a portion of a list.
Ask = Callable[[Portion], Sequence[int]]

PAGE = 50  # rows: a screen and what is scrolled next
_PAGES_KEPT = 32
_PORTION = 500  # rows per portion of an export
ICON_ROLE = Qt.ItemDataRole.UserRole
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
FILE_ROLE = Qt.ItemDataRole.UserRole + 2
_ROLES = (Qt.ItemDataRole.DisplayRole, ICON_ROLE, MARK_ROLE, FILE_ROLE)


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """A lazy table model: caches a few pages of rows, and the ids fetched so far.

    `load` returns the rows of some ids; an id that is gone shows as an empty row. Rows that
    are in memory need none: `show_rows` shows and sorts them. `mark` returns a word that is shown
    at the end of the first cell of a row, "" for none.
    """

    # The sort key, "" for the default order, and whether it descends; the page reloads.
    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        load: Callable[[Sequence[int]], Mapping[int, RowT]] = lambda _ids: {},
    ) -> None:
        super().__init__()
        self.columns = columns
        self._load = load
        self.mark: Callable[[RowT], str] = lambda _row: ""
        self._ids: Sequence[int] = ()
        self._more: Ask | None = None
        self._pages: OrderedDict[int, Mapping[int, RowT]] = OrderedDict()
        self._given: Sequence[RowT] | None = None  # in memory, in their own order
        self._sort = -1, False
        self.rows: Sequence[RowT] = ()  # in memory, as they are shown

    @property
    def has_more(self) -> bool:
        """Whether there are more rows than have been fetched."""
        return self._more is not None

    def show_ids(self, ids: Sequence[int], more: Ask | None = None) -> None:
        """Show these records in this order, reloaded; `more` returns the following ones, if any."""
        self.beginResetModel()
        self._ids = ids
        self._more = more
        self._pages.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows, sorted as was asked; their ids are their indices."""
        number, is_descending = self._sort
        self._given = rows
        if number >= 0:
            rows = in_order(rows, self.columns[number], is_descending=is_descending)
        self.rows = rows
        self._load = lambda ids: {number: rows[number] for number in ids}
        self.show_ids(range(len(rows)))

    def retranslate(self) -> None:
        """Update every cell; reload rows that contain translated text."""
        self._pages.clear()
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, last))

    def row(self, number: int) -> RowT | None:
        """Return the row at that index; None for one that is gone."""
        page = number // PAGE
        if page not in self._pages:
            self._pages[page] = self._load(self._ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[number])

    def all_rows(self) -> Iterator[RowT]:
        """Yield every row of the list in order, fetched or not; safe in any thread.

        They are read by portions, without touching the cache.
        """
        ids, load, more = self._ids, self._load, self._more
        first = 0
        while ids:
            for start in range(0, len(ids), _PORTION):
                part = ids[start : start + _PORTION]
                rows = load(part)
                yield from (rows[record] for record in part if record in rows)
            first += len(ids)
            ids = more(Portion(first, len(ids), ids[-1])) if more else ()

    def record_at(self, number: int) -> int:
        """Return the id of the record at an index."""
        return self._ids[number]

    def number_of(self, record: int, *, is_sought: bool = False) -> int | None:
        """Return the index of a record's id; None if it is not in the list.

        With `is_sought` the whole list is searched, and fetched up to the record.
        """
        while is_sought and self._more and record not in self._ids:
            self.fetchMore(QModelIndex())
        return self._ids.index(record) if record in self._ids else None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more is not None and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Double the fetched ids, so that the end of the longest list is a few steps away.

        The last page, which may have been incomplete, is reloaded.
        """
        if self._more is None or parent.isValid():
            return
        shown = len(self._ids)
        behind = self._more(Portion(shown, shown, self._ids[-1]))
        if len(behind) < shown:
            self._more = None
        if behind:
            self.beginInsertRows(QModelIndex(), shown, shown + len(behind) - 1)
            self._ids = [*self._ids, *behind]
            self._pages.pop((shown - 1) // PAGE, None)
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == MARK_ROLE:
            return self.mark(row) if index.column() == 0 else ""
        column = self.columns[index.column()]
        if role == FILE_ROLE:
            return column.is_file
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        return column.icon(row) if column.icon else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort_key if column >= 0 else ""
        if key or column < 0:
            self._sort = column, order is Qt.SortOrder.DescendingOrder
            if self._given is not None:
                self.show_rows(self._given)
            self.sort_asked.emit(key, bool(key) and order is Qt.SortOrder.DescendingOrder)


def show_list(model: RowsModel[RowT], ask: Ask, place: int) -> None:
    """Show a list at least up to an index; the rest is fetched when needed."""
    portion = first_portion(place)
    ids = ask(portion)
    is_whole = len(ids) < (portion.most or 0)
    model.show_ids(ids, None if is_whole else ask)
