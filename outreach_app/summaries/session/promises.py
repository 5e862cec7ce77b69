"""Commitments in the plan of a session summary: its own, and those of earlier meetings."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import count_days

# The states that last, which have no day of their own: of one that passed nothing was recorded.
LASTING = (CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS, CommitmentStatus.OVERDUE)
# Up to this many days of earlier meetings stand in the sentence on their commitments.
_FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class GivenUpFacts:
    """One of the times that the same was promised again, by its day, and how it was given up.

    `code` (`cst.*`) is its state, `on` the day of it, `is_entered` that this is that of the entry.
    """

    number: int
    made_on: date
    code: str
    on: date | None = None
    is_entered: bool | None = None


@dataclass(frozen=True, slots=True)
class RenewedFacts:
    """When the same was promised again, and what came of the last time.

    `days` are those before the meeting, `number` is that of its own commitment, `later_days` are
    those after it; `code` (`cst.*`) and its day `on`, or the due date that passed, tell what came
    of the last, if anything did, `is_entered` that the day is that of the entry. `is_before` tells
    that all of it was before the state that is told with it. `kept_from` is the day on which the
    same had been promised before, where that was kept later, on the day `on`. `why` is why the last
    was given up, and `lapsed_on` the due date that passed while the last was begun and not kept;
    `is_amid` tells that it was promised again before the state that is told with it, and that
    something came of it after. `is_likely` tells that it is another promise, in the other language
    alone, which may be the same: nobody knows. `given_up` are the times before the last that were
    given up, unless they are listed.
    """

    days: tuple[date, ...] = ()
    number: int | None = None
    later_days: tuple[date, ...] = ()
    code: str | None = None
    on: date | None = None
    is_entered: bool | None = None
    is_before: bool | None = None
    kept_from: date | None = None
    why: Words | None = None
    lapsed_on: date | None = None
    is_amid: bool | None = None
    is_likely: bool | None = None
    given_up: tuple[GivenUpFacts, ...] = ()

    @property
    def is_sequel(self) -> bool:
        """Return whether something came of it after the state that is told with it."""
        is_after = not self.is_before and not self.is_likely
        return self.code is not None and is_after and self.kept_from is None

    @property
    def day(self) -> date | None:
        """Return the day of what came of it; None of what lasts, or if no day was noted."""
        return None if self.is_entered or self.code in LASTING else self.on

    def replaces(self, code: str | None) -> bool:
        """Return whether it tells all there is to tell, beside a state that it contradicts."""
        is_begun = code == CommitmentStatus.IN_PROGRESS and self.code == CommitmentStatus.DONE
        is_undone = code in (CommitmentStatus.OPEN, CommitmentStatus.OVERDUE)
        return self.is_sequel and (is_undone or is_begun)

    def comes_after(self, day: date | None) -> bool:
        """Return whether all of its days, of which none is that of the meeting, are after a day."""
        days = (*self.days, *self.later_days)
        is_again = self.number is None and not self.is_likely and bool(days)
        return day is not None and is_again and min(days) > day

    @property
    def is_once(self) -> bool:
        """Whether it was promised again one time only."""
        return len(self.days) + len(self.later_days) + (self.number is not None) == 1


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """A commitment as it was made; `owner` is office, partner or authority.

    `debtor` is the partner that owes it, `debtor_kind` (`pr.*`…) the kind of a practice named after
    a person, `debtor_rank` its number if several of that kind were present, `is_debtor_woman` what
    the name entered calls it, if it does, `authority` (`rf.*`)
    the service, if known. For one of an earlier meeting, `since` is
    the day of its state, if it was noted, `why` the reason for giving it up, `made_at` the number
    of its day among those listed, if there are several, and `put_off_from` its first due date, if
    it has a new one; `is_late` that it was kept after its day, or only begun by then; `is_entered`
    that `since` is the day of the entry, as none was typed, `renewed` when the same was promised
    again, while it was not kept.
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
    debtor_rank: int | None = None
    is_debtor_woman: bool | None = None
    renewed: RenewedFacts | None = None


@dataclass(frozen=True, slots=True)
class EarlierState:
    """Earlier commitments that were in one state (`cst.*`)."""

    code: str
    promises: tuple[CommitmentFacts, ...]


@dataclass(frozen=True, slots=True)
class OthersClosed:
    """A number of commitments that are not listed, in a state (`cst.*`) that closed them.

    `until` is the day by which all of them were, `is_entered` that it is that of an entry.
    """

    code: str
    count: int
    until: date | None = None
    is_entered: bool | None = None


@dataclass(frozen=True, slots=True)
class MeetingMet:
    """An earlier meeting, as it is named; `last_on` is the last day of one of several days."""

    kind: str
    channel: str
    held_on: date
    number: str = ""
    last_on: date | None = None

    @property
    def kind_said(self) -> tuple[str, str, int]:
        """Return the kind, the channel, and how many days it took: what names it."""
        return self.kind, self.channel, count_days(self.held_on, self.last_on)


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A service (`rf.*`) that a point was sent to, whether it answered, and the day `on` it did."""

    number: int
    to: str
    is_answered: bool | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AgainFacts:
    """The later meeting at which a point was raised again, and what came of it there.

    Without one, it was a remark `received_on` a day outside meetings. If it is recorded that others
    raised it than at first, `raised_by` is their organisation or `raiser_kind` the kind of a
    practice, whose name entered calls a woman if `is_raiser_woman`; `is_by_others` tells that the
    first ones were absent, where nobody recorded who raised it.

    `code` is a reaction (`out.*`), `is_replied` that an answer was recorded, `is_rumour` that what
    was said was recorded as a rumour; `states` are those of the commitments made on it. `is_likely`
    tells that it is a point in the other language alone, which may be the same: nobody knows.
    """

    met: MeetingMet | None
    code: str | None = None
    is_replied: bool | None = None
    is_closed: bool | None = None
    is_rumour: bool | None = None
    states: tuple[EarlierState, ...] = ()
    asked: tuple[AskedFacts, ...] = ()
    is_likely: bool | None = None
    raised_by: Bilingual | None = None
    raiser_kind: str | None = None
    is_raiser_woman: bool | None = None
    is_by_others: bool | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecalledFacts:
    """A commitment made on the point that a reminder recalls, in its one state of that day."""

    number: int
    met: MeetingMet
    states: tuple[EarlierState]


@dataclass(frozen=True, slots=True)
class MadeFacts:
    """The day on which earlier commitments were made, and the meeting that they are of.

    Those made on a remark have the day on which it was received outside meetings instead.
    """

    made_on: date
    met: MeetingMet | None
    received_on: date | None = None

    @property
    def is_of_remark_that_day(self) -> bool:
        """Whether it is the day on which the remark was received."""
        return self.made_on == self.received_on

    @property
    def is_at_meeting(self) -> bool:
        """Return whether it is a day of the meeting, not one after it."""
        return self.met is not None and self.made_on <= (self.met.last_on or self.met.held_on)


@dataclass(frozen=True, slots=True)
class EarlierFacts:
    """Commitments of earlier meetings, in their state on the day of this one.

    `made` are the days, oldest first, each of one meeting; `among` is the number of commitments
    made on them at the same meetings, or within them if they are many. `others` are those not
    listed, recorded as closed by the day of an earlier meeting with one of the same partners.
    `present` is
    the number of partners listed as present, one of whom attended each of these meetings, or made
    the remark; None if none attended the one that this meeting follows.
    """

    made: tuple[MadeFacts, ...]
    states: tuple[EarlierState, ...]
    among: int
    present: int | None = None
    others: tuple[OthersClosed, ...] = ()

    @property
    def is_told_before(self) -> bool:
        """Return whether a sentence of its own says when they were made, as it is long."""
        return self.are_days_in_table or len(self.made_by_source) > 1

    @property
    def are_days_in_table(self) -> bool:
        """Whether the days are too many for the sentence: the table tells those of the named."""
        return len({each.made_on for each in self.made}) > _FEW_DAYS

    @property
    def made_by_source(self) -> list[list[tuple[int, MadeFacts]]]:
        """Group those of one meeting, on its days or after them, or of a remark's day."""
        found: dict[MeetingMet | date | None, list[tuple[int, MadeFacts]]] = {}
        for number, made in enumerate(self.made, start=1):
            found.setdefault(made.met or made.received_on, []).append((number, made))
        return list(found.values())

    @property
    def by_origin(self) -> list[list[list[tuple[int, MadeFacts]]]]:
        """Part those of meetings from those of remarks: a day alone may be read of both.

        Those of the first day come first.
        """
        found = self.made_by_source
        met = [made for made in found if made[0][1].met]
        parts = [part for part in (met, [made for made in found if made not in met]) if part]
        return sorted(parts, key=lambda part: part[0][0][1].made_on)

    @property
    def others_until(self) -> tuple[date, str] | None:
        """Return the day by which all that are not listed were closed, and the last one's state."""
        days = [(each.until, each.code) for each in self.others if each.until is not None]
        return max(days) if days and len(days) == len(self.others) else None

    @property
    def are_some(self) -> bool:
        """Whether others made with them are not listed."""
        return self.number < self.among

    @property
    def number(self) -> int:
        """The number of listed commitments."""
        return sum(len(state.promises) for state in self.states)
