"""The choice of the public version of a document, with what is published."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.context import AppContext
from ui.forms.editors import CheckEditor
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text


class PublishableChoice(QWidget):
    """Only shown to accounts that may publish. Signal: `changed` when the version is switched."""

    changed = Signal()

    def __init__(self, context: AppContext, promise: Text) -> None:
        super().__init__()
        self.check = CheckEditor(lambda: _("Publishable version"))
        column = column_in(self, 8)
        column.addWidget(self.check)
        column.addWidget(note(promise))
        column.addWidget(note(_rule))
        self.check.clicked.connect(self.changed)
        if not context.may(Right.PUBLISH):
            self.hide()

    @property
    def is_wanted(self) -> bool:
        return self.check.isChecked()


def _rule() -> str:
    return _(
        "Figures are published by whole quarters: what two publications share only in part would "
        "reveal a hidden count."
    )
