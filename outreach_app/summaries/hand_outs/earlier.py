"""The points of earlier sessions that a partner's sheet tells again, until they are closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Commitment, Partner, Point
from outreach_app.queries.hand_outs import (
    find_hand_out_before,
    list_commitments_of,
    list_referrals_of,
)
from outreach_app.queries.histories import columns_at
from outreach_app.queries.open_before import was_open
from outreach_app.rules.statuses import OPEN_COMMITMENTS
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.remarks import handed_out
from outreach_app.summaries.hand_outs.states import (
    CLOSED,
    NOTED,
    WAITING,
    group_of,
    state_of,
)

_OPEN = {"studied", "transmitted", "passed_on", "waiting"}
# What tells how far a point was at a former moment.
_TELLING = ("reaction", "reply", "given_on", "closed_on")


@dataclass(frozen=True, slots=True)
class Told:
    """When the partner was last told how things stood, or the first day of its first sheet.

    A sheet told what the register held then; before the first one only the days count that were
    recorded of the facts themselves, however late they were typed.
    """

    since: datetime
    by_sheet: bool


def last_told(session: Session, partner: Partner, first: date) -> Told:
    """Return since when nothing was told: the last sheet, or the first day of this one."""
    sheet = find_hand_out_before(session, partner, first)
    if sheet and clock.local(sheet.issued_at).date() >= first:
        return Told(sheet.issued_at, by_sheet=True)
    return Told(clock.moment_of(first, time.min), by_sheet=sheet is not None)


def still_to_tell(
    session: Session, partner: Partner, points: Iterable[Point], today: date, told: Told
) -> list[Point]:
    """Return the points raised before a sheet's period that are open, or were at a moment.

    Without them a point that the last sheet told as waiting would go without a word.
    """
    found = [(point, handed_out(session, partner, point, today)) for point in points]
    return [row[0] for row in found if _is_open(*row) or _was_open(session, *row, told)]


def _is_open(point: Point, remark: RemarkFacts) -> bool:
    """Return whether we or a service still owe something, besides what was promised."""
    if remark.state == NOTED:
        return point.rumour is not None and point.rumour.closed_on is None
    is_awaited = any(row.is_awaited for row in remark.referrals)
    return remark.state != CLOSED and (is_awaited or group_of(remark.state) in _OPEN)


def was_promised(session: Session, row: Commitment, told: Told) -> bool:
    """Return whether a commitment is open, or was when the partner was last told of it."""
    if told.by_sheet or row.status in OPEN_COMMITMENTS:
        return was_open(session, row, told.since)
    return row.status_on is not None and row.status_on >= clock.local(told.since).date()


def _was_open(session: Session, point: Point, remark: RemarkFacts, told: Told) -> bool:
    """Return whether something was promised or owed at a moment, and may have ended since."""
    promised, since = list_commitments_of(session, point), told.since
    if not told.by_sheet:
        return _ended_since(session, point, told)
    if any(was_open(session, row, since) for row in promised):
        return True
    then = columns_at(session, point, since)
    former = Point(**{name: then.get(name) for name in _TELLING})
    if former.closed_on or remark.state == NOTED:
        return False
    sent = [columns_at(session, row, since) for row in list_referrals_of(session, point)]
    if any(not (row.get("answered_on") or row.get("answer")) for row in sent):
        return True
    # What was promised had ended by then: the point did not wait for us.
    state = state_of(former, remark.commitments, remark.referrals)
    return group_of(state) in _OPEN and not (promised and state == WAITING)


def _ended_since(session: Session, point: Point, told: Told) -> bool:
    """Return whether something about a point was kept, answered or closed by its own day since."""
    first = clock.local(told.since).date()
    if point.closed_on and point.closed_on < first:
        return False
    answered = (row.answered_on for row in list_referrals_of(session, point))
    if any(day and day >= first for day in (point.closed_on, point.given_on, *answered)):
        return True
    return any(was_promised(session, row, told) for row in list_commitments_of(session, point))
