"""The rows of a note as a list: a title above each group, then its rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from outreach_app.i18n import gettext as _
from ui.notes.rows import Group, Row
from ui.notes.words import group_words, under_words, value_words

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ROW = _Role.UserRole


class RowsModel(QAbstractListModel):
    """Items are groups, which cannot be selected, and rows; `place` maps an item to its row."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Group | tuple[int, Row]] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows under the titles of their groups."""
        self.beginResetModel()
        self._items = []
        for place, row in enumerate(rows):
            if not place or rows[place - 1].group is not row.group:
                self._items.append(row.group)
            self._items.append((place, row))
        self.endResetModel()

    def place(self, item: int) -> int | None:
        """Return the place of the row at an item; None for a title."""
        found = self._items[item] if 0 <= item < len(self._items) else None
        return found[0] if isinstance(found, tuple) else None

    def item_of(self, place: int) -> int:
        """Return the item of the row at a place."""
        places = (self.place(item) for item in range(len(self._items)))
        return next((item for item, found in enumerate(places) if found == place), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.place(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if isinstance(item, Group):
            return (
                group_words(item) if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None
            )
        _place, row = item
        if role == ROW:
            return row
        if role == _Role.DisplayRole:
            return value_words(row)
        if role == _Role.AccessibleTextRole:
            ticked = _("included") if row.is_ticked else _("not included")
            return " · ".join(filter(None, (value_words(row), under_words(row), ticked)))
        return None
