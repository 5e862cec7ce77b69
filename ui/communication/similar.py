"""An offer while a rumour is typed: those of the last days that may be the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.rumour_pairs import list_similar_rumours
from outreach_app.queries.rumours import RumourRow
from ui.actions.actions import today
from ui.communication.words import rumour_words, when_words
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note
from ui.widgets.surfaces import Surface
from ui.words import apart, rumour_state_words

_MOST = 3


class SimilarRumours(Surface):
    """Like rumours, hidden if there are none. `opened` carries the uid of one; Alt+1…3 too."""

    opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__("hover")
        self._context = context
        self.rows: list[RumourRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self.hide()
        for place in range(_MOST):
            on_keys(self, f"Alt+{place + 1}", partial(self._open, place))

    def look(self, text: str, own: UUID | None) -> None:
        """Look for open rumours of the same words, other than the one in hand."""
        found = self._context.read(lambda store: list_similar_rumours(store, text, today()))
        self._show([row for row in found if row.uid != own][:_MOST])

    def clear(self) -> None:
        """Offer nothing."""
        self._show([])

    def _show(self, rows: list[RumourRow]) -> None:
        if rows == self.rows:
            return
        self.rows = rows
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if rows:
            self._layout.addWidget(Label(lambda: _("Heard already?"), tone="warn"))
        for place, row in enumerate(rows):
            self._add(place, row)
        self.setVisible(bool(rows))

    def _add(self, place: int, row: RumourRow) -> None:
        words = Label()
        words.setText(apart(rumour_words(row)))
        words.setWordWrap(True)
        known = note()
        when = when_words(row.heard_on, row.heard_at)
        known.setText(f"{when} · {rumour_state_words(row.state)}")
        button = Button(lambda: _("It is this one"), "", f"Alt+{place + 1}")
        button.clicked.connect(partial(self._open, place))
        for widget in (words, known, button):
            self._layout.addWidget(widget)

    def _open(self, place: int) -> None:
        if place < len(self.rows):
            self.opened.emit(self.rows[place].uid)
