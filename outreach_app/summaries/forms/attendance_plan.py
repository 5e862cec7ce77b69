"""The plan of an attendance sheet: a planned meeting, and the organisations invited."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class AttendancePlan:
    """The contents of an attendance sheet before it is filled in; it is kept `keep_days`.

    Guests sign it: what the head is to announce is on the programme. `last_on` is the last day of
    one of several days.
    """

    office: OfficeFacts
    number: str
    kind: str
    channel: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: Bilingual
    subject: Bilingual
    invited: tuple[PartnerFacts, ...]
    keep_days: int
    last_on: date | None = None
