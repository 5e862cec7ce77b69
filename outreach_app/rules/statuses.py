"""The closed sets of statuses, and the computed ones: a point's state, overdue commitments."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.rules.kinds import PointKind


class MeetingStatus(StrEnum):
    """The progress of a meeting."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class CommitmentStatus(StrEnum):
    """The catalogue of commitment statuses; `OVERDUE` is computed and never recorded."""

    OPEN = "cst.open"
    IN_PROGRESS = "cst.in_progress"
    DONE = "cst.done"
    PARTLY = "cst.partly"
    OVERDUE = "cst.overdue"
    REFERRED = "cst.referred"
    DROPPED = "cst.dropped"
    BLOCKED = "cst.blocked"


class PointReaction(StrEnum):
    """The catalogue of reactions to a point; `ORIENTED` is the one to an offence."""

    RESOLVED = "out.resolved"
    ANSWERED = "out.answered"
    NO_FOLLOW_UP = "out.no_followup"
    OUT_OF_SCOPE = "out.out_of_scope"
    UNDER_STUDY = "out.under_study"
    ORIENTED = "out.oriented"
    LOOKED_INTO = "out.looked_into"


class PointState(StrEnum):
    """The progress of the reaction to a point."""

    RECEIVED = "received"
    ANSWERED = "answered"
    REFERRED = "referred"
    COMMITTED = "committed"
    REPLY_GIVEN = "reply_given"
    CLOSED = "closed"


class Verdict(StrEnum):
    """Headquarters' decision on a meeting that it has read."""

    ACCEPTED = "accepted"
    QUESTIONED = "questioned"


class ReviewState(StrEnum):
    """The review state of a meeting; one that was not held has none."""

    NONE = ""
    RECEIVED = "received"
    QUESTIONED = "questioned"
    CLARIFIED = "clarified"
    ACCEPTED = "accepted"


class ProposalState(StrEnum):
    """Headquarters' decision on a point that a precinct proposes as a frequent one."""

    WAITING = "waiting"
    ADOPTED = "adopted"
    DECLINED = "declined"


class RumourState(StrEnum):
    """The progress of a rumour, from hearing it to informing those who told it."""

    HEARD = "heard"
    VERIFYING = "verifying"
    VERIFIED = "verified"
    CORRECTED = "corrected"
    CARRIED = "carried"
    CLOSED = "closed"


class BundleStatus(StrEnum):
    """The result of handling an exchange file, on either side.

    The last three are computed and never recorded: `GAP` is imported while earlier changes are
    missing, the others are the expected result of a file that is only tried.
    """

    WRITTEN = "written"
    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    ELSEWHERE = "elsewhere"
    QUARANTINED = "quarantined"
    REFUSED = "refused"
    ANSWERED = "answered"
    RECOVERED = "recovered"
    GAP = "gap"
    TO_IMPORT = "to_import"
    TO_IMPORT_GAP = "to_import_gap"


class StationStatus(StrEnum):
    """Whether the files of a station are accepted.

    `FORKED` is an own device on whose log two computers went on writing: it was given up. Three are
    computed and never recorded: `FORMER` if the station's store continued under another device,
    `UNVOUCHED` if only a revoked station vouches for it, and `REPLACED` for a headquarters that
    another one replaced.
    """

    ENROLLED = "enrolled"
    REVOKED = "revoked"
    FORKED = "forked"
    FORMER = "former"
    UNVOUCHED = "unvouched"
    REPLACED = "replaced"


OPEN_COMMITMENTS = (CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY)
ENDED_COMMITMENTS = (CommitmentStatus.DONE, CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED)
COMMITMENT_STATUSES_WITH_REASON = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED)
MEETING_STATUSES_WITH_REASON = (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED)
# A postponed meeting can still be moved: its day will not be kept.
MEETINGS_TO_COME = (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED, MeetingStatus.POSTPONED)
_NEXT_MEETING_STATUSES: dict[str, tuple[MeetingStatus, ...]] = {
    MeetingStatus.PLANNED: (
        MeetingStatus.CONFIRMED,
        MeetingStatus.HELD,
        MeetingStatus.POSTPONED,
        MeetingStatus.CANCELLED,
    ),
    MeetingStatus.CONFIRMED: (
        MeetingStatus.HELD,
        MeetingStatus.POSTPONED,
        MeetingStatus.CANCELLED,
    ),
    MeetingStatus.HELD: (),
    MeetingStatus.POSTPONED: (MeetingStatus.PLANNED, MeetingStatus.CANCELLED),
    MeetingStatus.CANCELLED: (MeetingStatus.PLANNED,),
}


@dataclass(frozen=True, slots=True)
class Following:
    """The follow-up to a point: its reaction (`out.*`), reply, commitments, referrals, closing.

    A reply is the precinct's own or that of headquarters.
    """

    kind: str
    reaction: str | None
    has_reply: bool
    has_commitment: bool
    has_referral: bool
    is_reply_given: bool
    is_closed: bool


def point_state(following: Following) -> PointState:
    """Return the furthest step reached; thanks need no reaction and are closed from the start.

    A point still under study counts as answered: there was a reaction.
    """
    if following.is_closed or following.kind == PointKind.THANKS:
        return PointState.CLOSED
    if following.is_reply_given:
        return PointState.REPLY_GIVEN
    if following.has_commitment:
        return PointState.COMMITTED
    if following.has_referral:
        return PointState.REFERRED
    if following.reaction or following.has_reply:
        return PointState.ANSWERED
    return PointState.RECEIVED


def next_meeting_statuses(status: str) -> tuple[MeetingStatus, ...]:
    """Return the statuses that can follow this one; none for an unknown status."""
    return _NEXT_MEETING_STATUSES.get(status, ())


def commitment_status(status: str, due_on: date | None, today: date) -> str:
    """Return the status to show: `OVERDUE` for an open commitment whose day has passed."""
    if status in OPEN_COMMITMENTS and due_on is not None and due_on < today:
        return CommitmentStatus.OVERDUE
    return status


def is_done_late(status: str, done_on: date | None, due_on: date | None) -> bool:
    """Return whether a commitment was kept after its due date."""
    if done_on is None or due_on is None:
        return False
    return status == CommitmentStatus.DONE and done_on > due_on
