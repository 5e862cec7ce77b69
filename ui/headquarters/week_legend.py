"""The number of precincts in each state of a week, as the filter would show."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QSizePolicy

from outreach_app.i18n import isolate
from outreach_app.queries.offices import OfficeRow, WeekState
from ui.headquarters.words import WEEK_ICONS, week_words
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import row_in
from ui.widgets.translated import Translated

_COUNTED = (WeekState.SENT, WeekState.LATE, WeekState.GAP, WeekState.NEVER)


class WeekLegend(Translated):
    """The icon, name and count of each state of a week."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[WeekState] = Counter()
        self._labels = {state: Label(pixels=12) for state in _COUNTED}
        layout = row_in(self, 4)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for state, label in self._labels.items():
            layout.addWidget(IconLabel(*WEEK_ICONS[state]))
            layout.addWidget(label)
            layout.addSpacing(8)

    def show_offices(self, offices: Iterable[OfficeRow]) -> None:
        """Count these, whatever state is filtered for."""
        self._counts = Counter(
            state for row in offices for state in _COUNTED if row.has_week(state)
        )
        self.retranslate()

    def words(self, state: WeekState) -> str:
        """Build the entry of one state."""
        return f"{week_words(state)} {isolate(str(self._counts[state]))}"

    def retranslate(self) -> None:
        for state, label in self._labels.items():
            label.setText(self.words(state))
