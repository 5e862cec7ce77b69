"""A table under its caption."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.table_export import logged_copies
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.translated import Text, Translated

RowT = TypeVar("RowT")
GAP = 8  # between the caption and the table


class CaptionedTable(Translated, Generic[RowT]):
    """A table with an icon and a caption; its owner hides it when there are no rows."""

    def __init__(
        self,
        context: AppContext,
        key: str,
        name: Text,
        columns: Sequence[Column[RowT]],
        icon: IconLabel,
        words: Label,
    ) -> None:
        super().__init__()
        self.words = words
        self.table: Table[RowT] = Table(
            f"exchange.{key}",
            name,
            RowsModel(columns),
            EmptyState("check-circle", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(icon)
        line.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(line)
        column.addWidget(self.table, 1)
