"""The interface of a language for a period report, and figures common to both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from outreach_app.i18n import Language, isolate
from outreach_app.rules.dates import add_months
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.plan import (
    CodeCount,
    PeriodPlan,
    Programme,
    TopicFacts,
)
from outreach_app.summaries.prose.agreeing import Forms
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS
from outreach_app.summaries.prose.nouns import (
    AWARENESS_KINDS,
    FEMALE,
    HELD_KINDS,
    NEWS_HEARD,
    POINT_KINDS,
    WOMAN,
)
from outreach_app.summaries.prose.numbers import PARTIAL, digits
from outreach_app.summaries.prose.periods import Length, length_of

NOTHING = "—"
PROGRAMME_MONTHS = 2
# As many topics of equal rank are named; more are counted.
MAX_NAMED = 3


def female_of(plan: PeriodPlan) -> Noun:
    """Return the noun for female participants: women, or female if children may be included."""
    anybody_came = any(row.code in UNIT_KINDS for row in plan.kinds)
    return FEMALE if anybody_came else WOMAN


def told_by_kind(plan: PeriodPlan) -> bool:
    """Return whether what was held is named by its kinds: few, and none of them a meeting.

    Exchanges alone are told as such.
    """
    codes = [row.code for row in plan.kinds]
    exchanges = [code for code in codes if code in EXCHANGE_CHANNELS]
    are_known = all(code in (*AWARENESS_KINDS, *exchanges) for code in codes)
    return are_known and len(exchanges) < len(codes) <= MAX_NAMED and len(exchanges) <= 1


def kind_alone(plan: PeriodPlan) -> str | None:
    """Return the kind of all that was held, or its channel; None where they are of several."""
    codes = [row.code for row in plan.kinds]
    return codes[0] if len(codes) == 1 and codes[0] in HELD_KINDS else None


def is_named_apart(plan: PeriodPlan) -> bool:
    """Return whether what was held is not called meetings, as what it is compared with is."""
    return kind_alone(plan) is not None or plan.are_exchanges or told_by_kind(plan)


def period_of(plan: PeriodPlan) -> Period:
    """Return the days that a report covers when they are over."""
    return Period(plan.first, plan.last)


def before_of(plan: PeriodPlan) -> Period | None:
    """Return the period that a report compares with, if any."""
    first, last = plan.before_first, plan.before_last
    return Period(first, last) if first and last else None


def programme_end(as_of: date) -> date:
    """Return the last of the two months after a day."""
    return add_months(as_of + timedelta(days=1), PROGRAMME_MONTHS) - timedelta(days=1)


def period_told(plan: PeriodPlan) -> Period:
    """Return the period that a title names: one without a name ends on the day of its report."""
    whole = Period(plan.first, plan.last)
    told = Period(plan.first, min(plan.last, plan.as_of))
    return told if length_of(whole) is Length.RANGE else whole


@dataclass(frozen=True, slots=True)
class Sections:
    """The headings of the ten sections, and the texts before and after them.

    The last is one of the `programmes`.
    """

    signals: str
    numbered: tuple[str, str, str, str, str, str, str, str, str]
    programmes: dict[Programme, str]
    annex: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of a report in one language; figures and states by their codes."""

    titles: dict[Length, str]
    kind: str
    sections: Sections
    key_figures: tuple[Forms, Forms, Forms, Forms, Forms]
    figures: dict[str, str]
    figure: str
    change: str
    kind_headings: tuple[str, str, str, str, str]
    category_headings: tuple[str, str, str, str]
    channel_headings: tuple[str, str, str]
    topic: str
    topics_gone: str
    thanks: str
    meetings_concerned: str
    total: str
    chart: str
    series: tuple[str, str]
    states: dict[str, str]
    states_of_one: dict[str, str]
    states_of_two: dict[str, str]
    promise_headings: tuple[str, str, str]
    state: str
    referral_headings: tuple[str, str, str, str]
    planned_headings: tuple[str, str, str, str]
    annex_headings: tuple[str, ...]
    annex_commitments: str
    no_due_day: str
    no_points: str
    no_promises: str
    no_referrals: str
    none_without_meetings: str
    none_made: str
    none_sent: str
    publication_headings: tuple[str, str]
    rounded: str
    channels: dict[str, str]
    planned_names: dict[Programme, tuple[str, str, str]]
    in_two_months: str
    until: str
    held_none: str
    planned_none: str
    planned_states: tuple[str, str, str, str, str]
    not_noted_subject: str
    given_up_headings: tuple[str, str, str, str]
    not_given: str
    no_reason: str
    earlier_referral: str
    no_sent_day: str
    no_partner: str
    kept_of_none: str
    nothing_planned: tuple[str, str]
    nothing_since: str
    partly_noted: str
    not_noted: str
    not_compared: str
    none_compared: str
    begun_since: str
    registered_alone: str
    still_running: dict[Length, str]
    no_interactions: tuple[str, str, str]
    what_is_without_outcome: str
    nothing: str
    no_meetings: str
    opinion: str


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
    """The texts above lists and in their cells, in one language."""

    def owner(self, promise: PromiseFacts, path: str) -> Text: ...

    def state(self, promise: PromiseFacts, path: str) -> Text: ...

    def answer(self, referral: ReferralFacts) -> Text: ...

    def last_day(self) -> Text: ...

    def states(self) -> Text: ...

    def unmet(self) -> Text: ...

    def given_up(self) -> Text: ...

    def month(self, day: date) -> str: ...

    def more(self, noun: Noun, number: int, fact: str) -> Text: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes the figures of one language."""

    language: Language

    def number(self, value: int | None, fact: str, *, is_partial: bool = False) -> Text:
        """Return a count; a dash if it was not recorded, with a mark if only some recorded it."""
        if value is None:
            return text(NOTHING)
        mark = PARTIAL if is_partial else ""
        return text(Span(digits(value, self.language), fact), mark)

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


def is_new(plan: PeriodPlan, topic: TopicFacts) -> bool:
    """Return whether a topic was not raised in the period before, if that is told of."""
    return not topic.before and before_of(plan) is not None


def is_shared(days: Sequence[date | None]) -> bool:
    """Return whether the first of some days is also that of the next."""
    return len(days) > 1 and days[0] == days[1]


def follower(plan: PeriodPlan) -> TopicFacts | None:
    """Return the topic in second place, if it is the only one there."""
    match plan.topics[1:3]:
        case [second]:
            return second
        case [second, third] if third.now < second.now:
            return second
        case _:
            return None


def noun_of(kind: str) -> Noun:
    """Name the points of a kind; what circulates is no rumour before it is found to be one."""
    return NEWS_HEARD if kind == PointKind.RUMOUR else POINT_KINDS[kind]


def total_of(states: tuple[CodeCount, ...]) -> int:
    """Return how many commitments states count together."""
    return sum(state.count for state in states)
