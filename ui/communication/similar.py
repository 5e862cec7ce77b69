"""An offer while a rumour is typed: recent ones that may be the same."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.rumour_pairs import list_similar_rumours
from outreach_app.queries.rumours import RumourRow
from ui.communication.words import rumour_words
from ui.context import AppContext
from ui.duplicates.similar_rows import MAX_SIMILAR, SimilarRows
from ui.moments import when_words
from ui.record_lines import rumour_standing
from ui.widgets.buttons import Button
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.words import apart


class SimilarRumours(SimilarRows[RumourRow]):
    """Similar rumours; Alt+1…3 opens one too."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("Already heard?"), margin=12)
        for place in range(MAX_SIMILAR):
            on_keys(self, f"Alt+{place + 1}", partial(self._open, place))

    def look(self, text: str, own: UUID | None) -> None:
        """Look for other open rumours with the same words."""
        found = self._context.read(lambda store: list_similar_rumours(store, text, clock.today()))
        self._show([row for row in found if row.uid != own][:MAX_SIMILAR])

    def _line(self, place: int, row: RumourRow) -> QWidget:
        words = Label()
        words.setText(apart(rumour_words(row)))
        words.setWordWrap(True)
        known = note()
        when = when_words(row.heard_on, row.heard_at)
        known.setText(f"{when} · {rumour_standing(row)}")
        button = Button(lambda: _("It is this one"), "", f"Alt+{place + 1}")
        button.clicked.connect(partial(self._open, place))
        line = QWidget()
        layout = column_in(line, 4)
        for widget in (words, known, button):
            layout.addWidget(widget)
        return line

    def _open(self, place: int) -> None:
        if place < len(self.rows):
            self.opened.emit(self.rows[place].uid)
