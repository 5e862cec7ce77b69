"""What a partner's sheet tells of a promise about a point, and of whom it was passed on to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Point, Referral
from outreach_app.queries.hand_outs import list_referrals_of, missed_on
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import (
    ENDED_COMMITMENTS,
    OPEN_COMMITMENTS,
    CommitmentStatus,
    commitment_status,
    is_done_late,
)
from outreach_app.summaries.hand_outs.judicial import JUDICIAL
from outreach_app.summaries.hand_outs.plan import PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.raised_again import (
    is_asked_again,
    renewal,
    renewed_on,
)
from outreach_app.summaries.hand_outs.states import (
    RENEWED,
    has_lapsed,
    hidden_by_lapse,
)
from outreach_app.summaries.prose.store_words import reason_words, words_of, written


def promises_of(
    session: Session, rows: Iterable[Commitment], today: date, later: Sequence[Point]
) -> tuple[PromiseFacts, ...]:
    """Return what was promised, with what was made again at `later` points of the matter."""
    return tuple(
        _with_renewal(_promise(number, row, missed_on(session, row.uid), today), row, later)
        for number, row in enumerate(rows, start=1)
    )


def _with_renewal(promise: PromiseFacts, row: Commitment, later: Sequence[Point]) -> PromiseFacts:
    """Return a promise with the day on which it was made again; what came of that is told there."""
    again = renewal(row, later)
    if again is None:
        return promise
    status = RENEWED if again.status in ENDED_COMMITMENTS else promise.status
    return replace(promise, status=status, renewed_on=renewed_on(again))


def promise_apart(session: Session, row: Commitment, today: date) -> PromiseFacts:
    """Return a promise about no point, as a sheet that leaves the office tells it."""
    promise = _promise(1, row, missed_on(session, row.uid), today)
    return replace(promise, authority=None) if promise.authority in JUDICIAL else promise


def _promise(number: int, row: Commitment, missed: date | None, today: date) -> PromiseFacts:
    is_open = row.status in OPEN_COMMITMENTS
    status = commitment_status(row.status, row.due_on, today)
    if is_open and missed:
        status = CommitmentStatus.OVERDUE
    return PromiseFacts(
        number=number,
        words=written(row.text, row.language, row.translation),
        owner=row.owner,
        missed_on=missed if is_open else None,
        due_on=row.due_on,
        status=status,
        reason=reason_words(row),
        authority=row.authority if row.owner == CommitmentOwner.AUTHORITY else None,
        is_late=is_done_late(row.status, row.status_on, row.due_on) or None,
        stands=hidden_by_lapse(row.status) if status == CommitmentStatus.OVERDUE else None,
        has_lapsed=has_lapsed(row, missed if is_open else None, today) or None,
        ended_on=row.status_on if row.status in ENDED_COMMITMENTS else None,
    )


def referrals_of(
    session: Session, point: Point, later: Sequence[Point], *, is_told: bool
) -> tuple[ReferralFacts, ...]:
    """Return whom a point was passed on to, also who was asked again at `later` points."""
    return tuple(
        _referral(place, row, is_told=is_told, is_asked_again=is_asked_again(row, later))
        for place, row in enumerate(list_referrals_of(session, point), start=1)
    )


def _referral(number: int, row: Referral, *, is_told: bool, is_asked_again: bool) -> ReferralFacts:
    """Return a referral; of another's point without its answer, nor whether it was judicial."""
    answer = words_of(row.answer, row.answer_language, row.answer_translation)
    is_judicial = row.destination in JUDICIAL
    return ReferralFacts(
        number=number,
        to=None if is_judicial and not is_told else row.destination,
        topic=row.topic,
        sent_on=row.sent_on,
        answered_on=row.answered_on,
        answer=answer if is_told else None,
        is_asked_again=is_asked_again or None,
    )
