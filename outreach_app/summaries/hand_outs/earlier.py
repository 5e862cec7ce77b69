"""The points of earlier sessions that a partner's sheet tells again, until they are closed."""

from datetime import datetime, time

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Partner, Point
from outreach_app.queries.hand_outs import (
    find_hand_out_before,
    list_commitments_of,
    list_referrals_of,
)
from outreach_app.queries.open_before import has_changed, list_points_before, was_open
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.remarks import handed_out, is_to_answer
from outreach_app.summaries.hand_outs.states import CLOSED, NOTED, group_of

_OPEN = {"studied", "transmitted", "passed_on", "waiting"}
# The fields that tell what came of a point, and of what was passed on to a service.
_OF_POINT = ("reaction", "reply", "given_on", "closed_on", "rumour")
_OF_REFERRAL = ("answered_on", "answer")


def told_last(session: Session, partner: Partner, period: Period) -> datetime:
    """Return since when nothing was told of earlier sessions: the last sheet, or the first day."""
    first = clock.moment_of(period.first, time.min)
    sheet = find_hand_out_before(session, partner, period.first)
    return max(first, sheet.issued_at) if sheet else first


def raised_before(
    session: Session, partner: Partner, period: Period
) -> list[tuple[Point, RemarkFacts]]:
    """Return the points of earlier sessions that are open, or that something came of since.

    Without them a point that the last sheet told as waiting would go without a word.
    """
    since = told_last(session, partner, period)
    points = filter(is_to_answer, list_points_before(session, partner, period.first))
    found = ((point, handed_out(session, partner, point, period.last)) for point in points)
    return [row for row in found if _is_open(*row) or _has_moved(session, row[0], since)]


def _is_open(point: Point, remark: RemarkFacts) -> bool:
    """Return whether we or a service still owe something, besides what was promised."""
    if remark.state == NOTED:
        return point.rumour is not None and point.rumour.closed_on is None
    is_awaited = any(row.answered_on is None and row.answer is None for row in remark.referrals)
    return remark.state != CLOSED and (is_awaited or group_of(remark.state) in _OPEN)


def _has_moved(session: Session, point: Point, since: datetime) -> bool:
    """Return whether a promise about a point is open, or something came of it after a moment."""
    return (
        any(was_open(session, row, since) for row in list_commitments_of(session, point))
        or has_changed(session, point.uid, since, _OF_POINT)
        or any(
            has_changed(session, row.uid, since, _OF_REFERRAL)
            for row in list_referrals_of(session, point)
        )
    )
