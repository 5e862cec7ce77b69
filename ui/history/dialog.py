"""The history of one record in a modeless window."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.histories import list_history
from outreach_app.rights import Right
from outreach_app.services.erasure import erase_identity, has_name
from ui.context import AppContext
from ui.history.erasure_strip import ErasureStrip
from ui.history.history_list import HistoryList
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import section_title
from ui.widgets.over import resize_over

_SIZE = (640, 560)


class HistoryDialog(QDialog):
    """`HistoryDialog(context, uid, name, self).open()`: of a partner, a person or a meeting.

    The name of a person, or of a practice named after one, can be erased here. Raises NotFound.
    """

    def __init__(self, context: AppContext, uid: UUID, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        explain_under(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        resize_over(self, *_SIZE)
        self._context = context
        self._uid = uid
        self.list = HistoryList()
        self.title = section_title()
        self.erase = FlatButton(lambda: _("Erase the name"), "eraser")
        self.erasure = ErasureStrip(context, lambda session: erase_identity(session, uid))
        self._build(name)
        self._show_entries()
        self.erase.setVisible(
            not context.is_headquarters
            and context.may(Right.ANSWER_CLAIMS)
            and context.read(lambda store: has_name(store, uid))
        )
        self.erase.clicked.connect(self.erasure.ask)
        self.erase.clicked.connect(self.erase.hide)
        self.erasure.give_up.clicked.connect(self.erase.show)
        self.erasure.erased.connect(self._forget)
        self.erasure.finished.connect(self.accept)

    def _show_entries(self) -> None:
        uid = self._uid
        self.list.show_entries(self._context.read(lambda store: list_history(store, uid)))

    def _forget(self) -> None:
        self.title.setText("")
        self._show_entries()

    def _build(self, name: str) -> None:
        self.title.setText(name)
        self.title.setWordWrap(True)
        close = Button(lambda: _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.erase)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.erasure)
        layout.addLayout(foot)
