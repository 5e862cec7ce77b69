"""A month as a table of days."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from outreach_app.i18n import gettext as _
from ui.agenda.day_delegate import DayDelegate
from ui.agenda.grid_model import GridModel
from ui.widgets.translated import Retranslating


class MonthGrid(Retranslating, QTableView):
    """Six weeks without lines or scroll bars; the current cell is the chosen day."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(DayDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for heading in (self.horizontalHeader(), self.verticalHeader()):
            heading.setMinimumSectionSize(24)
            heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            heading.setHighlightSections(False)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Days"))
