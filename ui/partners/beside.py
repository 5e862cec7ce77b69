"""The list of partners with one partner or a form beside it."""

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from ui.fonts import fix_width, scaled
from ui.partners.list_pane import NARROW, WIDTH, PartnerListPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import Fitting
from ui.widgets.layouts import row_in
from ui.widgets.stack import Stack
from ui.widgets.surfaces import Hairline

_FORM = 520  # px of a form whose fields can be read
_DETAILS = 480  # px of the tabs of a partner


class BesideList(Fitting, QWidget):
    """One of several widgets beside the list; a form takes its place in a narrow window."""

    def __init__(self, partners: QWidget, forms: tuple[QWidget, ...], *others: QWidget) -> None:
        super().__init__()
        self._partners, self._forms = partners, forms
        self._stack = Stack()
        for widget in (*others, *forms):
            self._stack.addWidget(widget)
        row = row_in(self)
        row.addWidget(partners)
        row.addWidget(Hairline(is_vertical=True))
        row.addWidget(self._stack, 1)

    def currentWidget(self) -> QWidget | None:
        return self._stack.currentWidget()

    def setCurrentWidget(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.fit()

    def fit(self) -> None:
        """Give the list what details leave it; hide it where a form would be cut beside it."""
        has_room = self.width() >= scaled(WIDTH + _DETAILS)
        fix_width(self._partners, WIDTH if has_room else NARROW)
        is_narrow = self.width() < scaled(WIDTH + _FORM)
        self._partners.setHidden(is_narrow and self.currentWidget() in self._forms)


def nothing_shown(partners: PartnerListPane) -> EmptyState:
    """Return what stands beside the list while no partner is chosen."""

    def advice() -> str:
        told = _("Its people, its meetings and what was promised to it are shown here.")
        return _("Choose a partner in the list.") if partners.model.rowCount() else told

    return EmptyState("handshake", lambda: _("No partner is shown"), advice)
