"""The choice of the month of a programme."""

from datetime import date
from functools import partial

from babel.dates import format_date
from PySide6.QtCore import Signal

from outreach_app import clock
from outreach_app.i18n import Language, isolate, screen
from outreach_app.i18n import gettext as _
from outreach_app.issuing.hand_outs import prepare_programme
from outreach_app.queries.rumours_to_tell import count_rumours_to_tell
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor, capitalised
from ui.summaries.document_page import Wanted
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated

_MONTHS = 6


class ProgrammePanel(Translated):
    """Emits `changed` when another month is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._asked: date | None = None
        self.month = ChoiceEditor(self._months)
        self.to_tell = note(tone="warn")
        self._build()
        self.month.activated.connect(self.refresh)
        self.month.activated.connect(self.changed)
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the programme of the chosen month."""
        period = self._period()
        prepare = partial(prepare_programme, self._context.office.database, period)
        return Wanted(period, languages, prepare)

    def choose(self, month: date) -> None:
        """Choose the programme of the month of a day, which may be far from today."""
        self._asked = month.replace(day=1)
        self.month.retranslate()
        self.month.set_value(self._asked.isoformat())
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Show what the meetings of the month open with, which no paper for partners says."""
        count = self._context.read(lambda store: count_rumours_to_tell(store, self._period()))
        words = _("Rectifications to announce at these meetings: {number}. They are not printed.")
        self.to_tell.setText(words.format(number=isolate(str(count))))
        self.to_tell.setVisible(bool(count))

    def retranslate(self) -> None:
        self.month.setAccessibleName(_("Month"))
        self.refresh()

    def _period(self) -> Period:
        first = date.fromisoformat(str(self.month.value()))
        return Period(first, date.fromordinal(add_months(first, 1).toordinal() - 1))

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Month")))
        column.addWidget(self.month)
        column.addWidget(
            note(lambda: _("The meetings planned or held in the month, with their partners."))
        )
        column.addWidget(self.to_tell)
        column.addStretch(1)

    def _months(self) -> list[Choice]:
        """Return this month and the next ones, and the one that was requested."""
        first = clock.today().replace(day=1)
        months = {add_months(first, number) for number in range(_MONTHS)}
        asked = {self._asked} if self._asked is not None else set()
        return [_choice(month) for month in sorted(months | asked)]


def _choice(month: date) -> Choice:
    words = format_date(month, "LLLL y", locale=screen().locale)
    return Choice(month.isoformat(), capitalised(words))
