"""The plan of a printed programme: the meetings of a period, free of any language."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """A meeting planned or held, and its organisations.

    `reason` is why it was put off or cancelled, if that was noted.
    `is_to_confirm` if it is planned and not confirmed yet, else None.
    """

    number: int
    held_on: date
    starts_at: time | None
    kind: str
    channel: str
    subject: Bilingual
    place: Bilingual
    partners: tuple[PartnerFacts, ...]
    ends_at: time | None = None
    reason: Words | None = None
    last_on: date | None = None
    is_to_confirm: bool | None = None


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """The contents of a programme: planned `meetings`, and those `held` in a running period.

    `unsettled` were planned for a day or hour that has passed, and nothing was recorded of them. If
    the period is over, or nothing is left on its last day, there are no planned ones. `put_off`
    were planned for the period and have no new day, the `cancelled` will not be held.
    """

    office: OfficeFacts
    number: str
    first: date
    last: date
    meetings: tuple[ProgrammeMeeting, ...]
    held: tuple[ProgrammeMeeting, ...] = ()
    unsettled: tuple[ProgrammeMeeting, ...] = ()
    put_off: tuple[ProgrammeMeeting, ...] = ()
    cancelled: tuple[ProgrammeMeeting, ...] = ()
    has_begun: bool = False
    is_over: bool = False
