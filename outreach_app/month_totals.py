"""Totals of each office and month, kept so that national figures are read and not counted.

They are a projection: local, never journaled. Any change that might affect a month recounts it for
its office, whole, in the same transaction: no difference can be missed or counted twice, and an
error in a month is corrected by the next write to it.
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
    Select,
    String,
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
    Partner,
    Point,
    Record,
    Referral,
    Review,
)
from outreach_app.queries.meetings import is_held, month_of_meeting
from outreach_app.queries.month_totals import OFFICE, Total, counted
from outreach_app.review_states import project_changed
from outreach_app.rules.dates import last_of_month
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
    for office, month in sorted(months):
        first = date.fromisoformat(f"{month}-01")
        days = {"first": first, "last": last_of_month(first)}
        connection.execute(_FORGET, {"office": office, "month": month})
        connection.execute(_count_month(), {"office": office, **days})


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


def wrong_totals(connection: Connection) -> list[OfficeMonth]:
    """Return the months whose stored totals differ from a fresh count."""
    counts = select(union_all(*map(_by_month, Total)).subquery())
    kept = select(*_KEPT)
    wrong = [*connection.execute(kept.except_(counts)), *connection.execute(counts.except_(kept))]
    return sorted({(office, month) for month, office, *_others in wrong})


def _by_month(total: Total, of: Sequence[ColumnElement[bool]] = ()) -> Select[Any]:
    """Select one total of all months, in the form in which it is kept."""
    name = literal_column(f"'{total}'", String).label("total")
    return counted(total, month_of_meeting().label("month"), OFFICE, of=of).add_columns(name)


@cache
def _count_month() -> Insert:
    """Return the statement that counts all totals of one month of an office."""
    days = Meeting.held_on.between(bindparam("first"), bindparam("last"))
    is_of = Meeting.office_id == bindparam("office")
    return _inserted(*(_by_month(total, (is_of, days)) for total in Total))


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
