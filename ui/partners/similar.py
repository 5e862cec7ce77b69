"""A warning while a partner is typed: those there already that may be the same."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.partner_lists import list_similar_partners
from outreach_app.queries.partners import PartnerRow
from ui.context import AppContext
from ui.partners.names import kind_of, name_of, other_name_of, show_number
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface

_MOST = 3
# The Arabic name, the French name and the phone.
Typed = tuple[str | None, str | None, str | None]


class SimilarPartners(Surface):
    """Similar partners, hidden if there are none. `opened` carries the uid of one to open."""

    opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__("hover")
        self._context = context
        self.rows: list[PartnerRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(4)
        self.hide()

    def look(self, typed: Typed, own: UUID | None) -> None:
        """Look for partners of the same name, spelling or phone, other than the one in hand."""
        found = self._context.read(lambda store: list_similar_partners(store, *typed))
        self._show([row for row in found if row.uid != own][:_MOST])

    def clear(self) -> None:
        """Warn of nothing."""
        self._show([])

    def _show(self, rows: list[PartnerRow]) -> None:
        if rows == self.rows:
            return
        self.rows = rows
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if rows:
            title = Label(lambda: _("This partner may be here already:"), tone="warn")
            self._layout.addWidget(title)
        for row in rows:
            self._layout.addWidget(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: PartnerRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        words = Label()
        phone = show_number(row.phone) if row.phone else ""
        parts = (isolate(name_of(row)), isolate(other_name_of(row)), kind_of(row), phone)
        words.setText(" · ".join(part for part in parts if part.strip("\u2066\u2069")))
        words.setWordWrap(True)
        layout.addWidget(words, 1)
        button = Button(lambda: _("Open it instead"))
        button.clicked.connect(lambda: self.opened.emit(row.uid))
        layout.addWidget(button)
        return line
