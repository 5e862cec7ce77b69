"""The plan of a partner's sheet: what was raised with it and what became of each point."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.session.plan import NextMeetingFacts


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """Whom the sheet is for; of a practice named after a person only its kind and its place."""

    name: Bilingual
    kind: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A commitment; `missed_on` is a day that passed before it was put off to `due_on`."""

    number: int
    words: Words
    owner: str
    missed_on: date | None
    due_on: date | None
    status: str
    reason: Words | None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A point passed on to `to` (`rf.*`), about `topic` (`tp.*`), and the answer to it."""

    number: int
    to: str
    topic: str
    sent_on: date | None
    answered_on: date | None
    answer: Words | None


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """A point and all that follows it; `words` is None where only its topic may be told.

    That is so of an offence, and of what others raised (`is_own` False); the reply to what nobody
    in particular raised is told all the same.

    `state` is the code (`cst.*`, `out.*`, or one of `states`) that says what became of it on the
    whole.
    """

    number: int
    topic: str
    is_own: bool
    words: Words | None
    state: str
    reply: Words | None
    commitments: tuple[PromiseFacts, ...]
    referrals: tuple[ReferralFacts, ...]


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How many points came to what; together they are all of them."""

    treated: int
    running: int
    transmitted: int
    answered: int
    oriented: int
    late: int
    refused: int
    waiting: int


@dataclass(frozen=True, slots=True)
class HandOutPlan:
    """All that a partner's sheet says: the points of the sessions of a period it was present at.

    After them stand those of earlier sessions that left a promise to keep: `earlier` of the
    `remarks`, None where there are none. `points` and `states` do not count these.
    """

    office: OfficeFacts
    partner: PartnerFacts
    number: str
    first: date
    last: date
    sessions: int
    points: int
    states: StateCounts
    earlier: int | None
    remarks: tuple[RemarkFacts, ...]
    next_meeting: NextMeetingFacts | None
