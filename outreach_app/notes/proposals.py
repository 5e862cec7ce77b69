"""The proposals of a note for a session, each with the place of its source words."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from outreach_app.notes.text import Span, words_of
from outreach_app.rules.kinds import CommitmentOwner


class HeadField(StrEnum):
    """A field of the session's head, or of the next meeting."""

    HELD_ON = "held_on"
    STARTS_AT = "starts_at"
    ENDS_AT = "ends_at"
    PLACE = "place"
    KIND = "kind"
    CHANNEL = "channel"
    HEADCOUNT = "headcount"
    WOMEN = "women"
    NEXT_ON = "next_on"


HeadValue = date | time | int | str


@dataclass(frozen=True, slots=True)
class HeadProposal:
    """A value for a field; several for one field are alternatives, most likely first.

    `is_guessed` if a part of it is not in the note, as the year of «14/10».
    """

    field: HeadField
    value: HeadValue
    span: Span
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class PartnerProposal:
    """A partner of the store that was present."""

    uid: UUID
    span: Span


@dataclass(frozen=True, slots=True)
class PointProposal:
    """A point: its kind, and the topics that it may have, most likely first.

    `is_topic_sure` if the first can be filled in; `is_sure` if the note shows that it is a point:
    by its words, or by a bullet before it.
    """

    span: Span
    kind: str
    topics: tuple[str, ...]
    is_topic_sure: bool
    is_sure: bool
    row: int | None


@dataclass(frozen=True, slots=True)
class PromiseProposal:
    """A commitment: its owner and due date, and the index of its point."""

    span: Span
    owner: CommitmentOwner
    due_on: date | None
    partner: UUID | None
    authority: str | None
    point: int | None


@dataclass(frozen=True, slots=True)
class ReferralProposal:
    """A referral to an authority (`rf.*`), its topic, and the index of its point."""

    span: Span
    destination: str
    topic: str | None
    point: int | None


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note that was read: its text, to which all places refer, and its proposals.

    If it is not structured, the roles of its lines are unknown: each is a point at most, and none
    should be taken unseen. `unread` are the lines without a proposal. `is_cut` if the note was
    longer than what is read.
    """

    text: str
    is_structured: bool
    head: tuple[HeadProposal, ...] = ()
    partners: tuple[PartnerProposal, ...] = ()
    points: tuple[PointProposal, ...] = ()
    promises: tuple[PromiseProposal, ...] = ()
    referrals: tuple[ReferralProposal, ...] = ()
    unread: tuple[Span, ...] = ()
    is_cut: bool = False

    def words(self, span: Span) -> str:
        """Return the words of the note at a place, on one line."""
        return words_of(self.text, span)
