"""Asking, in place, why a meeting is postponed or cancelled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.forms.editors import LineEditor
from ui.widgets.buttons import Button
from ui.widgets.labels import note
from ui.widgets.translated import Translated


class ReasonRow(Translated):
    """Hidden until it asks. `given` carries the status and its reason; Esc gives up."""

    given = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._status = ""
        self._question = note()
        self.line = LineEditor()
        self.confirm = Button(lambda: _("Confirm"))
        self._build()
        self.retranslate()

    def ask(self, status: str) -> None:
        """Ask why a meeting gets that status."""
        self._status = status
        self.line.clear()
        self.retranslate()
        self.show()
        self.line.setFocus()

    def retranslate(self) -> None:
        is_postponed = self._status == "postponed"
        label = _("Why is it postponed?") if is_postponed else _("Why is it cancelled?")
        self._question.setText(label)
        self.line.setAccessibleName(label)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(4)
        column.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.confirm)
        column.addLayout(row)
        self.hide()
        self.line.returnPressed.connect(self._give)
        self.confirm.clicked.connect(self._give)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._give_up)

    def _give(self) -> None:
        self.given.emit((self._status, str(self.line.value() or "")))

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()
