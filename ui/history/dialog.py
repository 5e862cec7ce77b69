"""The history of one record in a window of its own, which blocks nothing."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.histories import list_history
from ui.context import AppContext
from ui.history.history_list import HistoryList
from ui.widgets.buttons import Button
from ui.widgets.labels import section_title

_SIZE = (640, 560)


class HistoryDialog(QDialog):
    """`HistoryDialog(context, uid, name, self).open()`: of a partner, a person or a meeting.

    Raises NotFound.
    """

    def __init__(self, context: AppContext, uid: UUID, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        self.resize(*_SIZE)
        self.list = HistoryList()
        self.list.show_entries(context.read(lambda store: list_history(store, uid)))
        self._build(name)

    def _build(self, name: str) -> None:
        title = section_title()
        title.setText(name)
        title.setWordWrap(True)
        close = Button(lambda: _("Close"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addWidget(self.list, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
