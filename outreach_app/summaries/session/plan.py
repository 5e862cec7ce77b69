"""The plan of a session summary: every fact it says, free of any language."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class KindPresent:
    """Bodies or professionals of one kind (`as.*`, `pr.*`, `pt.*`); count None: kind only known."""

    code: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PointFacts:
    """One point; `words` is None where only its topic may be stored (an offence).

    `commitments` are the numbers of the commitments it led to, `referrals` the services (`rf.*`).
    """

    number: int
    kind: str
    topic: str
    words: Words | None
    reaction: str | None
    reply: Words | None
    commitments: tuple[int, ...]
    referrals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """One promise; `owner` is office, partner or authority, `status` a `cst.*` code."""

    number: int
    words: Words
    owner: str
    due_on: date | None
    status: str
    reason: str | None


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
class NextMeeting:
    held_on: date
    starts_at: time | None
    place: Bilingual


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """All that a session summary says. Counts are of people or bodies; None means not known."""

    office: OfficeFacts
    number: str
    kind: str
    channel: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: Bilingual
    subject: Bilingual
    headcount: int | None
    women: int | None
    bodies: int | None
    kinds_present: tuple[KindPresent, ...]
    earlier_done: int
    earlier_open: int
    points: tuple[PointFacts, ...]
    commitments: tuple[CommitmentFacts, ...]
    referrals: tuple[ReferralFacts, ...]
    next_meeting: NextMeeting | None
    assessment: Words | None
