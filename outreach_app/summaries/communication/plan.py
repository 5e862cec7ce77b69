"""The facts of what circulated and what was published in a period."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period

_LEAST_SHARED = 10
_MOST_IN_HOURS = 72


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The publications of a kind (`pb.*`): how many now, how many before, their share in percent.

    The share is written with a point: `55.6`; `before` is None where it may not be told.
    """

    code: str
    count: int
    before: int | None
    share: str


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """What came out; `before` is None where the period before has nothing to compare with.

    Kinds of which there were some before and none now are among the `kinds`.
    """

    count: int
    before: int | None
    kinds: tuple[KindFacts, ...]

    @property
    def has_shares(self) -> bool:
        """Whether there are enough for a share in a hundred to say something."""
        return self.count >= _LEAST_SHARED


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """How many there were of a code: a channel, a result, a kind of action."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class RumourFacts:
    """What was heard; those that headquarters found to be one count once.

    `offices` heard any. The delays in hours are each office's own, from hearing to rectification;
    None where none is known. `no_need` called for no rectification, by what was found of them
    (`vr.*`), `to_rectify` wait for theirs; `carried` were told to those who had told them.
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

    @property
    def unverified(self) -> int:
        """How many have no result."""
        return self.count - self.rectified - self.without_need - self.to_rectify

    @property
    def without_need(self) -> int:
        """How many called for no rectification."""
        return sum(row.count for row in self.no_need)

    @property
    def has_one_delay(self) -> bool:
        """Whether all known delays are the same one."""
        return self.median_hours == self.worst_hours

    @property
    def days(self) -> int | None:
        """Return the one delay in days begun where it is long; None where hours tell it."""
        is_long = self.has_one_delay and (self.median_hours or 0) > _MOST_IN_HOURS
        return ceil((self.median_hours or 0) / 24) if is_long else None


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """What was received outside meetings; the waits in days are None below two known ones.

    Of two waits a median says nothing: then `least_days` is the shorter, and None of more.

    `channels` are `rv.*`. The waits are those of the remarks whose day of reaction is known,
    `dated` in number.
    The public reads nothing of those that are `unanswered`: None.
    """

    count: int
    channels: tuple[CodeFacts, ...]
    unanswered: int | None
    median_days: int | None
    worst_days: int | None
    dated: int | None = None
    least_days: int | None = None


@dataclass(frozen=True, slots=True)
class AwarenessFacts:
    """Awareness actions, and among them talks in schools; None where nobody counted.

    None for `talks` too, where the public is not told. `others` are the actions that are no talk,
    by kind (`mt.*`). Of partial sums, `schools_noted`, `pupils_noted` and `noted` are how many
    actions they are of.

    `establishments` and `pupils` are those of the talks, the others those of all actions. Where
    some noted how many they reached and others did not, the sums are partial. `apart` came to the
    talks that did not count their pupils, None where one of these noted nobody.
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

    @property
    def are_pupils_among(self) -> bool:
        """Whether all actions were talks of which all is known: then pupils are told among those.

        Two sums of the same talks would be read as two.
        """
        is_whole = self.talks == self.count and not (self.is_partial or self.are_talks_partial)
        return is_whole and bool(self.pupils and (self.beneficiaries or 0) > self.pupils)


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """The followers of an official account (`pc.*`), and how many more than on the day `since`."""

    code: str
    followers: int
    at_least: bool
    growth: int | None
    since: date | None


@dataclass(frozen=True, slots=True)
class EngagementFacts:
    """The interactions with what was published, as read until a day; None where nothing was read.

    `at_least` where the source says « more than ». `top` is the publication that drew most, where
    one did. `is_partial` where nothing was read of some of them: `read` of the `published` were,
    and both are None where the public is not told.
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


@dataclass(frozen=True, slots=True)
class CommunicationFacts:
    """The communication of a period; None for what a document does not tell.

    `before_last` is the last day of the period that it is compared with, `until` the day as of
    which it is told.
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
    """A period and the one before, which sentences name, and the day as of which they tell."""

    now: Period
    before: Period
    until: date

    @property
    def are_of_one_year(self) -> bool:
        """Whether the year of the one before goes without saying."""
        return self.now.last.year == self.before.last.year
