"""The plan of a session summary: every fact it says, free of any language."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.session.audience import AbsentFacts, ReachedFacts
from outreach_app.summaries.session.promises import (
    LASTING,
    AgainFacts,
    CommitmentFacts,
    EarlierFacts,
    RecalledFacts,
    RenewedFacts,
)


@dataclass(frozen=True, slots=True)
class KindPresent:
    """Bodies or professionals of one kind (`as.*`, `pr.*`, `pt.*`); count None: kind only known.

    `are_women` is whether the names entered call all of these professionals women, or one a man;
    None where they tell neither.
    """

    code: str
    count: int | None
    are_women: bool | None = None


@dataclass(frozen=True, slots=True)
class PointFacts:
    """A point as it was when its meeting ended; `words` is None if only its topic may be stored.

    `commitments` are the numbers of its commitments, `referrals` the services (`rf.*`). If several
    partners were present and it is recorded who raised it, `raised_by` is an organisation, or
    `raiser_kind` (`pr.*`…) the kind of a practice named after a person, `raiser_rank` its number if
    several of that kind were present; `is_raiser_woman` is what its name entered calls it, if it
    does. `is_unsent` if nobody noted
    with the meeting that any of its referrals was sent. `recalled` are the open commitments of the
    earlier point that it recalls, unless the table of earlier commitments has them.
    """

    number: int
    kind: str
    topic: str
    words: Words | None
    reaction: str | None
    reply: Words | None
    commitments: tuple[int, ...]
    referrals: tuple[str, ...]
    raised_by: Bilingual | None = None
    raiser_kind: str | None = None
    raiser_rank: int | None = None
    is_raiser_woman: bool | None = None
    is_unsent: bool | None = None
    recalled: tuple[RecalledFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral to `to` (`rf.*`) about `topic` (`tp.*`), and the point it came from."""

    number: int
    to: str
    topic: str
    point: int | None


@dataclass(frozen=True, slots=True)
class NextMeetingFacts:
    """The meeting agreed to follow; `channel` is its channel, if known."""

    held_on: date
    starts_at: time | None
    place: Bilingual
    channel: str | None = None


class News(StrEnum):
    """The kinds of events after a meeting."""

    STATE = "state"
    DUE = "due"
    FIRST_DUE = "first_due"
    PROMISED = "promised"
    REFERRED = "referred"
    SENT = "sent"
    UNDATED = "undated"
    ANSWERED = "answered"
    REACTED = "reacted"
    REPLIED = "replied"
    HEADQUARTERS = "headquarters"
    TOLD = "told"
    CLOSED = "closed"
    LOOKED_INTO = "looked_into"
    RAISED_AGAIN = "raised_again"
    RUMOUR = "rumour"
    RUMOUR_CLOSED = "rumour_closed"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"
    FOLLOWED = "followed"
    SET_TOO = "set_too"
    UNKNOWN = "unknown"


# Those of the meeting set to follow.
_OF_NEXT = (
    *(News.MOVED, News.POSTPONED, News.CANCELLED),
    *(News.HELD, News.FOLLOWED, News.SET_TOO, News.UNKNOWN),
)


@dataclass(frozen=True, slots=True)
class SituationFacts:
    """One thing that came after the meeting, and the day it did.

    It is about a point or a commitment, by its number, a `promise` of an earlier meeting (made on
    `made_on`, if two have the same words), a referral of no point, or the next meeting. Of a
    referral whose day of sending was not noted, `on` is the day it was decided. `code` is a state,
    a reaction or a service; `words` a reason, what was done, an answer or a promise; `due_on` the
    new day; `is_late` that a commitment was kept after its day; `is_over` that a service
    answered since to another referral, or that a rumour is closed. Of the next meeting,
    `missed_on` is the day it was set for, if it had passed by then without it, `is_exchange` that
    nobody meets, `to` the new appointment. A rumour recorded from a point, or a meeting that
    was held, has its number in `summary`; `again` is the one at which a point was raised again. Of
    a rumour, `code` is what was found; `is_begun` if nothing was yet, `rectified_on` the day its
    rectification came out. `sent_on` is the day on which what was answered had been sent.
    `is_entered` if the day of a state is that of the entry, `is_undated` if not even it is known;
    `how`, or for a rumour `code`, what became of a point was given back, which `is_reply` if an
    answer was recorded.
    Of a later promise, and of two earlier ones of a day with the same words, the fields from
    `owner` on tell who owes it, as of any commitment; `renewed` is when one that was not kept was
    promised again.
    """

    number: int
    news: News
    on: date
    point: int | None = None
    commitment: int | None = None
    code: str | None = None
    words: Words | None = None
    due_on: date | None = None
    promise: Words | None = None
    made_on: date | None = None
    is_late: bool | None = None
    is_over: bool | None = None
    is_begun: bool | None = None
    is_undated: bool | None = None
    is_entered: bool | None = None
    rectified_on: date | None = None
    sent_on: date | None = None
    how: Words | None = None
    is_reply: bool | None = None
    is_exchange: bool | None = None
    missed_on: date | None = None
    to: NextMeetingFacts | None = None
    summary: str | None = None
    owner: str | None = None
    debtor: Bilingual | None = None
    authority: str | None = None
    debtor_kind: str | None = None
    debtor_rank: int | None = None
    is_debtor_woman: bool | None = None
    renewed: RenewedFacts | None = None
    again: AgainFacts | None = None

    @property
    def is_of_next_meeting(self) -> bool:
        """Whether it is about the meeting set to follow."""
        return self.news in _OF_NEXT

    @property
    def dated(self) -> tuple[date, str] | None:
        """Return the day that dates it, with its fact; None of what waits or has no own day."""
        again = self.renewed
        if self.news == News.STATE and again is not None and again.is_sequel:
            return (again.day, "renewed.on") if again.day else None
        return None if self.is_waiting or self.is_entered else (self.on, "on")

    @property
    def has_sequel(self) -> bool:
        """Return whether its own day is told in words: the same was promised again with an end."""
        is_dated = not self.is_waiting and not self.is_entered
        return is_dated and self.renewed is not None and self.renewed.is_sequel

    @property
    def has_lapsed_before(self) -> bool:
        """Return whether its day passed before the same was promised again, with an end."""
        again, is_overdue = self.renewed, self.code == CommitmentStatus.OVERDUE
        return is_overdue and again is not None and again.comes_after(self.due_on)

    @property
    def has_lapsed_since(self) -> bool:
        """Return whether it was kept in part by its day, which passed since without the rest."""
        is_dated = not self.is_entered and not self.is_undated and self.due_on is not None
        is_partly = self.code == CommitmentStatus.PARTLY and bool(self.is_late)
        return is_partly and is_dated and self.on <= (self.due_on or self.on)

    @property
    def is_waiting(self) -> bool:
        """Whether it is the date since when something is open, rather than the day of an event."""
        has_stayed = self.code in LASTING
        is_out = self.news in (News.SENT, News.UNDATED, News.LOOKED_INTO)
        is_out = is_out or (self.news == News.RUMOUR and self.code is None)
        return bool(self.is_undated) or is_out or (self.news == News.STATE and has_stayed)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The contents of a session summary. Counts are of people or organisations; None is unknown.

    All but `situation` describes the day of the meeting, whenever it is printed. `names_present`
    are the names of the organisations among `kinds_present`, if there are few, `practices_present`
    those of practices not named after a person; `identities_kept` is the number of the others,
    named only in the register, and `bodies_kept` that of such organisations. The phrases are the
    office's own: the context of the meeting, and the closing before the signature. `last_on` and
    `reached` are those of an awareness action: the last of several days, and its audience.
    `expects_raisers` is set if several were present, so that it is told of a point too that nobody
    noted who raised it; `expects_names` unless the office leaves names out, so that it is told that
    nobody noted any. `absent` are those invited. `bodies` is the number typed, which may not fit
    `kinds_present`, or what is left of it without practices: then `bodies_shown` is that number;
    `reference` is typed too.
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
    headcount: int | None
    women: int | None
    bodies: int | None
    kinds_present: tuple[KindPresent, ...]
    earlier: EarlierFacts | None
    points: tuple[PointFacts, ...]
    commitments: tuple[CommitmentFacts, ...]
    referrals: tuple[ReferralFacts, ...]
    next_meeting: NextMeetingFacts | None
    assessment: Words | None
    situation: tuple[SituationFacts, ...] = ()
    names_present: tuple[Bilingual, ...] = ()
    practices_present: tuple[Bilingual, ...] = ()
    identities_kept: int | None = None
    opening_phrase: Bilingual | None = None
    closing_phrase: Bilingual | None = None
    last_on: date | None = None
    reached: ReachedFacts | None = None
    expects_raisers: bool | None = None
    expects_names: bool | None = None
    absent: AbsentFacts | None = None
    reference: str | None = None
    bodies_shown: int | None = None
    bodies_kept: int | None = None
