"""The dialog that asks which values to keep if a record changed while it was edited."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from ui.drafts.differences import Difference
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import Label, note, section_title
from ui.widgets.layouts import row_of
from ui.widgets.over import resize_over
from ui.widgets.surfaces import Hairline

_SIZE = (720, 480)
_LABEL_WIDTH = 160


class DifferencesDialog(QDialog):
    """Lists the differences; emits the signal of the choice, or none if it is closed."""

    typed_wanted = Signal()
    recorded_wanted = Signal()

    def __init__(self, differences: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(parent)
        explain_under(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Changed in the meantime"))
        resize_over(self, *_SIZE)
        self.save_typed = primary_button(lambda: _("Save what was typed"), "floppy-disk")
        self.take_recorded = Button(lambda: _("Use what is recorded"))
        self.later = Button(lambda: _("Back to the form"))
        self._build(differences)
        self.save_typed.clicked.connect(self.accept)
        self.save_typed.clicked.connect(self.typed_wanted)
        self.take_recorded.clicked.connect(self.accept)
        self.take_recorded.clicked.connect(self.recorded_wanted)
        self.later.clicked.connect(self.reject)

    def _build(self, differences: Sequence[Difference]) -> None:
        advice = Label(
            lambda: _(
                "The record was changed after this was begun. Compare the two, then choose which "
                "one to keep."
            )
        )
        advice.setWordWrap(True)
        buttons = row_of(self.save_typed, self.take_recorded)
        buttons.addWidget(self.later)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(section_title(lambda: _("Changed in the meantime")))
        layout.addWidget(advice)
        layout.addWidget(_scrolled(_table(differences)), 1)
        layout.addLayout(buttons)


def _table(differences: Sequence[Difference]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    grid.addWidget(note(lambda: _("Typed here")), 0, 1)
    grid.addWidget(note(lambda: _("Recorded now")), 0, 2)
    grid.addWidget(Hairline(), 1, 0, 1, 3)
    for row, difference in enumerate(differences, start=2):
        label = note()
        label.setText(difference.label)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, words in enumerate((difference.typed, difference.recorded), start=1):
            grid.addWidget(_value(words), row, column, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(differences) + 2, 1)
    return table


def _value(words: str) -> Label:
    label = Label(tone="text" if words else "muted")
    label.setText(words or _("nothing"))
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setWidget(inside)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
