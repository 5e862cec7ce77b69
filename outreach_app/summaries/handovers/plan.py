"""The plan of a handover file: the situation on a day, and what is due in the next days."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.issued_rectifications import RectifiedFacts
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.handovers.since import SinceFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class Origin:
    """The number of the meeting, remark or news that something comes from; the others are empty.

    Of a meeting `held_on` is its day, of a remark the day on which it was received.
    """

    meeting: str = ""
    remark: str = ""
    rumour: str = ""
    held_on: date | None = None


class Nature(StrEnum):
    """The action that a duty requires."""

    LATE = "late"
    COMMITMENT = "commitment"
    MEETING = "meeting"
    INFORM = "inform"
    REMIND = "remind"
    VERIFY = "verify"
    RECTIFY = "rectify"
    REACT = "react"
    FOLLOW = "follow"
    RECORD = "record"
    RESCHEDULE = "reschedule"
    SET_DAY = "set_day"
    TELL = "tell"
    ANSWER = "answer"
    PURSUE = "pursue"
    CLOSE = "close"
    MANDATE = "mandate"


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """A duty: a promise by its text, a meeting by kind and subject, a person by the capacity.

    A person is to be informed, or holds a mandate that ends, or has ended, on the day.
    Of a meeting that is over or was postponed, the `origin` has the day it was planned for.

    `origin` is empty for meetings and people; `partners` are those to meet, the one the person
    represents, or those of which one made the promise; a promise of a service has its `authority`.
    To remind a service of a referral about `topic`, sent on `sent_on` if that was noted, is due on
    no day, to follow it up until it is old enough for that; its point may be closed all the same
    (`is_closed`). To verify or rectify news is due on no
    day, nor is to set one for a promise, or to react to a point (`kind` as in `PointKind`), which
    has a `topic` where its words are not shown. To tell a reply of headquarters, `words`, is due on
    no day either; of what it answers `asked` are the words, or None. Nor is to answer what is under
    study, of which `words` are those of a first reply, or to pursue
    what was passed on with no referral, or to close what was settled `since`.
    """

    number: int
    nature: Nature
    due_on: date | None
    origin: Origin = Origin()
    words: Words | None = None
    kind: str | None = None
    channel: str | None = None
    subject: Bilingual | None = None
    partners: tuple[PartnerFacts, ...] = ()
    owner: str = ""
    authority: str | None = None
    topic: str | None = None
    sent_on: date | None = None
    is_closed: bool = False
    asked: Words | None = None
    since: SinceFacts | None = None


@dataclass(frozen=True, slots=True)
class OpenCommitment:
    """An open promise; for a partner's, `debtors` are those who may have made it.

    It is a single one if recorded or if only one was present, else all that were present. For one
    of a service, `authority` is its code (`rf.*`), None if it was not noted. `begun` is its status
    (`cst.*`) if it is in progress or kept in part.
    """

    number: int
    words: Words
    owner: str
    debtors: tuple[PartnerFacts, ...]
    due_on: date | None
    origin: Origin
    authority: str | None = None
    begun: str | None = None


@dataclass(frozen=True, slots=True)
class EndedCommitment:
    """A promise that ended in the year without being kept, on a day and for a reason if noted.

    `entered_on` is the day on which that was recorded.
    Who owed it (`owner`, `debtors`, `authority`) is noted as in an `OpenCommitment`.
    """

    number: int
    words: Words
    owner: str
    debtors: tuple[PartnerFacts, ...]
    status: str
    ended_on: date | None
    entered_on: date
    reason: Words | None
    origin: Origin
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """A referral without an answer; the service may have answered on the matter since."""

    number: int
    to: str
    topic: str
    sent_on: date | None
    origin: Origin
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingPoint:
    """A point or a remark without reaction; `words` is None if only its topic can be shown."""

    number: int
    held_on: date
    kind: str
    topic: str
    words: Words | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class WaitingRumour:
    """What was heard and is still to verify, or found false and to rectify.

    Its `origin` is the number it was recorded under, or the meeting that told it; `words` is None
    if only its topic can be shown.
    """

    number: int
    origin: Origin
    heard_on: date
    topic: str
    words: Words | None
    is_to_rectify: bool


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner and the day of its last meeting or remark, None before the first."""

    number: int
    partner: PartnerFacts
    kind: str
    last_met_on: date | None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A planned meeting; `is_to_confirm` if nobody confirmed it.

    `is_postponed` one without a new day, `held_on` being its former one.
    """

    number: int
    held_on: date
    starts_at: time | None
    kind: str
    channel: str
    subject: Bilingual
    partners: tuple[PartnerFacts, ...]
    is_postponed: bool = False
    last_on: date | None = None
    is_to_confirm: bool | None = None


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document issued this year, by kind (`DocumentKind`), number and version.

    `first` and `last` are the days it covers, `partner` its recipient or subject; `subject` to
    `channel`, `held_on` and, of several days, `last_on` are those of its meeting, `rectified` is
    what a rectification is about, `recipient` the addressee of a covering note, else None.
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
    meeting_kind: str | None = None
    channel: str | None = None
    rectified: RectifiedFacts | None = None
    recipient: Bilingual | None = None
    held_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class UntoldMeeting:
    """A meeting, activity or call of this year without an issued summary; `last_on` as above."""

    number: int
    meeting: str
    held_on: date
    kind: str
    channel: str
    subject: Bilingual
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The totals of the year, since its first day; commitments outside meetings are included.

    `remarks` came outside meetings. `rumours` are what had to be verified: some were `rectified`,
    some had `no_need` of it, some were `unverifiable`, some `wait`; the rest was `closed` without.
    `ended` commitments were given up, cannot be kept or were passed on; the rest are open.
    `begun_on` is the first day of a register that begins later, which `is_blank` if it has none.
    `participants` and `women` are None if no meeting counted them, `..._noted` how many did;
    `audience` is the public of actions that counted nobody else. `are_meetings` alone were held.
    """

    first: date
    meetings: int
    participants: int | None
    women: int | None
    points: int
    remarks: int
    rumours: int
    rectified: int
    no_need: int
    unverifiable: int
    closed: int
    wait: int
    commitments: int
    kept: int
    ended: int
    participants_noted: int
    women_noted: int
    begun_on: date | None = None
    is_blank: bool = False
    audience: int = 0
    are_meetings: bool = False


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """The contents of a handover file on the day `as_of`; `late` counts commitments.

    `unsettled` meetings are those whose day has passed unrecorded, and postponed ones.
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
    ended: tuple[EndedCommitment, ...]
    referrals: tuple[OpenReferral, ...]
    points: tuple[WaitingPoint, ...]
    rumours: tuple[WaitingRumour, ...]
    partners: tuple[PartnerLine, ...]
    meetings: tuple[PlannedMeeting, ...]
    unsettled: tuple[PlannedMeeting, ...]
    documents: tuple[IssuedDocument, ...]
    untold: tuple[UntoldMeeting, ...]

    @property
    def looks_further(self) -> bool:
        """Whether a duty is due after these `days`: a person may be informed later."""
        last = self.as_of + timedelta(days=self.days)
        return any(duty.due_on is not None and duty.due_on > last for duty in self.duties)
