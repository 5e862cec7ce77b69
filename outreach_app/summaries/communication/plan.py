"""The facts of what circulated and what was published in a period."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period

_MIN_SHARED = 10
# Of fewer the median is no delay of theirs.
_MIN_MEDIAN = 3


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The publications of a kind (`pb.*`): their count now and before, their share in percent.

    The share has a decimal point: `55.6`; `before` is None if it must be hidden.
    """

    code: str
    count: int
    before: int | None
    share: str


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """The publications of a period; `before` is None if the period before is not comparable.

    `kinds` include those with publications before and none now. `since` is the day on which those
    recorded by their total began to come out, if that was before the period.
    """

    count: int
    before: int | None
    kinds: tuple[KindFacts, ...]
    since: date | None = None

    @property
    def only_kind(self) -> KindFacts | None:
        """The kind of all publications of the period; None where there are several, or none."""
        rows = [row for row in self.kinds if row.count]
        return rows[0] if len(rows) == 1 else None

    @property
    def has_shares(self) -> bool:
        """Whether there are enough for a share in a hundred to say something."""
        return self.count >= _MIN_SHARED


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """The count of a code: a channel, a result, a kind of action."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class RumourFacts:
    """The rumours of a period; those that headquarters joined count once.

    `offices` is the number of offices that heard any. The delays are from hearing to
    rectification in each office, in hours or, if long, from day to day; None if unknown.
    `no_need` are the rumours that need no
    rectification, by result (`vr.*`), `to_rectify` those without one yet; `carried` were reported
    back to those who had told them. `from_meetings` of those without a result were told in
    meetings; `closed` are those that ended without a result,
    `followed` those of them that were not filed but answered or acted on.
    """

    count: int
    before: int | None
    offices: int
    rectified: int
    median_hours: int | None
    worst_hours: int | None
    no_need: tuple[CodeFacts, ...]
    carried: int
    to_rectify: int = 0
    from_meetings: int = 0
    closed: int = 0
    followed: int = 0
    median_days: int | None = None
    worst_days: int | None = None

    @property
    def unverified(self) -> int:
        """The number that wait for a result."""
        return self.count - self.ended - self.to_rectify

    @property
    def ended(self) -> int:
        """The number that wait for nothing more."""
        return self.rectified + self.without_need + self.closed

    @property
    def without_need(self) -> int:
        """The number that called for no rectification."""
        return sum(row.count for row in self.no_need)

    @property
    def has_one_delay(self) -> bool:
        """Whether the longest delay says all: few were rectified, or all delays are the same."""
        is_alike = (self.median_hours, self.median_days) == (self.worst_hours, self.worst_days)
        return self.rectified < _MIN_MEDIAN or is_alike


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """The remarks of a period; the waits in days are None for fewer than two known ones.

    For two waits, which have no meaningful median, `least_days` is the shorter; otherwise None.

    `channels` are `rv.*`. The waits are those of the `dated` remarks, whose day of reaction is
    known; `has_other_ends` if some of these were closed, or answered by the service that was asked.
    `unanswered` is None in the public report.
    """

    count: int
    channels: tuple[CodeFacts, ...]
    unanswered: int | None
    median_days: int | None
    worst_days: int | None
    dated: int | None = None
    least_days: int | None = None
    has_other_ends: bool | None = None


@dataclass(frozen=True, slots=True)
class AwarenessFacts:
    """Awareness actions, with talks in schools among them; None for counts nobody took.

    `talks` is also None if it must be hidden from the public. `others` are the actions that are not
    talks, by kind (`mt.*`). `schools_noted`, `pupils_noted` and `noted` are the numbers of actions
    with a count, for partial sums. `associations` are added up over the `associations_noted`
    actions: one that took part in two counts twice.

    `establishments` and `pupils` are those of the talks, the other sums those of all actions. A sum
    is partial if only some of the actions have a count. `apart` is the audience of the talks that
    did not count their pupils, None if one of these recorded none. `are_escorted` if more than the
    pupils came to talks that counted them, and no other action counted any: whether these were
    reached is not known either. `is_beside` if each of the actions with an audience,
    `is_partly_beside` if one of them, also counted participants, other than these. `other_pupils`
    are those that actions other than talks counted, `are_others_partial` if some of these actions
    counted none.
    """

    count: int
    talks: int | None
    establishments: int | None
    pupils: int | None
    beneficiaries: int | None
    associations: int | None
    are_talks_partial: bool = False
    is_partial: bool = False
    schools_noted: int | None = None
    pupils_noted: int | None = None
    noted: int | None = None
    others: tuple[CodeFacts, ...] = ()
    apart: int | None = None
    are_escorted: bool = False
    is_beside: bool = False
    is_partly_beside: bool = False
    other_pupils: int | None = None
    are_others_partial: bool = False
    associations_noted: int | None = None

    @property
    def are_other_pupils_alone(self) -> bool:
        """Return whether no action was a talk, and they reached nobody but pupils."""
        is_other = self.talks == 0 and self.other_pupils is not None
        return is_other and self.other_pupils == self.beneficiaries

    @property
    def are_only_pupils(self) -> bool:
        """Return whether all actions were talks, which reached nobody but their pupils."""
        return self._has_talks_alone and self.pupils == self.beneficiaries

    @property
    def are_pupils_among(self) -> bool:
        """Return whether all actions were talks, and pupils are a part of those reached.

        Two sums of the same talks would be read as different ones.
        """
        return self._has_talks_alone and (self.beneficiaries or 0) > (self.pupils or 0)

    @property
    def _has_talks_alone(self) -> bool:
        """Return whether all actions were talks, with pupils, and every count of them is known."""
        is_partial = self.is_partial or self.are_talks_partial
        return self.talks == self.count and bool(self.pupils) and not is_partial


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The followers of an official account (`pc.*`) on the day they were read.

    `growth` is how many more they are than on the day `since`.
    """

    code: str
    followers: int
    at_least: bool
    growth: int | None
    since: date | None
    read_on: date


@dataclass(frozen=True, slots=True)
class EngagementFacts:
    """The interactions with publications, as of their readings; None if nothing was read.

    The readings that are added up are of the days from `read_from` to `read_until`, of that day
    alone if the former is None.

    `at_least` if the source says « more than ». `top` is the publication with the most
    interactions, if there is one. `is_partial` if only `read` of the `published` ones were read;
    both numbers are None in the public report.
    """

    read_until: date
    interactions: int | None
    at_least: bool
    top: Bilingual | None
    top_interactions: int | None
    accounts: tuple[AccountFacts, ...]
    is_partial: bool = False
    read: int | None = None
    published: int | None = None
    read_from: date | None = None


@dataclass(frozen=True, slots=True)
class CommunicationFacts:
    """The communication of a period; None for parts that a document leaves out.

    `before_last` is the last day of the period compared with, `until` the day of the situation.
    """

    before_last: date
    until: date
    publications: PublicationFacts | None
    rumours: RumourFacts | None
    remarks: RemarkFacts | None = None
    awareness: AwarenessFacts | None = None
    engagement: EngagementFacts | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A period and the one before, as named in sentences, and the day of the situation."""

    now: Period
    before: Period
    until: date
