"""The plans of the notice to the public and of a person's extract."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """All that the notice says besides its fixed text: who processes data, for how long, for what.

    A name is kept for `keep_years` after the last meeting, for `mandate_months` after the end of a
    mandate, whichever ends first: the terms of the office. Where the office has no words of its own
    for the purpose, it is the program's. `sheet_days` is how long a signed attendance sheet is
    kept; `cndp_number` None where none is noted.
    """

    office: OfficeFacts
    number: str
    keep_years: int
    mandate_months: int
    purpose: Bilingual
    sheet_days: int
    cndp_number: str | None


@dataclass(frozen=True, slots=True)
class PresenceFacts:
    """A meeting at which the presence of the person is recorded."""

    number: int
    meeting: str
    held_on: date
    kind: str
    channel: str
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A request of the person about its own data: its kind as in `ClaimKind`."""

    number: int
    reference: str
    kind: str
    received_on: date


@dataclass(frozen=True, slots=True)
class ExtractPlan:
    """All that is held about one person on a day, for that person alone.

    `names_left_on` is the last day on which a file with names went to headquarters, None where
    none did; `keep_until` the day after which somebody responsible decides about the data.
    `purpose` is as in the notice; `is_imported` if the card was first read from a file. Of a name
    whose holder was not informed, `inform_by` is the last day to do so, `forgotten_on` that on
    which it is withdrawn otherwise.
    """

    office: OfficeFacts
    number: str
    as_of: date
    name: Bilingual
    capacity: Bilingual
    partner: PartnerFacts
    mandate_from: date | None
    mandate_until: date | None
    phone: str | None
    email: str | None
    others: str | None
    language: str | None
    informed_on: date | None
    informed_how: str | None
    recorded_on: date | None
    claims: tuple[ClaimFacts, ...]
    presences: tuple[PresenceFacts, ...]
    purpose: Bilingual
    is_imported: bool
    names_left_on: date | None
    keep_years: int
    keep_until: date | None
    inform_by: date | None = None
    forgotten_on: date | None = None
