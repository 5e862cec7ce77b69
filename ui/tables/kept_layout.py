"""The widths, order and sort of a table's columns, kept in the settings for each language."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from outreach_app import i18n
from ui.settings import Settings, TableLayout
from ui.tables.columns import Column

RowT = TypeVar("RowT")


class KeptLayout(Generic[RowT]):
    """Keeps the layout of one table, by the key that names it in the settings."""

    def __init__(self, key: str, columns: Sequence[Column[RowT]], settings: Settings) -> None:
        self._key = key
        self._columns = columns
        self._settings = settings

    def read(self) -> TableLayout:
        """Return the layout of this language; the declared one if another version kept it."""
        columns = self._columns
        numbers = tuple(range(len(columns)))
        declared = TableLayout(tuple(column.width for column in columns), numbers)
        kept = self._settings.tables.get(self._name, declared)
        is_sortable = not kept.sort_key or kept.sort_key in {column.sort_key for column in columns}
        fits = len(kept.widths) == len(columns) and tuple(sorted(kept.places)) == numbers
        return kept if fits and is_sortable else declared

    def keep(self, layout: TableLayout) -> None:
        """Keep another layout for this language."""
        self._settings.tables[self._name] = layout

    @property
    def _name(self) -> str:
        # Text is longer in one language than in the other.
        return f"{self._key}.{i18n.current().value}"
