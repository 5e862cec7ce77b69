"""Totals of each office in a period: read if they are stored, else counted.

The only definition of what each total counts. Totals of whole months are stored
(`outreach_app.month_totals`) from these very counts; any other period is counted when it is needed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    cast,
    distinct,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Commitment, Meeting, MonthTotal, Partner, Point
from outreach_app.queries.meetings import is_held
from outreach_app.rules.dates import add_months
from outreach_app.rules.kinds import CONCERNS, PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS, PointState, ReviewState
from outreach_app.survivors import survivors


class Total(StrEnum):
    """What is counted of held meetings, with the code it is counted by."""

    HELD = "held"  # meetings, by channel
    TO_REVIEW = "to_review"  # meetings
    PEOPLE = "people"  # who took part
    WOMEN = "women"
    MET = "met"  # different partners, by category
    POINTS = "points"
    UNANSWERED = "unanswered"  # points
    RUMOURS = "rumours"  # points
    CONCERNS = "concerns"  # points, by topic
    PROMISES = "promises"  # by status
    OPEN = "open"  # commitments, by their due day, "" without one


_NONE: ColumnElement[str] = literal_column("''")
# Not the bare column: SQLite would read all meetings in its order instead of the period's.
OFFICE = (Meeting.office_id + 0).label("office_id")
# A partner met in two months counts once: months cannot be added up.
_OF_ONE_MONTH = frozenset({Total.MET})


class Totals:
    """The totals of each office in a period, or of each group of offices; a missing one is 0."""

    def __init__(self) -> None:
        self._found: defaultdict[str, defaultdict[int, Counter[str]]] = defaultdict(
            lambda: defaultdict(Counter)
        )

    def add(self, total: str, of: int, code: str, number: int) -> None:
        self._found[total][of][code] += number

    def by_code(self, total: Total, of: int) -> Counter[str]:
        """Return a total by code."""
        return self._found[total][of]

    def number(self, total: Total, of: int) -> int:
        """Return a total over all its codes."""
        return self._found[total][of].total()


def read_totals(
    session: Session, period: Period, *totals: Total, groups: Mapping[int, int] | None = None
) -> Totals:
    """Return these totals of a period, of every office.

    With `groups`, the group of each office that counts, they are added up by group.
    """
    found = Totals()
    kept = [total for total in totals if _is_kept(total, period)]
    in_period = Meeting.held_on.between(period.first, period.last)
    counts = (
        (total, office, code, number)
        for total in set(totals).difference(kept)
        for office, code, number in session.execute(counted(total, OFFICE).where(in_period))
    )
    for total, office, code, number in chain(_read_kept(session, period, kept), counts):
        of = office if groups is None else groups.get(office)
        if of is not None:
            found.add(total, of, code, number)
    return found


def counted(total: Total, *by: ColumnElement[Any]) -> Select[Any]:
    """Select the count of a total over all held meetings: columns `by`, the code, the number."""
    count = _counts()[total]
    groups = by if count.code is None else (*by, count.code)
    code = _NONE if count.code is None else count.code
    statement = count.of.where(*is_held()).group_by(*groups)
    return statement.add_columns(*by, code.label("code"), count.number.label("number"))


def _is_kept(total: Total, period: Period) -> bool:
    return period.months == 1 if total in _OF_ONE_MONTH else period.months > 0


def _read_kept(
    session: Session, period: Period, totals: list[Total]
) -> Iterator[tuple[str, int, str, int]]:
    first = period.first.replace(day=1)
    months = [f"{add_months(first, place):%Y-%m}" for place in range(period.months)]
    columns = (MonthTotal.total, MonthTotal.office_id, MonthTotal.code, MonthTotal.number)
    # Not BETWEEN two months: all their other totals would be read.
    kept = select(*columns).where(MonthTotal.month.in_(months), MonthTotal.total.in_(totals))
    # Tens of thousands of rows: each total is the word that is kept of it, and is made of none.
    yield from session.execute(kept) if totals else ()


@dataclass(frozen=True, slots=True)
class _Count:
    """The source of a total, the code it is counted by, and how."""

    of: Select[Any]
    code: ColumnElement[str] | None = None
    number: ColumnElement[int] = field(default_factory=func.count)


@cache
def _counts() -> dict[Total, _Count]:
    meetings = select().select_from(Meeting)
    points = meetings.join(Meeting.points).where(~Point.is_deleted)
    concerns = points.where(Point.kind.in_(CONCERNS))
    promises = meetings.join(Meeting.commitments).where(~Commitment.is_deleted)
    still_open = promises.where(Commitment.status.in_(OPEN_COMMITMENTS))
    people, women = type_coerce(Meeting.attended, Integer), type_coerce(Meeting.women, Integer)
    due_on = func.coalesce(cast(Commitment.due_on, String), _NONE)
    partners = func.count(distinct(Partner.id))
    return {
        Total.HELD: _Count(meetings, Meeting.channel.expression),
        Total.TO_REVIEW: _Count(meetings.where(Meeting.review == ReviewState.RECEIVED)),
        Total.PEOPLE: _Count(meetings.where(people > 0), number=func.sum(people)),
        Total.WOMEN: _Count(meetings.where(women > 0), number=func.sum(women)),
        Total.MET: _Count(_joined_partners(meetings), Partner.category.expression, partners),
        Total.POINTS: _Count(points),
        Total.UNANSWERED: _Count(points.where(Point.state == PointState.RECEIVED)),
        Total.RUMOURS: _Count(points.where(Point.kind == PointKind.RUMOUR)),
        Total.CONCERNS: _Count(concerns, Point.topic.expression),
        Total.PROMISES: _Count(promises, Commitment.status.expression),
        Total.OPEN: _Count(still_open, due_on),
    }


def _joined_partners(meetings: Select[Any]) -> Select[Any]:
    """Join the partners that were present, merged ones by their survivor."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    return (
        meetings.join(Meeting.attendances)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .join(Partner, Partner.id == met)
        .where(Attendance.is_present, ~Attendance.is_deleted, ~Partner.is_deleted)
    )
