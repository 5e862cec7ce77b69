"""Rows in a known order, fetched a page at a time as they come into view."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.tables.columns import Column

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200
_PAGES_KEPT = 8
ICON_ROLE = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """All ids are known, so that the scroll bar tells the truth; few rows are held.

    `load` gives the rows of some ids; an id that is gone meanwhile shows as an empty row. Rows that
    are at hand need none: `show_rows` shows them.
    """

    # The sort key, "" for the list's own order, and whether it descends; the page asks again.
    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        load: Callable[[Sequence[int]], Mapping[int, RowT]] = lambda _ids: {},
    ) -> None:
        super().__init__()
        self._columns = columns
        self._load = load
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Mapping[int, RowT]] = OrderedDict()

    @property
    def columns(self) -> Sequence[Column[RowT]]:
        return self._columns

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these records in this order, read afresh."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows; their ids are their places."""
        self._load = lambda ids: {number: rows[number] for number in ids}
        self.show_ids(range(len(rows)))

    def retranslate(self) -> None:
        """Say every cell again; rows are read again where they hold words."""
        self._pages.clear()
        last = len(self._columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, last))

    def row(self, number: int) -> RowT | None:
        """Return the row at that place; None for one that is gone."""
        page = number // PAGE
        if page not in self._pages:
            self._pages[page] = self._load(self._ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[number])

    def all_rows(self) -> Iterator[RowT]:
        """Yield every row in order, a page at a time beside the pages kept; for any thread."""
        ids, load = self._ids, self._load
        for start in range(0, len(ids), PAGE):
            part = ids[start : start + PAGE]
            rows = load(part)
            yield from (rows[record] for record in part if record in rows)

    def record_at(self, number: int) -> int:
        """Return the id of the record at a place."""
        return self._ids[number]

    def number_of(self, record: int) -> int | None:
        """Return the place of a record's id; None where it is not shown."""
        return self._ids.index(record) if record in self._ids else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, ICON_ROLE) or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        return column.icon(row) if column.icon else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self._columns[column].sort_key if column >= 0 else ""
        if key or column < 0:
            self.sort_asked.emit(key, bool(key) and order is Qt.SortOrder.DescendingOrder)
