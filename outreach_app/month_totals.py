"""Totals of each office and month, kept so that national figures are read and not counted.

They are a projection: local, never journaled. Any change that might affect a month recounts it for
its office, whole, in the same transaction: no difference can be missed or counted twice, and an
error in a month is corrected by the next write to it. Its quarter and its year follow: sums of
their months, and what cannot be added up is counted.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    delete,
    event,
    func,
    insert,
    inspect,
    literal_column,
    select,
    union_all,
)
from sqlalchemy.orm import Session, UOWTransaction

from outreach_app.actors import Actor
from outreach_app.database import Database, SessionValue, StoreSession
from outreach_app.database.statements import rows_in
from outreach_app.models import (
    Attendance,
    Clarification,
    Commitment,
    Meeting,
    MonthTotal,
    Partner,
    Point,
    Record,
    Referral,
    Review,
)
from outreach_app.queries.meetings import is_held, month_of_meeting
from outreach_app.queries.month_totals import NO_SUMS, OFFICE, Total, counted
from outreach_app.review_states import project_changed
from outreach_app.rules.dates import add_months, last_of_month
from outreach_app.rules.periods import Period
from outreach_app.survivors import survivor_ids

OfficeMonth = tuple[int, str]  # the local id of an office, and a month as in `2026-10`

# Nouns that belong to a meeting and are counted, or decide the state of it or of its points.
_MODELS = (Attendance, Point, Commitment, Referral, Review, Clarification)
OF_MEETINGS = frozenset(model.contract.entity for model in _MODELS)
_KEPT = (
    MonthTotal.month,
    MonthTotal.office_id,
    MonthTotal.code,
    MonthTotal.number,
    MonthTotal.total,
)
_FORGET = delete(MonthTotal).where(
    MonthTotal.month == bindparam("month"), MonthTotal.office_id == bindparam("office")
)
_OF_OFFICE = (
    Meeting.office_id == bindparam("office"),
    Meeting.held_on.between(bindparam("first"), bindparam("last")),
)
_MONTH = "SELECT DISTINCT m.office_id, substr(CAST(m.held_on AS VARCHAR), 1, 7) FROM meetings AS m"
_OF_PARTNERS = " JOIN attendances AS a ON a.meeting_id = m.id"


_OF_MONTH = len("2026-10")
# A list: with `!=`, an office's rows would not be found by the key.
_SUMS = [total for total in Total if total not in NO_SUMS]


def _year(month: ColumnElement[str]) -> ColumnElement[str]:
    return func.substr(month, literal_column("1"), literal_column("4"), type_=String)


def _quarter(month: ColumnElement[str]) -> ColumnElement[str]:
    number = cast(func.substr(month, literal_column("6"), literal_column("2")), Integer)
    quarter = (number + literal_column("2", Integer)) // literal_column("3", Integer)
    return _year(month).concat(literal_column("'Q'")).concat(cast(quarter, String))


# Spans longer than a month, by their months: their name from that of a month.
_LONGER = {3: _quarter, 12: _year}


@dataclass(slots=True)
class Touched:
    """What may have changed a total: months, and the ids of meetings and partners."""

    months: set[OfficeMonth] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)


_TOUCHED = SessionValue[Touched]()


def note(session: Session, records: Iterable[Record]) -> None:
    """Have the months of these records recounted at the end of the write.

    Call it for a record that leaves its table while it is still there.
    """
    touched = _TOUCHED.get_or_make(session, Touched)
    for record in records:
        if isinstance(record, Meeting):
            touched.months.update(
                (record.office_id, day.isoformat()[:7])
                for day in _now_and_before(record, "held_on")
            )
        elif isinstance(record, _MODELS):
            touched.meetings.update(_now_and_before(record, "meeting_id"))
        elif isinstance(record, Partner) and _is_counted_otherwise(record):
            touched.partners.add(record.id)


def months_of(connection: Connection, uids: Collection[bytes]) -> set[OfficeMonth]:
    """Return the months in which records of any noun count, as their rows are now."""
    months = set(rows_in(connection, f"{_MONTH} WHERE m.uid IN", uids))
    for model in _MODELS:
        join = f" JOIN {model.__tablename__} AS r ON r.meeting_id = m.id"
        months.update(rows_in(connection, f"{_MONTH}{join} WHERE r.uid IN", uids))
    of_partners = f"{_MONTH}{_OF_PARTNERS} JOIN partners AS p ON p.id = a.partner_id"
    months.update(rows_in(connection, f"{of_partners} WHERE p.uid IN", uids))
    return months


def recount(session: Session, touched: Touched) -> None:
    """Recount the months that may have changed."""
    connection = session.connection()
    months = touched.months.union(rows_in(connection, f"{_MONTH} WHERE m.id IN", touched.meetings))
    of_partners = f"{_MONTH}{_OF_PARTNERS} WHERE a.partner_id IN"
    months.update(rows_in(connection, of_partners, _merged_with(session, touched.partners)))
    for office, month in sorted(months):
        _recount_span(connection, office, _span_of(month, 1))
    for length in _LONGER:
        spans = {(office, _span_of(month, length)) for office, month in months}
        for office, span in sorted(spans):
            _recount_span(connection, office, span)


def _span_of(month: str, length: int) -> tuple[date, int]:
    """Return the first day of the month, quarter or year that a month is in, and its months."""
    day = date.fromisoformat(f"{month}-01")
    return day.replace(month=(day.month - 1) // length * length + 1), length


def _recount_span(connection: Connection, office: int, span: tuple[date, int]) -> None:
    first, length = span
    months = [add_months(first, place) for place in range(length)]
    period = Period(first, last_of_month(months[-1]))
    given = {"office": office, "first": period.first, "last": period.last}
    connection.execute(_FORGET, {"office": office, "month": period.span})
    if length == 1:
        connection.execute(_count_month(), given)
    else:
        names = [f"{month:%Y-%m}" for month in months]
        connection.execute(_count_longer(length), {**given, "months": names})


def complete(database: Database) -> None:
    """Count all totals if meetings were held but there are none: in an older store."""
    any_held = select(Meeting.id).where(*is_held()).limit(1)
    with database.read() as session:
        is_kept = session.scalar(select(MonthTotal.month).limit(1)) is not None
        is_complete = is_kept or session.scalar(any_held) is None
    if not is_complete:
        renew(database)


def renew(database: Database) -> None:
    """Recount all totals."""
    with database.write(Actor.PROGRAM) as session:
        connection = session.connection()
        connection.execute(delete(MonthTotal))
        connection.execute(_inserted(*map(_by_month, Total)))
        for length in _LONGER:
            connection.execute(_inserted(*_by_longer(length)))


def wrong_totals(connection: Connection) -> list[OfficeMonth]:
    """Return the months whose stored totals differ from a fresh count."""
    longer = (each for length in _LONGER for each in _by_longer(length))
    counts = select(union_all(*map(_by_month, Total), *longer).subquery())
    kept = select(*_KEPT)
    wrong = [*connection.execute(kept.except_(counts)), *connection.execute(counts.except_(kept))]
    return sorted({(office, month) for month, office, *_others in wrong})


def _by_month(total: Total, of: Sequence[ColumnElement[bool]] = ()) -> Select[Any]:
    return _by_span(total, month_of_meeting(), of)


def _by_span(
    total: Total, span: ColumnElement[str], of: Sequence[ColumnElement[bool]] = ()
) -> Select[Any]:
    """Select one total of all spans, in the form in which it is kept."""
    name = literal_column(f"'{total}'", String).label("total")
    return counted(total, span.label("month"), OFFICE, of=of).add_columns(name)


def _by_longer(
    length: int,
    of: Sequence[ColumnElement[bool]] = (),
    of_meetings: Sequence[ColumnElement[bool]] = (),
) -> list[Select[Any]]:
    """Select the totals of quarters or years: sums of their months, the others counted."""
    span = _LONGER[length](MonthTotal.month.expression).label("month")
    others = (MonthTotal.office_id, MonthTotal.code)
    number = func.sum(MonthTotal.number).label("number")
    sums = select(span, *others, number, MonthTotal.total).group_by(span, *others, MonthTotal.total)
    sums = sums.where(MonthTotal.total.in_(_SUMS), func.length(MonthTotal.month) == _OF_MONTH, *of)
    counted_span = _LONGER[length](month_of_meeting())
    return [sums, *(_by_span(total, counted_span, of_meetings) for total in NO_SUMS)]


@cache
def _count_month() -> Insert:
    """Return the statement that counts all totals of one month of an office."""
    return _inserted(*(_by_month(total, _OF_OFFICE) for total in Total))


@cache
def _count_longer(length: int) -> Insert:
    """Return the statement that counts all totals of one quarter or year of an office."""
    months = MonthTotal.month.in_(bindparam("months", expanding=True))
    of = (months, MonthTotal.office_id == bindparam("office"))
    return _inserted(*_by_longer(length, of, _OF_OFFICE))


def _inserted(*counts: Select[Any]) -> Insert:
    return insert(MonthTotal).from_select([column.key for column in _KEPT], union_all(*counts))


def _merged_with(session: Session, partners: Collection[int]) -> set[int]:
    """Return these partners, and all that are merged with them."""
    ends = survivor_ids(session, Partner) if partners else {}
    asked = {ends.get(partner, partner) for partner in partners}
    return asked.union(partners, (merged for merged, end in ends.items() if end in asked))


def _is_counted_otherwise(partner: Partner) -> bool:
    columns = inspect(partner).attrs
    return any(
        columns[name].history.has_changes() for name in ("category", "is_deleted", "merged_into_id")
    )


def _now_and_before(record: Record, name: str) -> Iterator[Any]:
    """Yield the value of a column, and its value before this write."""
    state = inspect(record)
    yield from {state.attrs[name].value, *state.attrs[name].history.deleted} - {None}


@event.listens_for(StoreSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    # Nobody has met a partner that is only being registered.
    known = (record for record in session.dirty if isinstance(record, Record))
    new = (record for record in session.new if isinstance(record, (Meeting, *_MODELS)))
    note(session, (*known, *new))


@event.listens_for(StoreSession, "before_commit")
def _recount(session: Session) -> None:
    project_changed(session)
    touched = _TOUCHED.take(session)
    if touched is not None:
        recount(session, touched)
