"""The choice of the period of a report, and its author's assessment."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.period import (
    list_unpublishable,
    prepare_period_report,
    prepare_published_report,
)
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period, last_whole_month
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import past_day
from ui.summaries.author_words import AuthorFields, period_words
from ui.summaries.document_page import Wanted
from ui.summaries.publishable_choice import PublishableChoice
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated

# How many periods of each length are offered, by their months.
_QUARTERS = ((3, 8),)
_OFFERED = ((1, 13), *_QUARTERS, (6, 4), (12, 3))
Lengths = Sequence[tuple[int, int]]
_OTHER = "other"
# Milliseconds after the last key before the report is rendered again.
_PAUSE = 700


class PeriodPanel(Translated):
    """Emits `changed` when another period is chosen, or the words change."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._refused: dict[Period, str] = {}  # those that cannot be published, and why
        self.publishable = PublishableChoice(context, _promise)
        self.period = ChoiceEditor(self._offered)
        self.period.set_value(_code(last_whole_month(clock.today())))  # its report is due
        self.first = past_day()
        self.last = past_day()
        self.days = QWidget()
        self.words = AuthorFields(context)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self.words.open(self.wanted_period())
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the report of the chosen period; None if its days are not valid."""
        period, said = self.wanted_period(), self.words.words()
        if period is None:
            return None
        if self.publishable.is_wanted:
            publish = partial(prepare_published_report, self._context.office.database, period)
            return Wanted((period, None), languages, publish)
        prepare = partial(prepare_period_report, self._context.office.database, period, said)
        return Wanted((period, said), languages, prepare)

    def wanted_period(self) -> Period | None:
        """Return the period; None without a first and a last day."""
        chosen = str(self.period.value())
        if chosen != _OTHER:
            first, last = map(date.fromisoformat, chosen.split(" "))
            return Period(first, last)
        try:
            first_day, last_day = self.first.value(), self.last.value()
        except ValueError:
            return None
        if isinstance(first_day, date) and isinstance(last_day, date) and first_day <= last_day:
            return Period(first_day, last_day)
        return None

    def refresh(self) -> None:
        """Keep the choices: the report is rendered again anyway."""
        self._tell_refused()

    def retranslate(self) -> None:
        self._tell_refused()
        self.period.setAccessibleName(_("Period"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))

    def _choose(self) -> None:
        self.days.setVisible(self.period.value() == _OTHER)
        self.words.open(self.wanted_period())
        self.changed.emit()

    def _choose_days(self) -> None:
        self.words.open(self.wanted_period())
        self._pause.start()

    def _choose_period(self, period: Period | None) -> None:
        """Show the report of a draft, which may be of days that are not offered."""
        code = _code(period) if period else _OTHER
        self.period.set_value(code if self.period.findData(code) >= 0 else _OTHER)
        if period is not None:
            self.first.set_value(period.first)
            self.last.set_value(period.last)
        self._choose()

    def _choose_version(self) -> None:
        self.words.setVisible(not self.publishable.is_wanted)
        self._tell_refused()
        if self.period.value() is None:
            _running, last, *_earlier = _periods(_QUARTERS)
            self.period.set_value(_code(last))
            self.days.hide()
        self.changed.emit()

    def _offered(self) -> list[Choice]:
        """Return the periods; for the public the quarters, each with why it cannot be published."""
        is_public = self.publishable.is_wanted
        choices = [
            Choice(_code(it), " · ".join(filter(None, (period_words(it), self._refused.get(it)))))
            for it in _periods(_QUARTERS if is_public else _OFFERED)
        ]
        return choices if is_public else [*choices, Choice(_OTHER, _("Other days"))]

    def _tell_refused(self) -> None:
        """Show beside each period why it cannot be published, before one is chosen."""
        database, wanted = self._context.office.database, self.publishable.is_wanted
        self._refused = list_unpublishable(database, _periods(_QUARTERS)) if wanted else {}
        self.period.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout(self.days)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(note(lambda: _("First day")))
        row.addWidget(self.first, 1)
        row.addWidget(note(lambda: _("Last day")))
        row.addWidget(self.last, 1)
        self.days.hide()
        column = column_in(self, 4)
        column.addWidget(note(lambda: _("Period")))
        column.addWidget(self.period)
        column.addWidget(self.days)
        column.addSpacing(8)
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addWidget(self.publishable)
        column.addStretch(1)

    def _connect(self) -> None:
        self.period.activated.connect(self._choose)
        self.publishable.changed.connect(self._choose_version)
        self._pause.timeout.connect(self.changed)
        self.words.edited.connect(self._pause.start)
        self.words.chosen.connect(self._choose_period)
        for editor in (self.first, self.last):
            editor.edited.connect(self._choose_days)


def _promise() -> str:
    return _("Figures only, none under 5: no person, no organisation and no words of a meeting.")


def _periods(lengths: Lengths) -> list[Period]:
    """Return periods of these lengths, each the newest first."""
    today = clock.today()
    offered: list[Period] = []
    for months, number in lengths:
        this = today.replace(day=1, month=(today.month - 1) // months * months + 1)
        starts = [add_months(this, -months * back) for back in range(number)]
        offered += [Period(it, add_months(it, months) - timedelta(days=1)) for it in starts]
    return offered


def _code(period: Period) -> str:
    return f"{period.first} {period.last}"
