"""A warning while a partner is typed: existing ones that may be the same."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.partner_lists import list_similar_partners
from outreach_app.queries.partners import PartnerRow
from ui.context import AppContext
from ui.duplicates.similar_rows import MAX_SIMILAR, SimilarRows
from ui.partners.names import kind_of, name_of, other_name_of, show_number
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

# The Arabic name, the French name and the phone.
Typed = tuple[str | None, str | None, str | None]


class SimilarPartners(SimilarRows[PartnerRow]):
    """Partners of a similar name or the same phone."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("This partner may already be here:"), margin=16)

    def look(self, typed: Typed, own: UUID | None) -> None:
        """Look for other partners with the same name, spelling or phone."""
        found = self._context.read(lambda store: list_similar_partners(store, *typed))
        self._show([row for row in found if row.uid != own][:MAX_SIMILAR])

    def _line(self, _place: int, row: PartnerRow) -> QWidget:
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
