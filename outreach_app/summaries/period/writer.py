"""What a language must be able to say of a period, and how both write figures."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.period.plan import (
    CodeCount,
    PromiseFacts,
    ReferralFacts,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.periods import Length

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Sections:
    """The headings of the ten sections, and of what stands before and after them."""

    signals: str
    numbered: tuple[str, str, str, str, str, str, str, str, str, str]
    annex: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of a report in one language; figures and states by their codes."""

    titles: dict[Length, str]
    kind: str
    sections: Sections
    key_figures: tuple[str, str, str, str, str]
    figures: dict[str, str]
    figure: str
    change: str
    kind_headings: tuple[str, str, str, str, str]
    category_headings: tuple[str, str, str, str]
    channel_headings: tuple[str, str, str]
    topic: str
    meetings_concerned: str
    total: str
    chart: str
    series: tuple[str, str]
    states: dict[str, str]
    promise_headings: tuple[str, str, str]
    state: str
    referral_headings: tuple[str, str, str, str]
    planned_headings: tuple[str, str, str, str]
    annex_headings: tuple[str, ...]
    no_due_day: str
    no_points: str
    no_promises: str
    no_referrals: str
    publication_headings: tuple[str, str]
    rounded: str
    no_difficulties: str
    no_assessment: str
    nothing_planned: str
    no_meetings: str
    opinion: str
    annex_note: str


class PeriodWriter(Protocol):
    """The sentences and cells of a period report in one language; empty where nothing is said."""

    labels: ClassVar[Labels]

    def place_and_date(self, day: date) -> Text: ...

    def number(self) -> Text: ...

    def period(self) -> Text: ...

    def headings_of_time(self) -> tuple[str, str]: ...

    def compared_note(self) -> str: ...

    def signals(self) -> list[Text]: ...

    def unit(self) -> Text: ...

    def figures(self) -> Text: ...

    def topics(self) -> Text: ...

    def promises(self) -> Text: ...

    def referrals(self) -> Text: ...

    def published(self) -> Text: ...

    def heard(self) -> list[Text]: ...

    def chief(self) -> Text: ...

    def assessment(self) -> Text: ...


class CellWriter(Protocol):
    """What stands in the cells of lists, in one language."""

    def owner(self, promise: PromiseFacts) -> Text: ...

    def state(self, promise: PromiseFacts) -> Text: ...

    def answer(self, referral: ReferralFacts) -> Text: ...

    def month(self, day: date) -> str: ...

    def more(self, noun: Noun, number: int, fact: str) -> Text: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes the figures of one language."""

    language: Language

    def number(self, value: int | None, fact: str) -> Text:
        """Write a count; a dash where it was not noted."""
        return text(NOTHING) if value is None else text(Span(digits(value, self.language), fact))

    def share(self, value: str, fact: str) -> Text:
        """Write « 55,6 % », from left to right in either language."""
        return text(Span(self.in_order(f"{value.replace('.', ',')}\u00a0%"), fact))

    def signed(self, value: int, fact: str) -> Text:
        """Write `+2`, `−1` or `0`, from left to right in either language."""
        sign = ("+" if value > 0 else "\u2212") if value else ""
        return text(Span(self.in_order(f"{sign}{abs(value)}"), fact))

    def counted(self, noun: Noun, value: int, case: Case, fact: str) -> Span:
        """Write a count with its noun."""
        return Span(count(noun, value, case, self.language), fact)

    def in_order(self, words: str) -> str:
        """Keep figures and codes from left to right in either language."""
        return isolate(words) if self.language is Language.ARABIC else words


def total_of(states: tuple[CodeCount, ...]) -> int:
    """Return how many commitments states count together."""
    return sum(state.count for state in states)
