"""The rows of a partner's sheet: of its meetings, of its remarks, and of what was open before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Meeting, Partner, Point
from outreach_app.models.sources import day_of, meeting_of
from outreach_app.queries.hand_outs import list_remarks_of
from outreach_app.queries.open_before import list_points_before
from outreach_app.queries.retention import terms_of_own_office
from outreach_app.rules.periods import Period
from outreach_app.rules.retention import Kept, newest_day_due
from outreach_app.rules.statuses import OPEN_COMMITMENTS
from outreach_app.summaries.hand_outs.earlier import Told, still_to_tell
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.raised_again import Later, raised_again
from outreach_app.summaries.hand_outs.remarks import handed_out, is_to_answer
from outreach_app.summaries.hand_outs.standing import Standing, handed_on, met_facts
from outreach_app.summaries.hand_outs.states import MARKS, WAITING, group_of


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The points that have a row, and the `remarks` on them in this order, with numbers.

    More remarks follow: on what earlier points came to when they were raised again.
    """

    now: list[Point]
    received: list[Point]
    earlier: list[Point]
    remarks: tuple[RemarkFacts, ...]
    has_settled: bool


def sheet_rows(
    session: Session, partner: Partner, meetings: Sequence[Meeting], period: Period, told: Told
) -> SheetRows:
    """Collect the rows of a sheet about some meetings as they are on the last day of a period."""
    former = _kept(session, list_points_before(session, partner, period.first), period.last)
    now = [point for meeting in meetings for point in meeting.points if is_to_answer(point)]
    received, are_left_out = _received(session, partner, period, told)
    later = raised_again(sorted((*former, *now, *received), key=day_of))
    open_before = still_to_tell(session, partner, former, period.last, told)
    # A matter has one row: what came of it later is told in that of the first time.
    repeated = {each.id for point in (*received, *open_before) for each in later[point.id]}
    earlier = [point for point in open_before if point.id not in repeated]
    is_taken_up = {each.id for point in (*received, *earlier) for each in later[point.id]}
    taken_up = [point for point in former if point.id in is_taken_up]
    rows = (*now, *received, *earlier, *taken_up)
    facts = {row.id: _told(session, partner, row, period.last, later) for row in rows}
    # A meeting that the opening names needs no telling in each row.
    if len({row.meeting_id for row in now}) == 1:
        facts |= {row.id: replace(facts[row.id], raised_at=None) for row in now}
    in_period = {row.id for row in now}
    standing = Standing(handed_on(facts, later, in_period), later, in_period)
    now, received, earlier = (_ordered(group, standing) for group in (now, received, earlier))
    more = [row for row in taken_up if standing.told[row.id].state != WAITING]
    listed = [*now, *received, *earlier, *more]
    numbers = {row.id: number for number, row in enumerate(listed, start=1)}
    return SheetRows(
        *(now, received, earlier),
        tuple(standing.numbered(row, numbers) for row in listed),
        has_settled=are_left_out or len(former) > len({*open_before, *taken_up}),
    )


def _kept(session: Session, points: Iterable[Point], today: date) -> list[Point]:
    """Leave out what is past its term: it is proposed for elimination, and nobody follows it."""
    newest = newest_day_due(today, terms_of_own_office(session)[Kept.MEETING])
    return [
        row
        for row in points
        if is_to_answer(row) and (_last_day(row) > newest or _is_promised(row))
    ]


def _last_day(point: Point) -> date:
    meeting = meeting_of(point)
    return meeting.last_on or meeting.held_on


def _is_promised(point: Point) -> bool:
    """Return whether a promise of the meeting of a point is open, which keeps the meeting."""
    made = meeting_of(point).commitments
    return any(row.status in OPEN_COMMITMENTS and not row.is_deleted for row in made)


def _received(
    session: Session, partner: Partner, period: Period, told: Told
) -> tuple[list[Point], bool]:
    """Return the remarks of the period and those still to tell, and whether others are left out."""
    remarks = list_remarks_of(session, partner, Period(date.min, period.last))
    rows = list(filter(is_to_answer, remarks))
    before = [row for row in rows if row.received_on and row.received_on < period.first]
    to_tell = still_to_tell(session, partner, before, period.last, told)
    found = [row for row in rows if row not in before or row in to_tell]
    return found, len(rows) > len(found)


def _told(
    session: Session, partner: Partner, point: Point, today: date, later: Later
) -> RemarkFacts:
    """Return a point with where, or on which day, it was raised."""
    remark = handed_out(session, partner, point, today, later.get(point.id, ()))
    if point.meeting:
        return replace(remark, raised_at=met_facts(meeting_of(point)))
    if point.sensitive_reason:  # its words were kept for us, and not for a paper that goes out
        remark = replace(remark, words=None, reply=None)
    return replace(remark, received_on=point.received_on)


def _ordered(points: Sequence[Point], standing: Standing) -> list[Point]:
    """Put what is done first, and what waits for an answer last."""
    order = list(MARKS)
    return sorted(points, key=lambda point: order.index(group_of(standing.state(point))))
