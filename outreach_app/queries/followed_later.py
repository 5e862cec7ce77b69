"""What came of a matter when it was raised again, after a first mention that had no outcome.

The one rule of every paper: a point waits while nothing came of it, nor of a later one about it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.models.sources import day_of, made_day, sent_day
from outreach_app.queries.meetings import held_in
from outreach_app.queries.period_reports import is_waiting
from outreach_app.queries.reminders import list_reminders
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus

Later = Mapping[int, Sequence[Point]]
_CARRYING_ON = (*OPEN_COMMITMENTS, CommitmentStatus.DONE)


def list_waiting(session: Session, period: Period, as_of: date) -> list[Point]:
    """Return the points of a period that had no outcome on a day, nor when raised again by then.

    The oldest first.
    """
    statement = (
        select(Point)
        .join(Point.meeting)
        .options(contains_eager(Point.meeting))
        .where(*held_in(period), ~Point.is_deleted, is_waiting(as_of))
        .order_by(Meeting.held_on, Point.id)
    )
    points = session.scalars(statement).all()
    later = list_later(session, points, as_of)
    return [point for point in points if not is_carried_on(later[point.id], as_of)]


def list_later(session: Session, points: Sequence[Point], until: date) -> Later:
    """Return the points of later days about the matter of each point, by its local id, in order."""
    first = min(map(day_of, points), default=until)
    found = list_reminders(session, points, first, until)
    return {
        point.id: [row for row in found.get(point.uid, ()) if day_of(row) > day_of(point)]
        for point in points
    }


def is_carried_on(later: Iterable[Point], as_of: date) -> bool:
    """Return whether a matter was settled when it was raised again, or waits for a later act.

    A commitment that was abandoned by the day carries nothing on.
    """
    return any(_has_come(point, as_of) for point in later)


def find_answered(session: Session, rows: Sequence[Referral], as_of: date) -> dict[int, date]:
    """Return when the service answered on the matter of referrals that wait, by their local id."""
    waiting = [row for row in rows if row.answered_on is None or row.answered_on > as_of]
    points = list(dict.fromkeys(row.point for row in waiting if row.point is not None))
    later = list_later(session, points, as_of)
    days = {row.id: answered_on(row, later, as_of) for row in waiting}
    return {key: day for key, day in days.items() if day is not None}


def answered_on(referral: Referral, later: Later, as_of: date) -> date | None:
    """Return when the same service answered on the matter of an unanswered referral."""
    point = referral.point
    if point is None:
        return None
    since = referral.sent_on or referral.made_on or day_of(point)
    days = [
        row.answered_on
        for row in referrals_of((point, *later.get(point.id, ())))
        if row.destination == referral.destination
        and row.answered_on is not None
        and since <= row.answered_on <= as_of
    ]
    return min(days, default=None)


def referrals_of(points: Iterable[Point]) -> Iterator[Referral]:
    """Yield the referrals of points."""
    for point in points:
        yield from (row for row in point.referrals if not row.is_deleted)


def _has_come(point: Point, as_of: date) -> bool:
    """Return whether anything came of a point by a day that settles it or is awaited."""
    is_told = point.reaction is not None or point.reply is not None
    if is_told and (point.reacted_on or date.min) <= as_of:
        return True
    if point.given_on is not None and point.given_on <= as_of:
        return True
    if any(sent_day(row) <= as_of for row in referrals_of((point,))):
        return True
    made = (row for row in point.commitments if not row.is_deleted and made_day(row) <= as_of)
    return any(_carries_on(row, as_of) for row in made)


def _carries_on(promise: Commitment, as_of: date) -> bool:
    """Return whether a promise was open or kept on a day; one that ended later was open."""
    ended_later = promise.status_on is not None and promise.status_on > as_of
    return ended_later or promise.status in _CARRYING_ON
