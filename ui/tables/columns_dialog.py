"""The dialog that asks which columns of a list to export."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.tables.columns import Column
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import section_title
from ui.widgets.layouts import row_of

RowT = TypeVar("RowT")


class ColumnsDialog(QDialog, Generic[RowT]):
    """Shows a checkbox for each column, unchecked if it was left out last time."""

    def __init__(
        self, columns: Sequence[Column[RowT]], left_out: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Columns to export"))
        self.ticks = [QCheckBox(column.title()) for column in columns]
        for place, tick in enumerate(self.ticks):
            tick.setChecked(place not in left_out)
            tick.toggled.connect(self._follow)
        self.export = primary_button(lambda: _("Export"), "export")
        self.cancel = Button(lambda: _("Cancel"))
        self._build()
        self.export.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._follow()

    def left_out(self) -> list[int]:
        """Return the indices of the unchecked columns."""
        return [place for place, tick in enumerate(self.ticks) if not tick.isChecked()]

    def _follow(self) -> None:
        self.export.setEnabled(any(tick.isChecked() for tick in self.ticks))

    def _build(self) -> None:
        buttons = row_of(self.export)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(section_title(lambda: _("Columns to export")))
        for tick in self.ticks:
            layout.addWidget(tick)
        layout.addSpacing(8)
        layout.addLayout(buttons)
