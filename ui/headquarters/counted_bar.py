"""The figures of a precinct or a territory: each opens its list."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.coverage import Counted, PrecinctCoverage
from ui.widgets.buttons import FlatButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small_title
from ui.widgets.translated import Text, Translated

Rows = list[PrecinctCoverage]
_WORDS: dict[Counted, Text] = {
    "held": lambda: _("Meetings, actions and calls: {count}"),
    "to_review": lambda: _("To review: {count}"),
    "unanswered": lambda: _("Points without a reaction: {count}"),
}


class CountedBar(Translated):
    """`asked` carries the pressed figure, a word of `queries.coverage`."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title: Text = str
        self.rows: Rows = []
        self.title = small_title()
        self.title.setWordWrap(True)
        self.buttons: dict[Counted, FlatButton] = {
            counted: FlatButton(partial(self._words, counted)) for counted in _WORDS
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        row = QWidget()
        flow = FlowLayout(row, margin=0, gap=8)
        for counted, button in self.buttons.items():
            flow.addWidget(button)
            button.clicked.connect(partial(self.asked.emit, counted))
        column.addWidget(row)

    def show_rows(self, title: Text, rows: Rows) -> None:
        """Show the sums of these precincts under a title."""
        self._title = title
        self.rows = rows
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self._title())
        for counted, button in self.buttons.items():
            button.retranslate()
            button.setEnabled(self._count(counted) > 0)

    def _words(self, counted: Counted) -> str:
        return _WORDS[counted]().format(count=isolate(str(self._count(counted))))

    def _count(self, counted: Counted) -> int:
        return sum(getattr(row, counted) for row in self.rows)
