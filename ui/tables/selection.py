"""The selection of several records of a table, as after an undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel

from ui.tables.table import Table

RowT = TypeVar("RowT")
_MORE = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def selecting_again(table: Table[RowT]) -> Callable[[], None]:
    """Return what selects again the records that are selected now."""
    return partial(_select_records, table, table.chosen_records())


def _select_records(table: Table[RowT], records: Sequence[int]) -> None:
    """Select those of these records that are listed, the first of them current."""
    numbers = [it for it in map(table.model.number_of, records) if it is not None]
    for number in numbers[:1]:
        table.select(number)
    for number in numbers[1:]:
        table.view.selectionModel().select(table.model.index(number, 0), _MORE)
