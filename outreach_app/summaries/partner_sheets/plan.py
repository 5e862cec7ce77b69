"""The plan of a partner sheet: who the partner is, and what a year with it came to."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts, RemarkFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.prose.meeting_kinds import Manner, manner


@dataclass(frozen=True, slots=True)
class CapacityFacts:
    """Somebody who speaks for the partner, by capacity alone, and how it was informed (09-08).

    `inform_by` is the day by which that has to be done, None once it is. `is_withheld` if that
    person was not informed yet, and who reads may not see whether a name is kept, else None.
    """

    number: int
    capacity: Bilingual
    mandate_from: date | None
    mandate_until: date | None
    informed_on: date | None
    is_to_inform: bool
    inform_by: date | None = None
    is_withheld: bool | None = None


@dataclass(frozen=True, slots=True)
class AttendedFacts:
    """A meeting that was held and to which the partner was invited, or an exchange with it."""

    number: int
    meeting: str
    held_on: date
    kind: str
    channel: str
    subject: Bilingual
    is_present: bool
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnPointFacts:
    """A point that the partner raised itself, of that kind and day, with what came of it.

    `reference` is the number of a remark received outside meetings, None of another point;
    `reaction` (`out.*`) what was decided, None if that says nothing beside the rest.
    """

    number: int
    held_on: date
    kind: str
    remark: RemarkFacts
    reference: str | None = None
    reaction: str | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How often those present raised a topic at meetings with the partner."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class PledgeFacts:
    """A commitment by the partner or to it; `owner` is office, partner or authority.

    `ended_on` is the day it was kept or given up, None if it is open or the day is
    unknown; `stands` as in `PromiseFacts`. `made_on` is the day of its meeting where that is told,
    `of_other` that it is about a point which another partner raised; else None.
    """

    number: int
    words: Words
    owner: str
    authority: str | None
    due_on: date | None
    status: str
    ended_on: date | None = None
    stands: str | None = None
    made_on: date | None = None
    of_other: bool | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next planned meeting with the partner; `is_to_confirm` if nobody confirmed it."""

    held_on: date
    starts_at: time | None
    is_to_confirm: bool | None = None


@dataclass(frozen=True, slots=True)
class PartnerSheetPlan:
    """The contents of a partner's sheet on the day `as_of`, with meetings since `first`.

    `is_inactive` if the partner was recorded as no longer active, `has_thanks` if thanks of others
    were left out of the `topics`, `has_inferred` if nobody noted who raised some of the `points`,
    and no other partner was there; else None. `former` are the partner's own commitments of before
    the year that are still open.
    """

    office: OfficeFacts
    number: str
    first: date
    as_of: date
    partner: PartnerFacts
    category: str
    type: str | None
    place: str | None
    phone: str | None
    receipt_number: str | None
    receipt_on: date | None
    is_receipt_final: bool | None
    next_meeting: NextMeeting | None
    capacities: tuple[CapacityFacts, ...]
    meetings: tuple[AttendedFacts, ...]
    points: tuple[OwnPointFacts, ...]
    topics: tuple[TopicCount, ...]
    pledges: tuple[PledgeFacts, ...]
    is_inactive: bool | None = None
    has_thanks: bool | None = None
    has_inferred: bool | None = None
    former: tuple[PledgeFacts, ...] = ()

    @property
    def gatherings(self) -> tuple[AttendedFacts, ...]:
        """The meetings and awareness actions that the partner was invited to."""
        return tuple(each for each in self.meetings if not _is_exchange(each))

    @property
    def exchanges(self) -> tuple[AttendedFacts, ...]:
        """The calls and letters exchanged with the partner."""
        return tuple(each for each in self.meetings if _is_exchange(each))


def _is_exchange(row: AttendedFacts) -> bool:
    return manner(row.kind, row.channel) is Manner.EXCHANGE
