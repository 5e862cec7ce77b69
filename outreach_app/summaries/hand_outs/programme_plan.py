"""The plan of a printed programme: the meetings to come in a period, free of any language."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """A meeting that is planned, the bodies it is planned with, the rumours told there."""

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
    """All that a programme says."""

    office: OfficeFacts
    number: str
    first: date
    last: date
    meetings: tuple[ProgrammeMeeting, ...]
