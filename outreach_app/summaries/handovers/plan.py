"""The plan of a handover file: the situation on a day, and what is due in the next days."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


class Nature(StrEnum):
    """What there is to do about a duty."""

    LATE = "late"
    COMMITMENT = "commitment"
    MEETING = "meeting"
    INFORM = "inform"


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """One thing to do: a promise in its words, a meeting by kind and subject, a person to inform.

    `meeting` is the number of the meeting it comes from, "" where there is none; `partners` are
    those to meet, the one the person speaks for, or those of whom one made the promise.
    """

    number: int
    nature: Nature
    due_on: date
    meeting: str
    words: Words | None = None
    kind: str | None = None
    channel: str | None = None
    subject: Bilingual | None = None
    partners: tuple[PartnerFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCommitment:
    """A promise that is still to be kept; of a partner's, `debtors` are those who may have made it.

    It is one where that was noted or only one was there, else all that were present.
    """

    number: int
    words: Words
    owner: str
    debtors: tuple[PartnerFacts, ...]
    due_on: date | None
    meeting: str


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """A referral without an answer."""

    number: int
    to: str
    topic: str
    sent_on: date | None
    meeting: str


@dataclass(frozen=True, slots=True)
class WaitingPoint:
    """A point that got no reaction; `words` is None where only its topic may be told."""

    number: int
    held_on: date
    kind: str
    topic: str
    words: Words | None
    meeting: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner and the day it was last met, None before the first."""

    number: int
    partner: PartnerFacts
    kind: str
    last_met_on: date | None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting to come."""

    number: int
    held_on: date
    starts_at: time | None
    kind: str
    channel: str
    subject: Bilingual
    partners: tuple[PartnerFacts, ...]


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document that was given out this year, by kind (`DocumentKind`), number and version.

    `first` and `last` are the days it covers, `partner` whom it is for or of, `subject` that of
    its meeting; None where it has none.
    """

    number: int
    kind: str
    document: str
    version: int
    issued_on: date
    first: date | None = None
    last: date | None = None
    partner: PartnerFacts | None = None
    subject: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class YearCounts:
    """What the year came to, since its first day; commitments outside meetings are counted too."""

    first: date
    meetings: int
    participants: int
    women: int
    points: int
    commitments: int
    kept: int


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """All that a handover file says, as it stands on `as_of`; `late` are of the commitments.

    `unsummarised` are the numbers of the meetings of the year of which no summary was given out.
    """

    office: OfficeFacts
    number: str
    as_of: date
    days: int
    late: int
    to_inform: int
    year: YearCounts
    duties: tuple[DutyFacts, ...]
    commitments: tuple[OpenCommitment, ...]
    referrals: tuple[OpenReferral, ...]
    points: tuple[WaitingPoint, ...]
    partners: tuple[PartnerLine, ...]
    meetings: tuple[PlannedMeeting, ...]
    documents: tuple[IssuedDocument, ...]
    unsummarised: tuple[str, ...]
