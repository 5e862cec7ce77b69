"""Totals of each office in a period: read if they are stored, else counted.

The only definition of what each total counts. Totals of whole months, quarters and years are stored
(`outreach_app.month_totals`) from these very counts; any other period is made of these, and what is
left of it is counted when it is needed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    cast,
    distinct,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Commitment, Meeting, MonthTotal, Partner, Point
from outreach_app.queries.meetings import is_held
from outreach_app.queries.points import tells_rumour
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
    PEOPLE_BLANK = "people_blank"  # meetings of which the number of people is not known
    WOMEN_BLANK = "women_blank"  # or that of women
    MET = "met"  # different partners, by category
    UNNAMED = "unnamed"  # meetings with partners that were noted without a name
    POINTS = "points"
    UNANSWERED = "unanswered"  # points, by kind
    RUMOURS = "rumours"  # points
    TOLD = "told"  # of these, those not recorded as rumours, by day
    CONCERNS = "concerns"  # points, by topic
    PROMISES = "promises"  # by status
    OPEN = "open"  # commitments, by their due day, "" without one


_NONE: ColumnElement[str] = literal_column("''")
# Not the bare column: SQLite would read all meetings in its order instead of the period's.
OFFICE = (Meeting.office_id + 0).label("office_id")
# A partner met in two months counts once: months cannot be added up.
NO_SUMS = frozenset({Total.MET})
Numbers = dict[str, dict[str, int]]  # those of an office: by total, then by code
Read = Iterator[tuple[int, Total, Mapping[str, int]]]


class Totals:
    """The totals of each office in a period, or of each group of offices; a missing one is 0."""

    def __init__(self, read: Read, groups: Mapping[int, int] | None) -> None:
        self._read: defaultdict[tuple[Total, int], list[Mapping[str, int]]] = defaultdict(list)
        for office, total, numbers in read:
            of = office if groups is None else groups.get(office)
            if of is not None:
                self._read[total, of].append(numbers)
        self._found: dict[tuple[Total, int], Counter[str]] = {}

    def offices(self, total: Total) -> list[int]:
        """Return the offices, or groups, that have any of a total."""
        return [of for name, of in self._read if name == total]

    def by_code(self, total: Total, of: int) -> Counter[str]:
        """Return a total by code."""
        key = total, of
        if key not in self._found:
            self._found[key] = _add_up(self._read.get(key, ()))
        return self._found[key]

    def number(self, total: Total, of: int) -> int:
        """Return a total over all its codes."""
        return sum(sum(numbers.values()) for numbers in self._read.get((total, of), ()))

    def sums(self, total: Total, groups: Iterable[int]) -> Counter[str]:
        """Return a total of several offices, or groups, by code."""
        return _add_up(chain.from_iterable(self._read.get((total, of), ()) for of in groups))


def _add_up(read: Iterable[Mapping[str, int]]) -> Counter[str]:
    found: dict[str, int] = {}  # a Counter takes twice as long to write to
    for numbers in read:
        for code, number in numbers.items():
            found[code] = found.get(code, 0) + number
    return Counter(found)


def read_totals(
    session: Session, period: Period, *totals: Total, groups: Mapping[int, int] | None = None
) -> Totals:
    """Return these totals of a period, of every office.

    With `groups`, the group of each office that counts, they are added up by group.
    """
    return Totals(_read(session, period, frozenset(totals)), groups)


def _read(session: Session, period: Period, totals: frozenset[Total]) -> Read:
    """Yield office, total and its numbers: of whole months as kept, of the days around counted."""
    months = period.whole_months
    is_one_span = months == period and len(months.spans) == 1
    kept = totals if is_one_span else totals - NO_SUMS
    if months is not None and kept:
        yield from _read_kept(session, months, kept)
    for days in period.around(months):
        yield from _count(session, days, kept)
    yield from _count(session, period, totals - kept)


def _read_kept(session: Session, period: Period, totals: frozenset[Total]) -> Read:
    spans = [part.span for part in period.spans]
    kept = select(MonthTotal.office_id, MonthTotal.numbers).where(MonthTotal.month.in_(spans))
    decode = _decoder(totals).decode
    # The connection reads them: the session would look for entities in thousands of rows.
    for office, text in session.connection().execute(kept).all():
        numbers = decode(text)
        for total in totals:
            by_code: Mapping[str, int] | None = getattr(numbers, total)
            if by_code is not None:
                yield office, total, by_code


@cache
def _decoder(totals: frozenset[Total]) -> msgspec.json.Decoder[msgspec.Struct]:
    """Return a decoder of these totals; it passes over the others."""
    fields = [(total.value, dict[str, int] | None, None) for total in totals]
    return msgspec.json.Decoder(msgspec.defstruct("Kept", fields))


def _count(session: Session, days: Period, totals: frozenset[Total]) -> Read:
    in_days = Meeting.held_on.between(days.first, days.last)
    for total in totals:
        counts = session.connection().execute(counted(total, OFFICE, of=(in_days,)))
        for office, code, number in counts.all():
            yield office, total, {code: number}


def counted(
    total: Total, *by: ColumnElement[Any], of: Sequence[ColumnElement[bool]] = ()
) -> Select[Any]:
    """Select the count of a total over the held meetings of which some conditions are true.

    The columns are `by`, the code, the number.
    """
    if total is Total.MET:
        return _counted_partners(by, of)
    count = _counts()[total]
    groups = by if count.code is None else (*by, count.code)
    code = _NONE if count.code is None else count.code
    statement = count.of.where(*is_held(), *of).group_by(*groups)
    return statement.add_columns(*by, code.label("code"), count.number.label("number"))


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
    unanswered = points.where(Point.state == PointState.RECEIVED)
    rumours = points.where(Point.kind == PointKind.RUMOUR)
    told = points.where(tells_rumour())
    promises = meetings.join(Meeting.commitments).where(~Commitment.is_deleted)
    still_open = promises.where(Commitment.status.in_(OPEN_COMMITMENTS))
    people, women = type_coerce(Meeting.attended, Integer), type_coerce(Meeting.women, Integer)
    due_on = func.coalesce(cast(Commitment.due_on, String), _NONE)
    return {
        Total.HELD: _Count(meetings, Meeting.channel.expression),
        Total.TO_REVIEW: _Count(meetings.where(Meeting.review == ReviewState.RECEIVED)),
        Total.PEOPLE: _Count(meetings.where(people > 0), number=func.sum(people)),
        Total.WOMEN: _Count(meetings.where(women > 0), number=func.sum(women)),
        Total.PEOPLE_BLANK: _Count(meetings.where(people.is_(None))),
        Total.WOMEN_BLANK: _Count(meetings.where(women.is_(None))),
        Total.UNNAMED: _Count(meetings.where(_has_unnamed())),
        Total.POINTS: _Count(points),
        Total.UNANSWERED: _Count(unanswered, Point.kind.expression),
        Total.RUMOURS: _Count(rumours),
        Total.TOLD: _Count(told, cast(Meeting.held_on, String)),
        Total.CONCERNS: _Count(concerns, Point.topic.expression),
        Total.PROMISES: _Count(promises, Commitment.status.expression),
        Total.OPEN: _Count(still_open, due_on),
    }


def _has_unnamed() -> ColumnElement[bool]:
    """Return the condition that more partners came to a meeting than were recorded by name."""
    named = (
        select(func.count())
        .where(Attendance.meeting_id == Meeting.id, Attendance.is_present, ~Attendance.is_deleted)
        .correlate(Meeting)
        .scalar_subquery()
    )
    return or_(
        and_(type_coerce(Meeting.kinds_present, String) != "", named == 0),
        and_(Meeting.bodies > 0, Meeting.bodies > named),
        and_(Meeting.associations > 0, Meeting.associations > named),
    )


def _counted_partners(
    by: Sequence[ColumnElement[Any]], of: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    """Select the number of different partners that were present, merged ones as their survivor.

    Each is looked up once, however many meetings it came to.
    """
    present = (
        select(*by, Attendance.partner_id)
        .select_from(Meeting)
        .join(Meeting.attendances)
        .where(*is_held(), *of, Attendance.is_present, ~Attendance.is_deleted)
        .distinct()
        .subquery()
    )
    *groups, partner_id = present.c
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, partner_id)
    number = func.count(distinct(Partner.id)).label("number")
    return (
        select(*groups, Partner.category.label("code"), number)
        .select_from(present)
        .outerjoin(merged, merged.c.id == partner_id)
        .join(Partner, Partner.id == met)
        .where(~Partner.is_deleted)
        .group_by(*groups, Partner.category)
    )
