"""The list of pairs at the leading side."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from outreach_app.queries.duplicates import DuplicateRow, MergedRow
from ui.duplicates.pair_delegate import PairDelegate, foot_of, names_of
from ui.fonts import fix_width, scaled

_WIDTH, _NARROW = 360, 264
_ROOM_FOR_BOTH = 936  # px of a page that shows the list and two records


class PairsList(QListWidget):
    """Emits `chosen` when another pair is current; if one is gone, the next one is."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        fix_width(self, _WIDTH)
        self.setItemDelegate(PairDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.currentRowChanged.connect(self.chosen)

    @property
    def pair(self) -> DuplicateRow | MergedRow | None:
        """The pair that is current."""
        found: DuplicateRow | MergedRow | None
        found = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found

    def fit_beside(self, room: int) -> None:
        """Take the width that a page of that width leaves beside two records."""
        fix_width(self, _NARROW if room < scaled(_ROOM_FOR_BOTH) else _WIDTH)

    def show_rows(self, rows: Sequence[DuplicateRow | MergedRow]) -> None:
        """Show these pairs without a signal, as the caller shows the current one anyway."""
        before, place = self.pair, max(self.currentRow(), 0)
        if before in rows:
            place = rows.index(before)
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                first, second = names_of(row)
                item = QListWidgetItem(f"{first}, {second}: {foot_of(row)}")
                item.setData(Qt.ItemDataRole.UserRole, row)
                self.addItem(item)
            self.setCurrentRow(min(place, len(rows) - 1))
