"""Reactions to points: the first follow-up, and the day on which the other side learnt of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from outreach_app.models import Commitment, Point, Referral, Reply
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import PointReaction, PointState

# Later than any day: a missing day is never the earliest.
_NEVER = date.max


@dataclass(frozen=True, slots=True)
class ReactionTime:
    """Days that points waited from their meeting; `median` and `worst` are None without points.

    Only the `points` with a reaction day; the others are left out, however long they wait.
    """

    points: int
    median: float | None
    worst: int | None

    @classmethod
    def of(cls, waited: Mapping[int, int]) -> "ReactionTime":
        """Build the figures from the number of points that waited each number of days."""
        counts = sorted(waited.items())
        points = sum(waited.values())
        if not points:
            return cls(0, None, None)
        middle = (_days_at(counts, (points - 1) // 2) + _days_at(counts, points // 2)) / 2
        return cls(points, middle, counts[-1][0])


def reaction_day() -> ColumnElement[date | None]:
    """Return the day of a point's reaction: reply given, closed, or a referral answered.

    The earliest of the three; a closing only if no answer was recorded on a day before it, of which
    nobody wrote when it was given. Undated reactions (e.g. an answer that was only recorded, a
    commitment in progress) are ignored: they did not reach those who raised the point, or nobody
    wrote when. Thanks wait for nothing and never have one.
    """
    answered = (
        select(func.min(Referral.answered_on))
        .where(Referral.point_id == Point.id, ~Referral.is_deleted)
        .correlate(Point)
        .scalar_subquery()
    )
    is_closed_later = and_(_is_told(), Point.reacted_on < Point.closed_on)
    closed_on = case((is_closed_later, None), else_=Point.closed_on)
    days = (Point.given_on, closed_on, answered)
    earliest = func.min(*(func.coalesce(day, _NEVER) for day in days))
    return case((Point.kind != PointKind.THANKS, func.nullif(earliest, _NEVER)))


def is_without_outcome(as_of: date) -> ColumnElement[bool]:
    """Return the condition that a point or remark had no follow-up by a day.

    Any reaction, reply, commitment or referral counts as follow-up, a referral from the day of its
    letter; an undated one was decided when the point was raised. Thanks wait for nothing.
    """
    followed_later = func.nullif(_outcome_day(), _NEVER) > as_of
    is_waiting = or_(Point.state == PointState.RECEIVED, followed_later)
    return and_(Point.kind != PointKind.THANKS, is_waiting)


def is_settled(as_of: date) -> ColumnElement[bool]:
    """Return the condition that a point had got its answer by a day, or was closed.

    Still under study, it waits for one.
    """
    return or_(
        and_(_is_told(), func.coalesce(Point.reacted_on, date.min) <= as_of),
        Point.given_on <= as_of,
        Point.closed_on <= as_of,
    )


def _is_told() -> ColumnElement[bool]:
    """Return the condition that the answer to a point is known, rather than under study."""
    return case(
        (Point.reaction.is_not(None), Point.reaction != PointReaction.UNDER_STUDY),
        else_=Point.reply.is_not(None),
    )


def _outcome_day() -> ColumnElement[date]:
    """Return the earliest day of follow-up to a point, or `_NEVER` if none is known."""
    is_answered = or_(Point.reaction.is_not(None), Point.reply.is_not(None))
    return func.min(
        case((is_answered, func.coalesce(Point.reacted_on, date.min)), else_=_NEVER),
        func.coalesce(Point.given_on, _NEVER),
        func.coalesce(Point.closed_on, _NEVER),
        func.coalesce(_first_of(Commitment, Commitment.made_on), _NEVER),
        func.coalesce(_first_of(Referral, Referral.sent_on, Referral.made_on), _NEVER),
        func.coalesce(_first_of(Reply, Reply.replied_on), _NEVER),
    )


def _first_of(
    model: type[Commitment | Referral | Reply], *days: InstrumentedAttribute[date | None]
) -> ScalarSelect[date]:
    """Select the first day of a point's follow-up of one noun; undated, it came with the point.

    `days` are the columns of the day, the first one that is known counts.
    """
    return (
        select(func.min(func.coalesce(*days, date.min)))
        .where(model.point_id == Point.id, ~model.is_deleted)
        .correlate(Point)
        .scalar_subquery()
    )


def _days_at(counts: Sequence[tuple[int, int]], place: int) -> int:
    """Return the days of the point at this index, in order of days."""
    for days, number in counts:
        if place < number:
            return days
        place -= number
    raise IndexError(place)
