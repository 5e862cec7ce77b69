"""The cells of a period report's tables."""

from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import NOTHING, CellWriter, Figures, PeriodWriter
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Cell, CountChange, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.counts import Noun
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.meeting_kinds import exchange_name, name_of_days
from outreach_app.summaries.prose.periods import arabic_days, french_days


@dataclass(frozen=True, slots=True)
class Tables:
    """A plan, and the interface of a language for cells."""

    plan: PeriodPlan
    language: Language
    writer: PeriodWriter
    cells: CellWriter

    @property
    def say(self) -> Figures:
        return Figures(self.language)

    @property
    def is_compared(self) -> bool:
        """Whether the period before held a meeting to compare with."""
        return self.plan.before_first is not None

    def label(self, code: str, fact: str) -> Text:
        """Return the label of a code with a capital."""
        return sentence_case(self.name(code, fact))

    def name(self, code: str, fact: str) -> Text:
        """Return the label of a code."""
        words = vocabulary.printed(code, self.language)
        return text(Span(typeset(words, self.language), fact))

    def kind(self, code: str, fact: str, days: int = 1) -> Text:
        """Write the kind of a meeting; an exchange is named by its channel."""
        name = exchange_name(code, self.language) or name_of_days(code, days, self.language)
        return sentence_case(text(Span(name, fact))) if name else self.label(code, fact)

    def change(self, change: int | None, fact: str) -> Cell:
        """Write how a count moved."""
        if change is None:
            return text(NOTHING)
        return CountChange(self.say.signed(change, fact), (change > 0) - (change < 0))

    def short_date(self, day: date) -> str:
        """Write a day as cells show it."""
        write = arabic.short_date if self.language is Language.ARABIC else french.short_date
        return write(day)

    def full_date(self, day: date) -> str:
        """Write a day as sentences name it."""
        write = arabic.full_date if self.language is Language.ARABIC else french.full_date
        return write(day)

    def days(self, period: Period) -> str:
        """Write the days of a period: « du 1er au 30 novembre 2026 »."""
        return (arabic_days if self.language is Language.ARABIC else french_days)(period)

    def month(self, day: date) -> str:
        """Write the name of a month."""
        write = arabic.month_name if self.language is Language.ARABIC else french.month_name
        return write(day)

    def more(self, noun: Noun, number: int, fact: str) -> Text:
        """Return how many rows a list leaves out; empty if it is complete."""
        return self.cells.more(noun, number, fact) if number else ()
