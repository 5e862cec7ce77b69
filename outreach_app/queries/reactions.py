"""How long what is raised waits for a reaction that the other side can see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from outreach_app.models import Point, Referral
from outreach_app.rules.kinds import PointKind

# Later than any: what is not written yet is never the earliest.
_NEVER = date.max


@dataclass(frozen=True, slots=True)
class ReactionTime:
    """Days that points waited, from the meeting; `median` and `worst` are None without a point.

    Points that have no reaction day yet are left out, however long they wait: their number is that
    of the points less `points`.
    """

    points: int
    median: float | None
    worst: int | None

    @classmethod
    def of(cls, waited: Mapping[int, int]) -> "ReactionTime":
        """Build the figures from how many points waited each number of days."""
        counts = sorted(waited.items())
        points = sum(waited.values())
        if not points:
            return cls(0, None, None)
        middle = (_days_at(counts, (points - 1) // 2) + _days_at(counts, points // 2)) / 2
        return cls(points, middle, counts[-1][0])


def reaction_day() -> ColumnElement[date | None]:
    """Return the day a point got its reaction: reply given, closed, or a referral answered.

    The earliest of the three that is written. A reaction without a day (an answer that was only
    noted, a promise that still runs) gives none: it did not reach those who raised the point, or
    nobody wrote when. Thanks wait for nothing and never have one.
    """
    answered = (
        select(func.min(Referral.answered_on))
        .where(Referral.point_id == Point.id, ~Referral.is_deleted)
        .correlate(Point)
        .scalar_subquery()
    )
    days = (Point.given_on, Point.closed_on, answered)
    earliest = func.min(*(func.coalesce(day, _NEVER) for day in days))
    return func.iif(Point.kind == PointKind.THANKS, None, func.nullif(earliest, _NEVER))


def _days_at(counts: Sequence[tuple[int, int]], place: int) -> int:
    """Return the days of the point at that place, counting points in order of their days."""
    for days, number in counts:
        if place < number:
            return days
        place -= number
    raise IndexError(place)
