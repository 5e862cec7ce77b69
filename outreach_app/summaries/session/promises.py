"""Commitments in the plan of a session summary: its own, and those of earlier meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import Words

# Up to this many days of earlier meetings stand in the sentence on their commitments.
_FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """A commitment as it was made; `owner` is office, partner or authority.

    `debtor` is the partner that owes it, `debtor_kind` (`pr.*`…) the kind of a practice named after
    a person, `authority` (`rf.*`) the service, if known. For one of an earlier meeting, `since` is
    the day of its state, if it was noted, `why` the reason for giving it up, `made_at` the number
    of its day among those listed, if there are several, and `put_off_from` its first due date, if
    it has a new one; `is_late` that it was kept after its day, or only begun by then; `is_entered`
    that `since` is the day of the entry, as none was typed.
    """

    number: int
    words: Words
    owner: str
    due_on: date | None
    debtor: Bilingual | None = None
    authority: str | None = None
    debtor_kind: str | None = None
    since: date | None = None
    why: Words | None = None
    made_at: int | None = None
    put_off_from: date | None = None
    is_late: bool | None = None
    is_entered: bool | None = None


@dataclass(frozen=True, slots=True)
class EarlierState:
    """Earlier commitments that were in one state (`cst.*`)."""

    code: str
    promises: tuple[CommitmentFacts, ...]


@dataclass(frozen=True, slots=True)
class MeetingMet:
    """An earlier meeting, as it is named."""

    kind: str
    channel: str
    held_on: date


@dataclass(frozen=True, slots=True)
class MadeFacts:
    """The day on which earlier commitments were made, and the meeting that they came after.

    `after` is None if they were made at their meeting, on its day.
    """

    made_on: date
    after: MeetingMet | None = None


@dataclass(frozen=True, slots=True)
class EarlierFacts:
    """Commitments of earlier meetings, in their state on the day of this one.

    `made` are the days, oldest first; `among` is the number of commitments made on them, or within
    them if they are many. Those not listed were recorded as closed by the day of an earlier meeting
    with the same partners. `present` is the number of partners listed as present, one of whom
    attended each of these meetings; None if none attended the one that this meeting follows.
    """

    made: tuple[MadeFacts, ...]
    states: tuple[EarlierState, ...]
    among: int
    present: int | None = None

    @property
    def are_days_in_table(self) -> bool:
        """Whether the days are too many for the sentence: the table tells those of the named."""
        return len({each.made_on for each in self.made}) > _FEW_DAYS

    @property
    def made_by_day(self) -> list[list[tuple[int, MadeFacts]]]:
        """Those of one day, at its meetings or after them, together, each with its number."""
        numbered = list(enumerate(self.made, start=1))
        return [list(group) for _day, group in groupby(numbered, key=lambda row: row[1].made_on)]

    @property
    def days_told(self) -> list[tuple[list[tuple[int, MadeFacts]], int]]:
        """Each day with the number of days, it being the last, that came after the same meetings.

        It is 0 of a day whose meetings are told with a later day, or not.
        """
        told = []
        for _after, run in groupby(self.made_by_day, key=_came_after):
            days = list(run)
            told += [(day, 0) for day in days[:-1]] + [(days[-1], len(days))]
        return [(day, number if _came_after(day) else 0) for day, number in told]

    @property
    def are_some(self) -> bool:
        """Whether others made with them are not listed."""
        return self.number < self.among

    @property
    def number(self) -> int:
        """The number of listed commitments."""
        return sum(len(state.promises) for state in self.states)

    @property
    def is_each_of_its_day(self) -> bool:
        """Whether one was made on each of several days, and they are listed in that order."""
        numbers = [promise.number for state in self.states for promise in state.promises]
        is_one_each = self.number == len({each.made_on for each in self.made}) == len(self.made) > 1
        return is_one_each and not self.are_some and numbers == sorted(numbers)


def _came_after(day: Sequence[tuple[int, MadeFacts]]) -> tuple[MeetingMet, ...]:
    """Return the meetings after which a day's promises were made; none if one was held that day."""
    after = tuple(made.after for _number, made in day if made.after)
    return after if len(after) == len(day) else ()
