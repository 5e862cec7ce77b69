"""What a language must be able to say of the nation, and the figures both languages print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.masking import LEAST, Count, Hidden
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.numbers import digits

NOTHING = "—"
# The dark figures of the tile map: the least percentage of each shade but the lightest.
STEPS = (80, 90, 95)


@dataclass(frozen=True, slots=True)
class Sections:
    """The headings of the sections."""

    regions: str
    map: str
    follow_up: str
    commands: str
    main: str
    rising: str
    categories: str
    channels: str
    states: str
    late: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the document in one language."""

    title: str
    subtitle: str
    kind: str
    few: str
    few_of: str
    withheld: str
    sections: Sections
    key_figures: tuple[str, str, str, str, str]
    area_headings: tuple[str, ...]
    published_headings: tuple[str, ...]
    command: str
    follow_up_headings: tuple[str, ...]
    concern: str
    trend: str
    regions_named: str
    category_headings: tuple[str, ...]
    channel: str
    late_headings: tuple[str, str, str, str]
    total: str
    other_region: str
    other_command: str
    never: str
    regions_note: str
    hidden_note: str
    counted_note: str
    map_key: str
    map_steps: tuple[str, str, str, str]
    map_empty: str
    map_note: str
    states: tuple[str, str, str, str]


class NationalWriter(Protocol):
    """The sentences of a national summary in one language; empty where nothing is said."""

    labels: ClassVar[Labels]

    def place_and_date(self, day: date) -> Text: ...

    def number(self) -> Text: ...

    def period(self) -> Text: ...

    def headings_of_time(self) -> tuple[str, str]: ...

    def heading_of_met_before(self) -> str: ...

    def situation(self) -> str: ...

    def untold_sentence(self) -> Text: ...

    def figures_sentences(self) -> Text: ...

    def points_sentences(self) -> Text: ...

    def states_sentence(self) -> Text: ...

    def late_sentence(self) -> Text: ...

    def more_late(self, number: int) -> Text: ...


@dataclass(frozen=True, slots=True)
class FigureWriter:
    """Prints the figures of one language."""

    language: Language
    labels: Labels

    def number(self, value: Count | None, fact: str) -> Text:
        """Write a count, or the words that stand for a hidden one."""
        if value is None:
            return text(Span(NOTHING))
        if isinstance(value, Hidden):
            words = self.labels.few if value is Hidden.FEW else self.labels.withheld
            return text(Span(words, fact))
        return text(Span(digits(value, self.language), fact))

    def percent(self, value: Count | None, fact: str) -> Text:
        """« 91 % », from left to right in either language."""
        if value is None or isinstance(value, Hidden):
            return self.number(value, fact)
        return text(Span(self.in_order(f"{value}\u00a0%"), fact))

    def of(self, part: Text, whole: Text) -> Text:
        """« 414/454 », from left to right in either language."""
        if self.language is not Language.ARABIC:
            return text(part, "/", whole)
        return text("\u2066", part, "/", whole, "\u2069")

    def signed(self, value: int, fact: str, unit: str = "") -> Text:
        """`+2`, `−1`, `0`, with a unit after it."""
        sign = {True: "+", False: "\u2212"}[value > 0] if value else ""
        return text(Span(self.in_order(f"{sign}{digits_only(abs(value))}{unit}"), fact))

    def month(self, day: date, fact: str) -> Text:
        """Write the month up to whose end reports go (MM/yyyy), or the day inside one."""
        is_end = (day + timedelta(days=1)).day == 1
        return text(Span(self.in_order(day.strftime("%m/%Y" if is_end else "%d/%m/%Y")), fact))

    def counted(self, noun: Noun, value: Count, case: Case, fact: str) -> Span:
        """Write a count with its noun; a hidden one as « moins de 5 points »."""
        if isinstance(value, Hidden):
            words = count(noun, LEAST, Case.GENITIVE, self.language)
            return Span(self.labels.few_of.format(counted=words), fact)
        return Span(count(noun, value, case, self.language), fact)

    def in_order(self, words: str) -> str:
        """Figures and codes, from left to right in either language."""
        return isolate(words) if self.language is Language.ARABIC else words


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a national summary are built from."""

    plan: NationalPlan
    language: Language
    writer: NationalWriter

    @property
    def say(self) -> FigureWriter:
        return FigureWriter(self.language, self.writer.labels)


def digits_only(number: int) -> str:
    """Return the digits as both languages group them, without their isolates."""
    return digits(number, Language.FRENCH)


def is_said(value: Count) -> bool:
    """Whether a clause says a part of something: not one of nothing, nor one that is hidden."""
    return not isinstance(value, Hidden) and value != 0


def step_of(coverage: Count | None) -> int | None:
    """Return the shade of a tile, 0 the lightest; None where there is no percentage to show."""
    if coverage is None or isinstance(coverage, Hidden):
        return None
    return sum(coverage >= least for least in STEPS)


def nobody_reacted(plan: NationalPlan) -> bool:
    """Whether all points raised are without a reaction, as far as counts may be told."""
    points, left = plan.total.points, plan.total.unanswered
    return isinstance(points, int) and 0 < points == left


def others_were_met(plan: NationalPlan) -> bool:
    """Whether partners that are no associations were met as well."""
    rest: Sequence[Count] = [
        row.met for row in plan.categories if row.code != PartnerCategory.ASSOCIATION
    ]
    return any(is_said(met) for met in rest)
