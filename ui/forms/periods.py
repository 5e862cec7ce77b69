"""The choice of a period: a month, a quarter or a year, with buttons to its neighbours."""

from datetime import date, timedelta

from babel.dates import format_date
from PySide6.QtCore import Signal

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from ui.forms.choice_editor import Choice, ChoiceEditor, capitalised
from ui.widgets.buttons import IconButton
from ui.widgets.labels import small_title
from ui.widgets.layouts import row_in
from ui.widgets.translated import Translated

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def period_of(kind: str, day: date) -> Period:
    """Return the month, quarter or year that a day is in."""
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, add_months(first, months) - timedelta(days=1))


def period_words(period: Period) -> str:
    """Name a whole period: «October 2026», «October – December 2026», «2026»."""
    locale = screen().locale
    if period.months == 12:
        return isolate(str(period.last.year))
    last = format_date(period.last, "LLLL y", locale=locale)
    if period.months == 1:
        return last
    return f"{format_date(period.first, 'LLLL', locale=locale)} – {last}"


class PeriodChooser(Translated):
    """`changed` when another period is wanted."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.kind = ChoiceEditor(_kinds)
        self.before = IconButton(lambda: _("Period before"), "caret-left")
        self.after = IconButton(lambda: _("Period after"), "caret-right")
        self.title = small_title()
        self.period = period_of("month", today)
        self._build()
        self._connect()
        self.retranslate()

    def go_back(self) -> None:
        """Show the period before."""
        self._show(self.period.previous())

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        self.kind.set_value("month")
        self._show(period_of("month", day))

    def retranslate(self) -> None:
        self.kind.setAccessibleName(_("Length of the period"))
        self.title.setText(capitalised(period_words(self.period)))

    def _build(self) -> None:
        layout = row_in(self, 8)
        for widget in (self.title, self.before, self.after, self.kind):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.kind.activated.connect(self._change_length)
        self.before.clicked.connect(self.go_back)
        self.after.clicked.connect(lambda: self._show(self._following()))

    def _change_length(self) -> None:
        # The longer period holds the one that was shown; the shorter one ends with it.
        self._show(period_of(str(self.kind.value()), self.period.last))

    def _following(self) -> Period:
        return period_of(str(self.kind.value()), self.period.last + timedelta(days=1))

    def _show(self, period: Period) -> None:
        self.period = period
        self.retranslate()
        self.changed.emit()


def _kinds() -> list[Choice]:
    return [
        Choice("month", _("By month")),
        Choice("quarter", _("By quarter")),
        Choice("year", _("By year")),
    ]
