"""Totals of each office in a period: read if they are stored, else counted.

The only definition of what each total counts. Totals of whole months, quarters and years are stored
(`outreach_app.month_totals`) from these very counts; any other period is made of these, and what is
left of it is counted when it is needed.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    POINTS = "points"
    UNANSWERED = "unanswered"  # points
    RUMOURS = "rumours"  # points
    TOLD = "told"  # of these, those not recorded as rumours, by day
    CONCERNS = "concerns"  # points, by topic
    PROMISES = "promises"  # by status
    OPEN = "open"  # commitments, by their due day, "" without one


# They have one number and no code: nothing is to be told apart.
_WITHOUT_CODE = frozenset(
    {
        Total.TO_REVIEW,
        Total.PEOPLE,
        Total.WOMEN,
        Total.PEOPLE_BLANK,
        Total.WOMEN_BLANK,
        Total.POINTS,
        Total.UNANSWERED,
        Total.RUMOURS,
    }
)
# Between the numbers of two codes; no text of an office contains a control character.
_BETWEEN = "\x1f"
_NONE: ColumnElement[str] = literal_column("''")
# Not the bare column: SQLite would read all meetings in its order instead of the period's.
OFFICE = (Meeting.office_id + 0).label("office_id")
# A partner met in two months counts once: months cannot be added up.
NO_SUMS = frozenset({Total.MET})


class Totals:
    """The totals of each office in a period, or of each group of offices; a missing one is 0."""

    def __init__(
        self, read: Iterable[tuple[int, str, str]], groups: Mapping[int, int] | None
    ) -> None:
        self._read: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        if groups is None:
            for office, total, words in read:
                self._read[total, office].append(words)
        else:
            for office, total, words in read:
                if office in groups:
                    self._read[total, groups[office]].append(words)
        self._found: dict[tuple[str, int], Counter[str]] = {}
        self._parsed: dict[str, tuple[int, str]] = {}

    def offices(self, total: Total) -> list[int]:
        """Return the offices, or groups, that have any of a total."""
        return [of for name, of in self._read if name == total]

    def by_code(self, total: Total, of: int) -> Counter[str]:
        """Return a total by code."""
        key = total, of
        if key not in self._found:
            self._found[key] = _numbers(self._read.get(key, ()), self._parsed)
        return self._found[key]

    def number(self, total: Total, of: int) -> int:
        """Return a total over all its codes."""
        if total in _WITHOUT_CODE:
            return sum(map(int, self._read.get((total, of), ())))
        return self.by_code(total, of).total()

    def sums(self, total: Total, groups: Collection[int]) -> Counter[str]:
        """Return a total of several offices, or groups, by code."""
        words = chain.from_iterable(self._read.get((total, of), ()) for of in groups)
        return _numbers(list(words), self._parsed)


def _words(code: ColumnElement[str], number: ColumnElement[int]) -> ColumnElement[str]:
    """Return the column of the numbers of several codes as one text."""
    return func.aggregate_strings(cast(number, String) + " " + code, _BETWEEN)


def _numbers(words: Sequence[str], parsed: dict[str, tuple[int, str]]) -> Counter[str]:
    """Add up the numbers of each code: equal words of many offices are counted first.

    Most words recur in other groups too: `parsed` are those met so far.
    """
    found: dict[str, int] = {}
    for word, times in Counter(_BETWEEN.join(words).split(_BETWEEN) if words else ()).items():
        if word not in parsed:
            number, code = word.split(" ", 1)
            parsed[word] = int(number), code
        number_of_one, code = parsed[word]
        found[code] = found.get(code, 0) + number_of_one * times
    return Counter(found)


def read_totals(
    session: Session, period: Period, *totals: Total, groups: Mapping[int, int] | None = None
) -> Totals:
    """Return these totals of a period, of every office.

    With `groups`, the group of each office that counts, they are added up by group.
    """
    return Totals(_read(session, period, frozenset(totals)), groups)


def _read(
    session: Session, period: Period, totals: frozenset[Total]
) -> Iterator[tuple[int, str, str]]:
    """Yield office, total and its numbers: of whole months as kept, of the days around counted."""
    months = period.whole_months
    is_one_span = months == period and len(months.spans) == 1
    kept = totals if is_one_span else totals - NO_SUMS
    if months is not None:
        yield from _read_kept(session, months, kept)
    for days in period.around(months):
        yield from _count(session, days, kept)
    yield from _count(session, period, totals - kept)


def _count(
    session: Session, days: Period, totals: frozenset[Total]
) -> Iterator[tuple[int, str, str]]:
    in_days = Meeting.held_on.between(days.first, days.last)
    for total in totals:
        for office, words in session.execute(_by_office(counted(total, OFFICE, of=(in_days,)))):
            yield office, total, words


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


def _read_kept(
    session: Session, period: Period, totals: frozenset[Total]
) -> Iterator[tuple[int, str, str]]:
    spans = [part.span for part in period.spans]
    # In the order in which they are kept, one text of each office's codes: sixty topics of six
    # hundred offices would be tens of thousands of rows.
    by = (MonthTotal.month, MonthTotal.total, MonthTotal.office_id)
    words = _words(MonthTotal.code.expression, MonthTotal.number.expression)
    columns = (MonthTotal.office_id, MonthTotal.total, words)
    # Not BETWEEN two months: all their other totals would be read.
    kept = select(*columns).where(MonthTotal.month.in_(spans), MonthTotal.total.in_(totals))
    # The connection reads them: the session would look for entities in thousands of rows.
    yield from session.connection().execute(kept.group_by(*by)) if totals else ()


def _by_office(counts: Select[Any]) -> Select[Any]:
    """Select the numbers of each office as one text, from a count by office and code."""
    of = counts.subquery()
    return select(of.c.office_id, _words(of.c.code, of.c.number)).group_by(of.c.office_id)


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
        Total.POINTS: _Count(points),
        Total.UNANSWERED: _Count(points.where(Point.state == PointState.RECEIVED)),
        Total.RUMOURS: _Count(rumours),
        Total.TOLD: _Count(told, cast(Meeting.held_on, String)),
        Total.CONCERNS: _Count(concerns, Point.topic.expression),
        Total.PROMISES: _Count(promises, Commitment.status.expression),
        Total.OPEN: _Count(still_open, due_on),
    }


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
