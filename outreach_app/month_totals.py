"""Totals of each office and month, kept so that national figures are read and not counted.

They are a projection: local, never journaled. Any change that might affect a month recounts it for
its office, whole, in the same transaction: no difference can be missed or counted twice, and an
error in a month is corrected by the next write to it. Its quarter and its year follow: sums of
their months, and what cannot be added up is counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    delete,
    event,
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
    Office,
    Partner,
    Point,
    Record,
    Referral,
    Review,
)
from outreach_app.queries.meetings import is_held, month_of_meeting
from outreach_app.queries.month_totals import NO_SUMS, Numbers, Total, counted
from outreach_app.review_states import project_changed
from outreach_app.rules.dates import add_months, last_of_month
from outreach_app.rules.periods import Period
from outreach_app.survivors import survivor_ids

OfficeMonth = tuple[int, str]  # the local id of an office, and a month as in `2026-10`

# Nouns that belong to a meeting and are counted, or decide the state of it or of its points.
_MODELS = (Attendance, Point, Commitment, Referral, Review, Clarification)
OF_MEETINGS = frozenset(model.contract.entity for model in _MODELS)
_OF_OFFICE = MonthTotal.office_id == bindparam("office")
_FORGET = delete(MonthTotal).where(MonthTotal.month == bindparam("month"), _OF_OFFICE)
_MONTHS = select(MonthTotal.numbers).where(
    MonthTotal.month.in_(bindparam("months", expanding=True)), _OF_OFFICE
)
_DAYS = (
    Meeting.office_id == bindparam("office"),
    Meeting.held_on.between(bindparam("first"), bindparam("last")),
)
_EVER = Period(date.min, date.max)
_LONGER = (3, 12)  # months of the other spans
_MONTH = "SELECT DISTINCT m.office_id, substr(CAST(m.held_on AS VARCHAR), 1, 7) FROM meetings AS m"
_OF_PARTNERS = " JOIN attendances AS a ON a.meeting_id = m.id"


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
    for length in (1, *_LONGER):
        spans = {(office, _span_of(month, length)) for office, month in months}
        for office, span in sorted(spans, key=lambda each: (each[0], each[1].first)):
            _recount_span(connection, office, span)


def _span_of(month: str, length: int) -> Period:
    """Return the month, quarter or year that a month is in."""
    day = date.fromisoformat(f"{month}-01")
    first = day.replace(month=(day.month - 1) // length * length + 1)
    return Period(first, last_of_month(add_months(first, length - 1)))


def _recount_span(connection: Connection, office: int, span: Period) -> None:
    if span.months == 1:
        numbers = _count_months(connection, office, span).get(span.span, {})
    else:
        months = [f"{add_months(span.first, place):%Y-%m}" for place in range(span.months)]
        kept = connection.scalars(_MONTHS, {"office": office, "months": months}).all()
        numbers = _count_longer(connection, office, span, map(_decoded, kept))
    connection.execute(_FORGET, {"office": office, "month": span.span})
    _keep(connection, office, {span.span: numbers} if numbers else {})


def _count_months(connection: Connection, office: int, period: Period) -> dict[str, Numbers]:
    """Count an office's totals of each month in a period."""
    days = {"office": office, "first": period.first, "last": period.last}
    found: defaultdict[str, Numbers] = defaultdict(dict)
    for month, code, number, total in connection.execute(_counting(), days):
        found[month].setdefault(total, {})[code] = number
    return found


@cache
def _counting() -> CompoundSelect[Any]:
    month = month_of_meeting().label("month")
    counts = (
        counted(total, month, of=_DAYS).add_columns(literal_column(f"'{total}'")) for total in Total
    )
    return union_all(*counts)


def _count_longer(
    connection: Connection, office: int, span: Period, months: Iterable[Numbers]
) -> Numbers:
    """Add up the totals of an office's months in a span, and count what is no sum."""
    numbers: Numbers = {}
    for month in months:
        for total in month.keys() - NO_SUMS:
            sums = numbers.setdefault(total, {})
            for code, number in month[total].items():
                sums[code] = sums.get(code, 0) + number
    days = {"office": office, "first": span.first, "last": span.last}
    for total in NO_SUMS:
        found: dict[str, int] = dict(connection.execute(_counting_all(total), days).all())
        numbers.update({total: found} if found else {})
    return numbers


@cache
def _counting_all(total: Total) -> Select[Any]:
    return counted(total, of=_DAYS)


def _keep(connection: Connection, office: int, spans: Mapping[str, Numbers]) -> None:
    rows = [
        {"month": span, "office_id": office, "numbers": _encoded(numbers)}
        for span, numbers in spans.items()
    ]
    if rows:
        connection.execute(insert(MonthTotal), rows)


def _encoded(numbers: Numbers) -> str:
    # Sorted, so that equal numbers are equal texts.
    return msgspec.json.encode(numbers, order="sorted").decode()


_decoded = msgspec.json.Decoder(Numbers).decode


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
        for office in connection.scalars(select(Office.id)).all():
            _keep(connection, office, _count_office(connection, office))


def wrong_totals(connection: Connection) -> list[OfficeMonth]:
    """Return the months whose stored totals differ from a fresh count."""
    offices = select(Office.id).union(select(MonthTotal.office_id))
    wrong: list[OfficeMonth] = []
    for office in connection.scalars(offices).all():
        asked = select(MonthTotal.month, MonthTotal.numbers).where(_OF_OFFICE)
        kept = dict(connection.execute(asked, {"office": office}).all())
        fresh = _count_office(connection, office)
        counts = {month: _encoded(numbers) for month, numbers in fresh.items()}
        wrong += [(office, month) for month, _text in kept.items() ^ counts.items()]
    return sorted(set(wrong))


def _count_office(connection: Connection, office: int) -> dict[str, Numbers]:
    """Count all totals of an office: those of one office at a time fit into memory."""
    months = _count_months(connection, office, _EVER)
    found = dict(months)
    for length in _LONGER:
        parts: defaultdict[Period, list[Numbers]] = defaultdict(list)
        for month, numbers in months.items():
            parts[_span_of(month, length)].append(numbers)
        for span, each in parts.items():
            found[span.span] = _count_longer(connection, office, span, each)
    return found


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
