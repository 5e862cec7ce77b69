"""The plan of a printed programme: the meetings of a period, free of any language."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """A meeting planned or held, the bodies it is with, the rumours to be told there."""

    number: int
    held_on: date
    starts_at: time | None
    kind: str
    subject: Bilingual
    place: Bilingual
    partners: tuple[PartnerFacts, ...]
    to_tell: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """All that a programme says: `meetings` to come, and `held` of a period that has begun.

    Of one that is over, as on its last day with nothing left, nothing is to come.
    """

    office: OfficeFacts
    number: str
    first: date
    last: date
    meetings: tuple[ProgrammeMeeting, ...]
    held: tuple[ProgrammeMeeting, ...] = ()
    has_begun: bool = False
    is_over: bool = False
