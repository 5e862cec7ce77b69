"""The acts that follow points: commitments, and referrals with their answers."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.facts import Words


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A commitment not kept by the last day; `days_late` is None if it is not late.

    `debtor` is the organisation that owes it, `debtor_kind` its kind if its name is a person's,
    `authority` the service (`rf.*`); None if not recorded. `reason` is why it was given up, or what
    was done of one kept in part; `is_earlier` if it was made before the period. Where `was_absent`,
    no partner was recorded as present when it was made. `begun` is the status (`cst.*`) of a late
    one that is in progress or kept in part.
    """

    number: int
    words: Words
    owner: str
    debtor: Bilingual | None
    debtor_kind: str | None
    authority: str | None
    due_on: date | None
    state: str
    days_late: int | None
    reason: Words | None = None
    is_earlier: bool = False
    was_absent: bool = False
    begun: str | None = None

    @property
    def is_partly_kept(self) -> bool:
        return CommitmentStatus.PARTLY in (self.state, self.begun)


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A point passed on to `to` (`rf.*`); `waiting` counts the days it had been without answer.

    `sent_on` is None if nobody noted it: then no days are counted. One that `is_earlier` was made
    before the period, and had no answer on its first day. The same service answered on its matter,
    raised again, on `matter_answered_on`.
    """

    number: int
    to: str
    topic: str
    sent_on: date | None
    answered_on: date | None
    answer: Words | None
    waiting: int | None
    is_earlier: bool = False
    matter_answered_on: date | None = None

    @property
    def is_answered(self) -> bool:
        return self.answered_on is not None
