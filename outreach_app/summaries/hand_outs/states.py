"""The overall outcome of a point, and its mark, count and order on a sheet."""

from collections.abc import Sequence
from datetime import date

from outreach_app.models import Commitment, Point
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import ENDED_COMMITMENTS, CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.plan import PromiseFacts, ReferralFacts, RemarkFacts
from outreach_app.summaries.prose.blocks import Mark
from outreach_app.vocabulary import is_known

WAITING = CommitmentStatus.OPEN
# Every service that a point was passed on to has answered.
ANSWERED = "answered"
# Another partner than the one the sheet is for raised it, and an answer is recorded.
TOLD_TO_OTHER = "told_to_other"
# It was closed; what came of it is not recorded.
CLOSED = "closed"

# Something was promised, and nothing has begun.
PROMISED = "promised"
# A promise about it was passed on; the point itself was not.
PASSED_ON = "passed_on"
# All that is known of it is that it was recorded as a rumour.
NOTED = "noted"
# Only another partner promised something, which has not come to an end.
BY_OTHER = "by_other"
# Other partners promised something, and nothing of it is kept: some could not be, some was dropped.
UNKEPT = "unkept"
# Nothing else came of it than that it was raised again, which has a row of its own.
AGAIN = "again"
# A promise was made again later, and that one has ended.
RENEWED = "renewed"

# The group a state is counted in.
_GROUPS = {
    "cst.done": "kept",
    "out.resolved": "treated",
    "out.answered": "replied",
    TOLD_TO_OTHER: "replied",
    CLOSED: "closed",
    PROMISED: "promised",
    PASSED_ON: "passed_on",
    NOTED: "noted",
    AGAIN: "again",
    RENEWED: "again",
    BY_OTHER: "by_other",
    "cst.partly": "partly",
    "cst.in_progress": "running",
    "out.under_study": "studied",
    "cst.referred": "transmitted",
    "out.looked_into": "transmitted",
    ANSWERED: "answered",
    "out.oriented": "oriented",
    "cst.overdue": "late",
    "cst.blocked": "blocked",
    "cst.dropped": "dropped",
    "out.out_of_scope": "out_of_scope",
    "out.no_followup": "no_followup",
    WAITING: "waiting",
}
# Each group with its mark, in the order of the rows.
MARKS = {
    "kept": Mark.DONE,
    "treated": Mark.DONE,
    "replied_twice": Mark.DONE,
    "replied": Mark.DONE,
    "closed": Mark.DONE,
    "running": Mark.RUNNING,
    "promised": Mark.WAITING,
    "partly": Mark.RUNNING,
    "studied": Mark.RUNNING,
    "kept_transmitted": Mark.TRANSMITTED,
    "transmitted": Mark.TRANSMITTED,
    "passed_on": Mark.TRANSMITTED,
    "answered": Mark.TRANSMITTED,
    "oriented": Mark.TRANSMITTED,
    "late": Mark.LATE,
    "blocked": Mark.REFUSED,
    "dropped": Mark.REFUSED,
    "out_of_scope": Mark.REFUSED,
    "no_followup": Mark.REFUSED,
    "by_other": Mark.WAITING,
    "noted": Mark.WAITING,
    "again": Mark.TRANSMITTED,
    "waiting": Mark.WAITING,
}
# What is still promised about a point that was treated.
OPEN_ON_TREATED = {
    *(CommitmentStatus.OVERDUE, CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY),
    PROMISED,
}
# The reactions that say less than the answer of the service that was asked.
_ENDED_BY_AN_ANSWER = {None, PointReaction.LOOKED_INTO, PointReaction.NO_FOLLOW_UP}
_UNKEPT = {CommitmentStatus.BLOCKED, CommitmentStatus.DROPPED}
# What is told of the end of promises that have none yet.
_STILL_OPEN = {None, CommitmentStatus.PARTLY}
# What is late comes before what is on its way, and that before what has come to an end.
_OF_PROMISES = (
    CommitmentStatus.OVERDUE,
    CommitmentStatus.IN_PROGRESS,
    PROMISED,
    CommitmentStatus.PARTLY,
    CommitmentStatus.BLOCKED,
    CommitmentStatus.DROPPED,
)


def state_of(
    point: Point, promises: Sequence[PromiseFacts], referrals: Sequence[ReferralFacts]
) -> str:
    """Return the least finished of what follows a point; WAITING where nothing does.

    Where some promises were kept and the others could not be or were dropped, it is partly done.
    """
    statuses = {running(promise.status) for promise in promises} - {RENEWED}
    unfinished = [status for status in _OF_PROMISES if status in statuses]
    if unfinished:
        is_kept_in_part = CommitmentStatus.DONE in statuses and unfinished[0] in _UNKEPT
        return CommitmentStatus.PARTLY if is_kept_in_part else unfinished[0]
    is_unanswered = any(row.is_awaited for row in referrals)
    is_kept = CommitmentStatus.DONE in statuses
    is_open = not statuses <= {PASSED_ON, CommitmentStatus.DONE}
    if point.reaction == PointReaction.RESOLVED and not is_open and (is_unanswered or not is_kept):
        return PointReaction.RESOLVED  # that we settled it needs no answer of a service
    if PASSED_ON in statuses or is_unanswered:
        return CommitmentStatus.REFERRED if referrals else PASSED_ON
    if is_kept:
        return CommitmentStatus.DONE
    if statuses or (point.reaction and not is_known(point.reaction, "out")):
        return WAITING  # nothing that is known follows it
    return _reacted(point, has_answers=not all(row.is_silent for row in referrals))


def _reacted(point: Point, *, has_answers: bool) -> str:
    """Return the reaction, or what says more than it: the answer, whose, or that it was given."""
    if point.reaction == PointReaction.NO_FOLLOW_UP and (point.reply or point.given_on):
        return PointReaction.ANSWERED  # no more follows than the answer
    if has_answers and point.reaction in _ENDED_BY_AN_ANSWER:
        return ANSWERED
    is_over = point.reaction == PointReaction.UNDER_STUDY and (point.given_on or point.closed_on)
    return _without_promise(point) if is_over else point.reaction or _without_promise(point)


def _without_promise(point: Point) -> str:
    if point.reply or point.given_on:
        return PointReaction.ANSWERED
    if point.closed_on:
        return CLOSED
    return NOTED if point.rumour is not None and not point.rumour.is_deleted else WAITING


def outcome_of(
    point: Point,
    promises: Sequence[PromiseFacts],
    of_others: Sequence[PromiseFacts],
    referrals: Sequence[ReferralFacts],
) -> str:
    """Return the state of a point that other partners promised something about too.

    What they did not keep undoes nothing that we recorded, nor is it kept with what was.
    """
    alone = state_of(point, promises, referrals)
    is_unkept = bool(_statuses(of_others) & _UNKEPT)
    if promises:
        return CommitmentStatus.PARTLY if is_unkept and alone == CommitmentStatus.DONE else alone
    state = alone
    if not is_unkept or alone in {WAITING, NOTED}:
        state = state_of(point, _ended_of(of_others), referrals)
    return BY_OTHER if state == WAITING and of_others else state


def open_on_treated(remark: RemarkFacts) -> int:
    """Return how many promises are open about a point that was treated."""
    is_treated = remark.state == PointReaction.RESOLVED
    return is_treated * sum(running(row.status) in OPEN_ON_TREATED for row in remark.commitments)


def worst_of(states: Sequence[str]) -> str | None:
    """Return the least finished of some states that tell of promises; None if none does."""
    return next((state for state in _OF_PROMISES if state in states), None)


def end_of(promises: Sequence[PromiseFacts]) -> str | None:
    """Return how all of some promises ended, or that each was partly kept; else None.

    UNKEPT are those that ended in several ways without one kept.
    """
    ends = {promise.stands or promise.status for promise in promises}
    if len(ends) == 1 and ends <= {*ENDED_COMMITMENTS, CommitmentStatus.PARTLY}:
        return ends.pop()
    return UNKEPT if ends == _UNKEPT else None


def _statuses(promises: Sequence[PromiseFacts]) -> set[str]:
    return {promise.status for promise in promises}


def _ended_of(promises: Sequence[PromiseFacts]) -> Sequence[PromiseFacts]:
    """Return the promises of other partners if all have ended: how far one is, is its own."""
    return promises if all(promise.status in ENDED_COMMITMENTS for promise in promises) else ()


def is_answered_too(remark: RemarkFacts) -> bool:
    """Return whether two things are shown: our reaction or reply, and a service's answer."""
    told = [row for row in remark.referrals if not row.is_asked_again]
    are_answered = not any(row.is_awaited for row in told)
    is_ours = group_of(remark.state) in {"kept", "treated", "replied"}
    return is_ours and bool(told) and are_answered


def is_kept_too(remark: RemarkFacts) -> bool:
    """Return whether what was promised is done, while a service has not answered yet."""
    is_done = any(promise.status == CommitmentStatus.DONE for promise in remark.commitments)
    is_all = is_done and remark.end_of_others in {*_STILL_OPEN, CommitmentStatus.DONE}
    return is_all and group_of(remark.state) == "transmitted"


def is_open_with_others(remark: RemarkFacts) -> bool:
    """Return whether something that other partners promised about a point has not ended."""
    return remark.has_promise_of_other and remark.end_of_others in _STILL_OPEN


def shown_state(remark: RemarkFacts) -> str:
    """Return the state that the row of a point shows: a service not answering undoes nothing."""
    return CommitmentStatus.DONE if is_kept_too(remark) else remark.state


def is_all_that_follows(remark: RemarkFacts) -> bool:
    """Return whether a point was answered, and nothing more was decided."""
    return remark.beside == PointReaction.NO_FOLLOW_UP


def is_untold(remark: RemarkFacts) -> bool:
    """Return whether nothing is printed of how a point was settled, only that it was."""
    is_settled = group_of(remark.state) in {"kept", "treated"}
    followed = remark.commitments or remark.referrals or remark.has_promise_of_other
    return is_settled and not (followed or remark.reply)


def is_our_doing(remark: RemarkFacts) -> bool:
    """Return whether a point is settled, and by more of ours than an answer or a referral."""
    if remark.state == PointReaction.RESOLVED:
        return True
    is_kept = any(
        promise.owner == CommitmentOwner.OFFICE and promise.status == CommitmentStatus.DONE
        for promise in remark.commitments
    )
    return is_kept and remark.state == CommitmentStatus.DONE


def is_settled_here(remark: RemarkFacts) -> bool:
    """Return whether a point is settled, and neither a service nor another partner did that."""
    owners = {promise.owner for promise in remark.commitments}
    is_elsewhere = CommitmentOwner.AUTHORITY in owners or remark.has_promise_of_other
    is_awaited = any(row.is_awaited for row in remark.referrals)
    is_here = not (is_elsewhere or is_awaited)
    return is_here and group_of(remark.state) in {"kept", "treated", "replied"}


def group_of(state: str) -> str:
    """Return the group a state is counted in; a reaction not named here answers the point."""
    return _GROUPS.get(state, "replied")


def counted_group(remark: RemarkFacts) -> str:
    """Return the group a point is counted in; what both we and a service dealt with has its own."""
    group = group_of(remark.state)
    if is_kept_too(remark):
        return "kept_transmitted"
    return "replied_twice" if group == "replied" and is_answered_too(remark) else group


def hidden_by_lapse(status: str) -> str | None:
    """Return the status of a promise that has begun, which its lapse does not undo."""
    has_begun = status in {CommitmentStatus.PARTLY, CommitmentStatus.IN_PROGRESS}
    return status if has_begun else None


def has_lapsed(row: Commitment, missed: date | None, today: date) -> bool:
    """Return whether the day of a promise that its status does not call late has passed.

    That is one passed on to a service, and the new day of one that was put off.
    """
    is_silent = missed is not None or row.status == CommitmentStatus.REFERRED
    return is_silent and row.due_on is not None and row.due_on < today


def running(status: str) -> str:
    """Return the state of a promise: PROMISED of one not begun, for a point that waits is WAITING.

    One that was passed on is PASSED_ON: the point itself may not have been.
    """
    named: dict[str, str] = {
        CommitmentStatus.OPEN: PROMISED,
        CommitmentStatus.REFERRED: PASSED_ON,
    }
    return named.get(status, status)
