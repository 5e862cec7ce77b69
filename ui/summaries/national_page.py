"""Headquarters' page of summaries: the national summary of a period, to view, save and print."""

from datetime import date
from functools import partial
from typing import Never

from babel.dates import format_date
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from outreach_app import clock
from outreach_app.i18n import Language, screen
from outreach_app.i18n import gettext as _
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from ui.context import AppContext
from ui.fonts import fix_width
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.summaries.document_page import DocumentPage, Wanted
from ui.summaries.outputs import WaysOut
from ui.summaries.preview import Preview
from ui.summaries.publishable_choice import PublishableChoice
from ui.widgets.labels import note
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

WIDTH = 320
_MONTHS, _QUARTERS = 24, 8
_LANGUAGES = ((Language.ARABIC,), (Language.FRENCH,), (Language.ARABIC, Language.FRENCH))


class NationalPage(DocumentPage[Never]):
    """Aggregated figures only; the publishable version hides the small counts."""

    def __init__(self, context: AppContext, ways_out: WaysOut = WaysOut()) -> None:  # noqa: B008 - frozen
        advice = Preview(
            lambda: _("No summary to show yet"),
            lambda: _("Choose a month or a quarter: its summary is shown here."),
        )
        super().__init__(context, ways_out, lambda: _("National summary"), advice)
        self.choices = PeriodChoices(context)
        self._build(self.choices)
        self._connect()
        self.choices.changed.connect(self.show_preview)
        self._enable()
        self.show_preview()

    def wanted(self) -> Wanted | None:
        choices, database = self.choices, self._context.office.database
        period, languages = choices.wanted_period(), choices.wanted_languages()
        is_publishable = choices.publishable.is_wanted
        prepare = partial(
            prepare_national_summary_now, database, period, publishable=is_publishable
        )
        return Wanted((period, is_publishable), languages, prepare)


class PeriodChoices(Translated, Surface):
    """Emits `changed` when another period, version or language is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        Surface.__init__(self, "win")
        self.publishable = PublishableChoice(context, _promise)
        self.period = ChoiceEditor(self._offered)
        self.languages = [QRadioButton() for _choice in _LANGUAGES]
        self._group = QButtonGroup(self)
        self._build()
        self._connect()
        self.retranslate()

    def wanted_period(self) -> Period:
        """Return the chosen month or quarter."""
        first, last = str(self.period.currentData()).split(" ")
        return Period(date.fromisoformat(first), date.fromisoformat(last))

    def wanted_languages(self) -> tuple[Language, ...]:
        return _LANGUAGES[self._group.checkedId()]

    def retranslate(self) -> None:
        self.period.setAccessibleName(_("Period"))
        words = (_("Arabic"), _("French"), _("Both languages"))
        for button, word in zip(self.languages, words, strict=True):
            button.setText(word)

    def _build(self) -> None:
        fix_width(self, WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(note(lambda: _("Period")))
        column.addWidget(self.period)
        column.addSpacing(8)
        column.addWidget(note(lambda: _("Language")))
        for number, button in enumerate(self.languages):
            self._group.addButton(button, number)
            column.addWidget(button)
        self.languages[-1].setChecked(True)
        column.addSpacing(8)
        column.addWidget(self.publishable)
        column.addStretch(1)

    def _offered(self) -> list[Choice]:
        """Return the last whole months, then the last whole quarters; the public reads quarters."""
        quarters = _quarters()
        return quarters if self.publishable.is_wanted else [*_months(), *quarters]

    def _choose_version(self) -> None:
        self.period.retranslate()
        if self.period.value() is None:
            self.period.setCurrentIndex(0)
        self.changed.emit()

    def _connect(self) -> None:
        self.period.activated.connect(self.changed)
        self.publishable.changed.connect(self._choose_version)
        self._group.idClicked.connect(self.changed)


def _promise() -> str:
    return _("Figures only: counts under 5 are hidden, and no precinct is named.")


def _months() -> list[Choice]:
    """Return the last whole months, the newest first."""
    this = clock.today().replace(day=1)
    firsts = [add_months(this, -back) for back in range(1, _MONTHS + 1)]
    return [_choice(first, 1, format_date(first, "LLLL y", locale=_locale())) for first in firsts]


def _quarters() -> list[Choice]:
    """Return the last whole quarters, the newest first."""
    today = clock.today()
    this = today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1)
    firsts = [add_months(this, -3 * back) for back in range(1, _QUARTERS + 1)]
    return [_choice(first, 3, format_date(first, "QQQQ y", locale=_locale())) for first in firsts]


def _locale() -> str:
    return screen().locale


def _choice(first: date, months: int, words: str) -> Choice:
    last = date.fromordinal(add_months(first, months).toordinal() - 1)
    return Choice(f"{first.isoformat()} {last.isoformat()}", words[:1].upper() + words[1:])
