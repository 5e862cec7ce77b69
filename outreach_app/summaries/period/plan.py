"""The plan of a period report: the facts of its ten sections and its annex."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A figure of the period; `before` and `change` are None where nothing is compared."""

    code: str
    now: int
    before: int | None
    change: int | None


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The meetings of a kind; people and women are None where nobody counted them."""

    code: str
    meetings: int
    participants: int | None
    women: int | None
    points: int


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """The different partners of a category that were present, and at how many meetings."""

    code: str
    partners: int
    meetings: int


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many there are of a code: a channel, a kind of point, a state."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """How often a topic was raised, and at how many meetings."""

    code: str
    now: int
    before: int | None
    change: int | None
    meetings: int


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """The meetings of a month and the commitments made in them."""

    number: int
    first: date
    meetings: int
    commitments: int


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A commitment that was not kept by the last day; `days_late` is None for one not late.

    `debtor` is the body that owes it, `debtor_kind` what it is where its name is a person's,
    `authority` the service (`rf.*`); None where not noted.
    """

    number: int
    words: Words
    owner: str
    debtor: Bilingual | None
    debtor_kind: str | None
    authority: str | None
    due_on: date | None
    state: str
    days_late: int | None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A point passed on to `to` (`rf.*`); `waiting` counts the days it had been without answer."""

    number: int
    to: str
    topic: str
    sent_on: date
    answered_on: date | None
    answer: Words | None
    waiting: int | None


@dataclass(frozen=True, slots=True)
class PlannedFacts:
    """A meeting to come, with the categories of the partners invited."""

    number: int
    held_on: date
    kind: str
    subject: Bilingual
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A line of the annex; counts that were not noted are None."""

    number: str
    held_on: date
    kind: str
    subject: Bilingual
    participants: int | None
    women: int | None
    points: int
    commitments: int


@dataclass(frozen=True, slots=True)
class SignalFacts:
    """What calls for attention; None, or empty, where nothing does.

    The oldest late commitment and the oldest referral without answer are the first of their lists.
    `unmet` are categories of partners met in the period before and not in this one.
    """

    late: int | None
    waiting: int | None
    without_outcome: int | None
    rising: TopicFacts | None
    unmet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """All that a period report says. States are those of the day `as_of`.

    `before_first` and `before_last` are None where the period before held no meeting. Of
    `earlier`, the states of the commitments made before the period and open on its first day.
    `topics_more`, `promises_more`, `referrals_more` and `planned_more` are what lists leave out.
    """

    office: OfficeFacts
    number: str
    first: date
    last: date
    as_of: date
    before_first: date | None
    before_last: date | None
    figures: tuple[FigureFacts, ...]
    kept: int
    kinds: tuple[KindFacts, ...]
    categories: tuple[CategoryFacts, ...]
    channels: tuple[CodeCount, ...]
    point_kinds: tuple[CodeCount, ...]
    topics: tuple[TopicFacts, ...]
    topics_more: int
    months: tuple[MonthFacts, ...]
    states: tuple[CodeCount, ...]
    earlier: tuple[CodeCount, ...]
    promises: tuple[PromiseFacts, ...]
    promises_more: int
    answered: int
    referrals: tuple[ReferralFacts, ...]
    referrals_more: int
    communication: CommunicationFacts
    difficulties: tuple[Words, ...]
    assessment: Words | None
    planned: tuple[PlannedFacts, ...]
    planned_more: int
    signals: SignalFacts
    meetings: tuple[MeetingFacts, ...]

    def figure(self, code: str) -> FigureFacts:
        """Return a figure by its code."""
        return next(figure for figure in self.figures if figure.code == code)
