"""A list of sessions, and the search line that narrows the held ones."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ui.summaries.delegate import SessionDelegate
from ui.summaries.lines import SessionLine


class SessionsList(QListWidget):
    """`chosen` carries the uid of the meeting that the person went to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setItemDelegate(SessionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._choose)

    def show_lines(self, lines: Sequence[SessionLine], chosen: UUID | None) -> None:
        """Show the lines; the chosen meeting stays chosen without being chosen again."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.number} {line.title} {line.day}")
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setToolTip(line.title)
            self.addItem(item)
            if line.meeting == chosen and self.currentRow() < 0:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _choose(self, place: int) -> None:
        if place >= 0:
            line: SessionLine = self.item(place).data(Qt.ItemDataRole.UserRole)
            self.chosen.emit(line.meeting)
