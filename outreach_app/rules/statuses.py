"""Statuses that are computed: what state a point is in, whether a commitment is overdue."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OPEN_COMMITMENTS = ("cst.open", "cst.in_progress", "cst.partly")
COMMITMENT_STATUSES_WITH_REASON = ("cst.dropped", "cst.blocked")
MEETING_STATUSES = ("planned", "confirmed", "held", "postponed", "cancelled")
MEETING_STATUSES_WITH_REASON = ("postponed", "cancelled")
# What may still be moved: one that is postponed has a day that will not be kept.
MEETINGS_TO_COME = ("planned", "confirmed", "postponed")
# What a meeting of each status may become at once.
NEXT_MEETING_STATUSES = {
    "planned": ("confirmed", "held", "postponed", "cancelled"),
    "confirmed": ("held", "postponed", "cancelled"),
    "held": (),
    "postponed": ("planned", "cancelled"),
    "cancelled": ("planned",),
}
OFFENCE_REACTION = "out.oriented"


class PointState(StrEnum):
    """How far the reaction to a point has come."""

    RECEIVED = "received"
    ANSWERED = "answered"
    REFERRED = "referred"
    COMMITTED = "committed"
    REPLY_GIVEN = "reply_given"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Following:
    """What follows a point: its reaction (`out.*`), reply, commitments, referrals, closing."""

    kind: str
    reaction: str | None
    has_reply: bool
    has_commitment: bool
    has_referral: bool
    is_reply_given: bool
    is_closed: bool


def point_state(following: Following) -> PointState:
    """Return the furthest step reached; thanks call for nothing and are closed from the start.

    A point still under study counts as answered: it was reacted to.
    """
    if following.is_closed or following.kind == "thanks":
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


def commitment_status(status: str, due_on: date | None, today: date) -> str:
    """Return the status to show: `cst.overdue` for an open commitment whose day has passed."""
    if status in OPEN_COMMITMENTS and due_on is not None and due_on < today:
        return "cst.overdue"
    return status
