"""The list of commitments, paged: ordered ids under filters, and rows by id."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, union
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point
from outreach_app.queries.attendances import PARTNERS_PRESENT, RAISED_BY
from outreach_app.queries.commitments import CommitmentRow, commitment_row, is_open
from outreach_app.queries.meetings import held_in
from outreach_app.queries.portions import SHOWN, WHOLE, Portion, is_of, read_portion
from outreach_app.queries.postponements import postponements_of
from outreach_app.queries.sorting import (
    Orders,
    Sorting,
    office_name,
    rank_among,
    sorted_by,
    written_words,
)
from outreach_app.queries.sources import is_source_kept
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus
from outreach_app.survivors import group_ids


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """A filter of the list; None does not filter. Both days are included.

    `status` is a `cst.*` code as rows show it, `cst.overdue` included, or "open" for all that are
    still to be kept; `offices` are local ids, for headquarters; `held_in` is when the commitment's
    meeting was held.
    """

    status: str | None = None
    owner: str | None = None
    last_due: date | None = None
    offices: frozenset[OfficeId] | None = None
    held_in: Period | None = None


_WITH_OPEN = (None, "open", CommitmentStatus.OVERDUE, *OPEN_COMMITMENTS)
_DATED = (Commitment.due_on.is_not(None), Commitment.due_on.is_(None))


class Urgency(StrEnum):
    """How soon a commitment needs attention, in the order of the list.

    One that somebody else owes needs none until its day has passed; then it is late like the rest.
    """

    LATE = "late"
    THIS_WEEK = "this_week"
    LATER = "later"
    UNDATED = "undated"
    OTHERS = "others"
    SETTLED = "settled"


def list_commitment_ids(
    session: Session,
    wanted: CommitmentFilter,
    today: date,
    portion: Portion = WHOLE,
    sorting: Sorting | None = None,
) -> list[int]:
    """Return the local ids of the commitments: most urgent first, settled ones last."""
    every = _select(wanted, today)
    if sorting is not None:
        by_column = sorted_by(every, _orders(today), sorting).order_by(Commitment.id)
        return read_portion(session, [by_column], portion)
    parts: list[Select[int]] = []
    if wanted.status in _WITH_OPEN:
        parts += _open_parts(every, today)
    if wanted.status is None:
        by_day = every.where(~is_open()).order_by(Commitment.due_on, Commitment.id)
        parts += [by_day.where(is_dated) for is_dated in _DATED]
    return read_portion(session, parts or [select_commitments(wanted, today)], portion)


def _orders(today: date) -> Orders:
    is_late = is_open() & (Commitment.due_on < today)
    shown = case((is_late, CommitmentStatus.OVERDUE.value), else_=Commitment.status)
    order = (CommitmentStatus.OVERDUE, *(it for it in CommitmentStatus if it != "cst.overdue"))
    words = (Commitment.text, Commitment.translation, Commitment.language)
    return {
        "words": lambda: (written_words(*words),),
        "owner": lambda: (rank_among(Commitment.owner, CommitmentOwner),),
        "due": lambda: (Commitment.due_on,),
        "state": lambda: (rank_among(shown, order),),
        "office": lambda: (office_name(Commitment.office_id),),
    }


def _open_parts(every: Select[int], today: date) -> Iterator[Select[int]]:
    """Yield the list of each urgency: each can be read from one index, the whole cannot."""
    sunday = today + timedelta(days=6 - today.weekday())
    day, is_own = Commitment.due_on, Commitment.owner == CommitmentOwner.OFFICE
    is_dated, is_undated = _DATED
    by_day = every.where(is_open()).order_by(day, Commitment.id)
    for conditions in (
        (day < today,),
        (day.between(today, sunday), is_own),
        (day > sunday, is_own),
        (is_undated, is_own),
        (day >= today, is_dated, ~is_own),
        (is_undated, ~is_own),
    ):
        yield by_day.where(*conditions)


def count_urgencies(
    session: Session, wanted: CommitmentFilter, today: date
) -> list[tuple[Urgency, int]]:
    """Count the commitments of each urgency that has any, in the order of the list.

    Settled ones, which may be thousands, are counted up to SHOWN plus one.
    """
    ranks, order, every = _urgency(today), list(Urgency), _select(wanted, today)
    waiting = every.where(is_open()).with_only_columns(ranks, func.count()).group_by(ranks)
    counted = [(order[rank], number) for rank, number in session.execute(waiting.order_by(ranks))]
    some = every.where(~is_open()).limit(SHOWN + 1).subquery()
    settled = session.scalar(select(func.count()).select_from(some)) or 0
    return counted + ([(Urgency.SETTLED, settled)] if settled else [])


def select_commitments(wanted: CommitmentFilter, today: date) -> Select[int]:
    """Select the local ids, most urgent first; settled ones alone go newest first."""
    statement = _select(wanted, today)
    if wanted.status in _WITH_OPEN:
        first = (_urgency(today), Commitment.due_on.is_(None), Commitment.due_on)
        return statement.order_by(*first, Commitment.id)
    return statement.order_by(Commitment.due_on.desc(), Commitment.id)


def _select(wanted: CommitmentFilter, today: date) -> Select[int]:
    statement = select(Commitment.id).where(*_conditions(wanted, today))
    if wanted.held_in is not None:
        return statement.join(Commitment.meeting).where(*held_in(wanted.held_in))
    return statement


def _conditions(wanted: CommitmentFilter, today: date) -> list[ColumnElement[bool]]:
    conditions = [~Commitment.is_deleted, is_source_kept(Commitment)]
    if wanted.status is not None:
        conditions.append(_has_status(wanted.status, today))
    if wanted.owner is not None:
        conditions.append(Commitment.owner == wanted.owner)
    if wanted.last_due is not None:
        conditions.append(Commitment.due_on <= wanted.last_due)
    if wanted.offices is not None:
        conditions.append(is_of(Commitment.office_id, wanted.offices))
    return conditions


def _urgency(today: date) -> ColumnElement[int]:
    """Return the rank of a commitment's urgency, as a column."""
    sunday = today + timedelta(days=6 - today.weekday())
    order = list(Urgency)
    return case(
        (~is_open(), order.index(Urgency.SETTLED)),
        (Commitment.due_on < today, order.index(Urgency.LATE)),
        (Commitment.owner != CommitmentOwner.OFFICE, order.index(Urgency.OTHERS)),
        (Commitment.due_on.is_(None), order.index(Urgency.UNDATED)),
        (Commitment.due_on <= sunday, order.index(Urgency.THIS_WEEK)),
        else_=order.index(Urgency.LATER),
    )


def list_commitments_by_id(
    session: Session, ids: Iterable[int], today: date
) -> dict[int, CommitmentRow]:
    """Return the rows of commitments, by local id, without deleted ones."""
    statement = (
        select(Commitment)
        .options(
            joinedload(Commitment.meeting).options(PARTNERS_PRESENT),
            joinedload(Commitment.point).options(RAISED_BY),
        )
        .where(Commitment.id.in_(list(ids)), ~Commitment.is_deleted)
    )
    found = list(session.scalars(statement))
    times = postponements_of(session, [row.uid for row in found if row.due_on])
    return {
        row.id: replace(commitment_row(row, today), postponed=times.get(row.uid, 0))
        for row in found
    }


def list_commitments_with(
    session: Session, partners: Iterable[UUID], today: date
) -> list[CommitmentRow]:
    """Return the commitments of meetings with these partners, and of remarks made for them."""
    group = group_ids(session, Partner, partners)
    is_present = Attendance.partner_id.in_(group), ~Attendance.is_deleted
    is_theirs = Point.raised_by_id.in_(group), Point.meeting_id.is_(None)
    ids = union(
        select(Commitment.id).join(Commitment.meeting).join(Meeting.attendances).where(*is_present),
        select(Commitment.id).join(Commitment.point).where(*is_theirs),
    )
    kept = session.scalars(
        select(Commitment.id).where(Commitment.id.in_(ids), is_source_kept(Commitment))
    )
    return list(list_commitments_by_id(session, kept, today).values())


def _has_status(status: str, today: date) -> ColumnElement[bool]:
    """Return the condition that a row shows this status; an open one past its day shows overdue."""
    is_late = and_(is_open(), Commitment.due_on < today)
    if status == CommitmentStatus.OVERDUE:
        return is_late
    if status == "open":
        return is_open()
    is_in_time = or_(Commitment.due_on.is_(None), Commitment.due_on >= today, ~is_open())
    return and_(Commitment.status == status, is_in_time)
