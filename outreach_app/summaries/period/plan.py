"""The plan of a period report: the facts of its ten sections and its annex."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.left_open import LeftOpenFacts
from outreach_app.summaries.period.unheld import UnheldFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.prose.periods import Length, length_of

GONE = "gone"
# Where a visit met, in no building, and a meeting whose place was not noted.
FIELD, UNPLACED = "field", "unplaced"


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A figure of the period; None if nobody counted, or if nothing is compared.

    `is_partial` if only some of the meetings recorded it, `was_partial` for the period before:
    partial sums are not compared, and `change` is None.
    """

    code: str
    now: int | None
    before: int | None
    change: int | None
    is_partial: bool = False
    was_partial: bool = False


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The meetings of a kind; people and women are None if nobody counted them.

    `participants_partial` and `women_partial` if only some of the meetings recorded them.
    """

    code: str
    meetings: int
    participants: int | None
    women: int | None
    points: int
    participants_partial: bool = False
    women_partial: bool = False


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """The different partners of a category that were present, and at how many meetings."""

    code: str
    partners: int
    meetings: int


@dataclass(frozen=True, slots=True)
class CodeCount:
    """The count of a code: a channel, a kind of point, a state."""

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
class PlannedFacts:
    """A meeting after the last day, held or planned, with the categories that came or will."""

    number: int
    held_on: date
    kind: str
    subject: Bilingual
    categories: tuple[str, ...]
    is_held: bool = False
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A line of the annex; unrecorded counts are None."""

    number: str
    held_on: date
    kind: str
    subject: Bilingual
    participants: int | None
    women: int | None
    points: int
    commitments: int
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class SignalFacts:
    """The points for attention; None or empty if there are none.

    The oldest late commitment and the oldest referral without answer are the first of their lists.
    `unverified` rumours have no result, those `to_rectify` no rectification yet; `unanswered` are
    remarks without reaction; `rising` topics rose most, `unmet` categories were met in the period
    before alone; `has_fallen`, `has_risen` if fewer than half, more than twice as many came.
    `…_since` is the oldest's day, `…_until` the newest's.
    """

    late: int | None
    waiting: int | None
    without_outcome: int | None
    unverified: int | None
    to_rectify: int | None
    unanswered: int | None
    rising: tuple[TopicFacts, ...]
    unmet: tuple[str, ...]
    has_fallen: bool = False
    unverified_since: date | None = None
    to_rectify_since: date | None = None
    unanswered_since: date | None = None
    unverified_until: date | None = None
    to_rectify_until: date | None = None
    unanswered_until: date | None = None
    has_risen: bool = False

    def since(self, name: str) -> date | None:
        """Return the day of the oldest of `unverified`, `to_rectify` or `unanswered`."""
        return self._days(name)[0]

    def are_of_one_day(self, name: str) -> bool:
        """Return whether the oldest and the newest of these are of the same day."""
        return len(set(self._days(name))) == 1

    def _days(self, name: str) -> tuple[date | None, date | None]:
        return {
            "unverified": (self.unverified_since, self.unverified_until),
            "to_rectify": (self.to_rectify_since, self.to_rectify_until),
            "unanswered": (self.unanswered_since, self.unanswered_until),
        }[name]


class Programme(StrEnum):
    """Whether the meetings after a period were held since, are still planned, or both."""

    HELD = "held"
    TO_COME = "to_come"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """The contents of a period report; states are those of the day `as_of`.

    `before_first` and `before_last` are None if nothing is compared: the period before had no
    meeting, the register did not cover it, or this one is still running. `participants_noted` and
    `women_noted` are the numbers of meetings that counted them; `women_among` is the number of
    participants of those that counted women, None if one did not count all. `earlier` are the
    states of commitments made before the period and open on its first day. `given_up` will not be
    kept; `answered` counts its own referrals. `planned_more` rows are left out, `planned_held` were
    held since; `topics_first` topics equal the first, `topics_apart` are those not raised again
    (`GONE`), and thanks. An act belongs to the period in which it was done: `are_acts_apart` if one
    follows an earlier meeting or a remark.
    `begun_on` is the first day of the register, if that is much later than the first of the period;
    it `has_unnamed_partners` where some came to a meeting without being recorded by name;
    `uncompared_since` is that of its first meeting, if nothing is compared as the register began
    after the period before. `unheld` was planned for one of its days until `as_of`.
    """

    office: OfficeFacts
    number: str
    first: date
    last: date
    as_of: date
    before_first: date | None
    before_last: date | None
    figures: tuple[FigureFacts, ...]
    participants_noted: int
    women_noted: int
    women_among: int | None
    kept: int
    kinds: tuple[KindFacts, ...]
    categories: tuple[CategoryFacts, ...]
    channels: tuple[CodeCount, ...]
    point_kinds: tuple[CodeCount, ...]
    topics: tuple[TopicFacts, ...]
    topics_first: int
    months: tuple[MonthFacts, ...]
    states: tuple[CodeCount, ...]
    earlier: tuple[CodeCount, ...]
    promises: tuple[PromiseFacts, ...]
    given_up: tuple[PromiseFacts, ...]
    answered: int
    referrals: tuple[ReferralFacts, ...]
    communication: CommunicationFacts
    difficulties: tuple[Words, ...]
    assessment: Words | None
    planned: tuple[PlannedFacts, ...]
    planned_more: int
    planned_held: int
    signals: SignalFacts
    meetings: tuple[MeetingFacts, ...]
    topics_apart: tuple[TopicFacts, ...] = ()
    are_acts_apart: bool = False
    begun_on: date | None = None
    uncompared_since: date | None = None
    has_unnamed_partners: bool = False
    unheld: tuple[UnheldFacts, ...] = ()
    left_open: tuple[LeftOpenFacts, ...] = ()

    @property
    def has_ended(self) -> bool:
        """Whether the states are those of the last day."""
        return self.as_of == self.last

    @property
    def is_provisional(self) -> bool:
        """Whether more will come of a period that is called by a name."""
        is_named = length_of(Period(self.first, self.last)) is not Length.RANGE
        return is_named and not self.has_ended

    @property
    def eve(self) -> date:
        """The day before the first: what was open then came from before the period."""
        return self.first - timedelta(days=1)

    @property
    def are_exchanges(self) -> bool:
        """Whether nobody met: calls, letters or messages alone."""
        return bool(self.kinds) and all(row.code in EXCHANGE_CHANNELS for row in self.kinds)

    @property
    def are_noted_together(self) -> bool:
        """Whether people and women were each counted at the same of the meetings."""
        is_partial = self.figure("participants").is_partial and self.figure("women").is_partial
        is_same = self.participants_noted == self.women_noted
        return is_partial and is_same and self.women_among == self.count("participants")

    @property
    def are_all_women(self) -> bool:
        """Whether all who are known to have come are women, counted wherever people were."""
        is_same = not self.figure("women").is_partial or self.are_noted_together
        return is_same and self.count("women") == self.count("participants")

    @property
    def referrals_earlier(self) -> int:
        """The number of earlier referrals without an answer on the first day of the period."""
        return sum(row.is_earlier for row in self.referrals)

    @property
    def answered_earlier(self) -> int:
        """How many of these were answered since."""
        return sum(row.is_earlier and row.is_answered for row in self.referrals)

    @property
    def waiting_earlier(self) -> int:
        """How many of these still wait."""
        return self.referrals_earlier - self.answered_earlier

    @property
    def days_waiting(self) -> list[date]:
        """The known days on which those that wait were sent."""
        return [row.sent_on for row in self.referrals if row.sent_on and not row.is_answered]

    @property
    def programme(self) -> Programme:
        """What became of the meetings after the period."""
        if not self.planned_held:
            return Programme.TO_COME
        is_all = self.planned_held == len(self.planned) + self.planned_more
        return Programme.HELD if is_all else Programme.BOTH

    def figure(self, code: str) -> FigureFacts:
        """Return a figure by its code."""
        return next(figure for figure in self.figures if figure.code == code)

    def count(self, code: str) -> int:
        """Return the count of a figure, 0 where nobody counted."""
        return self.figure(code).now or 0
