"""The filters of the calendar of weeks: words, a territory, a state."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from outreach_app.i18n import gettext as _
from outreach_app.queries.offices import OfficeRow, WeekState
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from ui.fonts import fix_width
from ui.forms.choice_editor import Choice, ChoiceEditor, Choices
from ui.forms.territories import is_within
from ui.forms.territory_choice import TerritoryChoice
from ui.headquarters.office_report import is_to_be_reminded
from ui.headquarters.words import week_words
from ui.widgets.layouts import row_in
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Translated

# An extra choice beside the states: those to be reminded.
_TO_REMIND = "remind"


class OfficeFilters(Translated):
    """The filters of the calendar of weeks. Emits `changed`."""

    changed = Signal()

    def __init__(self, territories: Choices) -> None:
        super().__init__()
        self.text = SearchLine(lambda: _("Name, number or city"), icon_name="funnel-simple")
        self.territory = TerritoryChoice(territories)
        self.state = ChoiceEditor(_states)
        self._build()
        self._connect()
        self.retranslate()

    def is_of_place(self, row: OfficeRow) -> bool:
        """Return whether a precinct matches the words and the territory."""
        words = fold_words(self.text.text())
        is_meant = not words or words in _known_by(row)
        return is_meant and is_within(row, self.territory.currentData())

    def is_in_state(self, row: OfficeRow, weeks: Sequence[date]) -> bool:
        """Return whether a precinct is in the chosen state in one of the `weeks`."""
        state = self.state.currentData()
        if state == _TO_REMIND:
            return is_to_be_reminded(row, weeks)
        return state is None or row.has_week(WeekState(state))

    def empty(self) -> None:
        """Clear the filter."""
        self.text.clear()
        self.territory.set_value(None)
        self.state.set_value(None)
        self.changed.emit()

    def retranslate(self) -> None:
        self.territory.setAccessibleName(_("Territory"))
        self.state.setAccessibleName(_("State of the week"))

    def _build(self) -> None:
        row = row_in(self, 8)
        fix_width(self.text, 200)
        for widget in (self.text, self.territory, self.state):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.text.asked.connect(self.changed)
        for choice in (self.territory, self.state):
            choice.activated.connect(self.changed)


def _known_by(row: OfficeRow) -> str:
    names = (
        row.name,
        row.city,
        row.command or Bilingual(None, None),
        row.district or Bilingual(None, None),
    )
    words = [word for name in names for word in (name.ar, name.fr) if word]
    return fold_words(" ".join([*words, row.number or ""]))


def _states() -> list[Choice]:
    states = [state for state in WeekState if state]
    return [
        Choice(None, _("State: all")),
        Choice(_TO_REMIND, _("To be reminded")),
        *(Choice(state, week_words(state)) for state in states),
    ]
