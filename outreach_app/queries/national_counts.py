"""Counts of a period for each office, each in one grouped query: never a row per meeting."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, case, distinct, func, select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point
from outreach_app.queries.meetings import held_in
from outreach_app.rules.kinds import CONCERNS, PartnerCategory, PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus, PointState
from outreach_app.survivors import is_shown, survivors

# Not the bare column: SQLite would walk all meetings in its order instead of those of the period.
_OFFICE = (Meeting.office_id + 0).label("office_id")


@dataclass(frozen=True, slots=True)
class Tally:
    """What offices did in a period; `reported` of the `offices` sent a report that covers it.

    `kept`, `running` and `late` say what had become of its commitments on the day of reference.
    """

    offices: int = 0
    reported: int = 0
    sessions: int = 0
    participants: int = 0
    women: int = 0
    associations: int = 0
    points: int = 0
    unanswered: int = 0
    rumours: int = 0
    commitments: int = 0
    kept: int = 0
    running: int = 0
    late: int = 0

    @classmethod
    def total(cls, tallies: Iterable["Tally"]) -> "Tally":
        """Add up the tallies of several offices."""
        return cls(*map(sum, zip(*map(_numbers, tallies), strict=True)))


_numbers = attrgetter(*(field.name for field in fields(Tally)))


Counts = dict[str, int]


def count_sessions(session: Session, period: Period) -> dict[int, Counts]:
    """Count sessions, participants and women by office."""
    statement = (
        select(
            _OFFICE,
            func.count().label("sessions"),
            _sum_of(Meeting.attended).label("participants"),
            _sum_of(Meeting.women).label("women"),
        )
        .where(*held_in(period))
        .group_by(_OFFICE)
    )
    return _by_office(session, statement)


def count_points(session: Session, period: Period) -> dict[int, Counts]:
    """Count points, those without a reaction and those that are rumours, by office."""
    statement = (
        select(
            _OFFICE,
            func.count().label("points"),
            _number_of(Point.state == PointState.RECEIVED).label("unanswered"),
            _number_of(Point.kind == PointKind.RUMOUR).label("rumours"),
        )
        .join(Point.meeting)
        .where(*held_in(period), ~Point.is_deleted)
        .group_by(_OFFICE)
    )
    return _by_office(session, statement)


def count_commitments(session: Session, period: Period, as_of: date) -> dict[int, Counts]:
    """Count the period's commitments, and those kept, running and late on a day, by office."""
    is_open = Commitment.status.in_(OPEN_COMMITMENTS)
    is_late = func.coalesce(Commitment.due_on < as_of, False)
    statement = (
        select(
            _OFFICE,
            func.count().label("commitments"),
            _number_of(Commitment.status == CommitmentStatus.DONE).label("kept"),
            _number_of(is_open & ~is_late).label("running"),
            _number_of(is_open & is_late).label("late"),
        )
        .join(Commitment.meeting)
        .where(*held_in(period), ~Commitment.is_deleted)
        .group_by(_OFFICE)
    )
    return _by_office(session, statement)


def count_topics(session: Session, period: Period) -> Iterator[tuple[int, str, int]]:
    """Yield office, topic and how many concerns are about it."""
    statement = (
        select(_OFFICE, Point.topic, func.count())
        .join(Point.meeting)
        .where(*held_in(period), Point.kind.in_(CONCERNS), ~Point.is_deleted)
        .group_by(_OFFICE, Point.topic)
    )
    return ((office, code, number) for office, code, number in session.execute(statement))


def count_channels(session: Session, period: Period) -> Iterator[tuple[int, str, int]]:
    """Yield office, channel and how many sessions used it."""
    statement = (
        select(_OFFICE, Meeting.channel, func.count())
        .where(*held_in(period))
        .group_by(_OFFICE, Meeting.channel)
    )
    return ((office, code, number) for office, code, number in session.execute(statement))


def count_partners_met(session: Session, period: Period) -> Iterator[tuple[int, str, int]]:
    """Yield office, category and how many different partners of it were met."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    statement = (
        select(_OFFICE, Partner.category, func.count(distinct(Partner.id)))
        .select_from(Attendance)
        .join(Attendance.meeting)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .join(Partner, Partner.id == met)
        .where(*held_in(period), Attendance.is_present, ~Attendance.is_deleted, ~Partner.is_deleted)
        .group_by(_OFFICE, Partner.category)
    )
    return ((office, code, number) for office, code, number in session.execute(statement))


def count_partners_known(session: Session) -> Iterator[tuple[int, str, int]]:
    """Yield office, category and how many partners of it are registered today."""
    statement = (
        select(Partner.office_id, Partner.category, func.count())
        .where(is_shown(Partner))
        .group_by(Partner.office_id, Partner.category)
    )
    return ((office, code, number) for office, code, number in session.execute(statement))


def tallies(
    session: Session, period: Period, as_of: date, met: Iterable[tuple[int, str, int]]
) -> dict[int, Tally]:
    """Return the tally of each office that did anything; `offices` and `reported` stay 0.

    `as_of` is the day whose commitments are told, `met` what `count_partners_met` found.
    """
    found: defaultdict[int, Counts] = defaultdict(dict)
    for counted in (
        count_sessions(session, period),
        count_points(session, period),
        count_commitments(session, period, as_of),
    ):
        for office, counts in counted.items():
            found[office] |= counts
    for office, category, number in met:
        if category == PartnerCategory.ASSOCIATION:
            found[office]["associations"] = number
    return {office: Tally(**counts) for office, counts in found.items()}


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return _sum_of(case((condition, 1), else_=0))


def _sum_of(
    column: SQLColumnExpression[int] | SQLColumnExpression[int | None],
) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


def _by_office(session: Session, statement: Select[int, *tuple[int, ...]]) -> dict[int, Counts]:
    rows = session.execute(statement).mappings()
    return {
        row["office_id"]: {str(name): row[name] for name in row if name != "office_id"}
        for row in rows
    }
