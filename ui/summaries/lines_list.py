"""A list of subjects of documents: sessions, partners, issued summaries."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ui.summaries.delegate import LineDelegate
from ui.summaries.lines import SubjectLine
from ui.widgets.tips import tip


class LinesList(QListWidget):
    """`chosen` carries the uid of the record that the person selected."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setItemDelegate(LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._choose)

    def show_lines(self, lines: Sequence[SubjectLine], chosen: UUID | None) -> None:
        """Show the lines; the chosen record stays chosen, without another signal."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.number} {line.title} {line.day}".strip())
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setToolTip(tip(line.title))
            self.addItem(item)
            if line.record == chosen and self.currentRow() < 0:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.item(place).setSelected(True)  # the focus alone makes the first row current
            line: SubjectLine = self.item(place).data(Qt.ItemDataRole.UserRole)
            self.chosen.emit(line.record)
