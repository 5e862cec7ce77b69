"""Data for period reports: meetings with their contents, in a few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    distinct,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, joinedload

from outreach_app import clock
from outreach_app.models import (
    Attendance,
    Commitment,
    JournalEvent,
    Meeting,
    Partner,
    Point,
    Referral,
)
from outreach_app.queries.meetings import held_in, month_of_meeting
from outreach_app.queries.reactions import is_without_outcome
from outreach_app.queries.sources import raised_on
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS
from outreach_app.survivors import survivors


@dataclass(frozen=True, slots=True)
class PointCount:
    """Points of one meeting, topic and kind."""

    meeting: int
    topic: str
    kind: str
    number: int


def find_first_day(session: Session) -> date | None:
    """Return the day of the first meeting of the register."""
    begun = select(func.min(Meeting.held_on)).where(*held_in(Period(date.min, date.max)))
    return session.scalar(begun)


def list_held(session: Session, period: Period) -> Sequence[Meeting]:
    """Return the meetings held in a period, by day, those of one day by their number."""
    order = (Meeting.held_on, func.coalesce(Meeting.number_sequence, 0), Meeting.id)
    return session.scalars(select(Meeting).where(*held_in(period)).order_by(*order)).all()


def count_points(session: Session, period: Period) -> list[PointCount]:
    """Count the points of a period by meeting, topic and kind."""
    statement = (
        select(Meeting.id, Point.topic, Point.kind, func.count())
        .select_from(Point)
        .join(Point.meeting)
        .where(*held_in(period), ~Point.is_deleted)
        .group_by(Meeting.id, Point.topic, Point.kind)
    )
    return [PointCount(*row) for row in session.execute(statement)]


def list_commitments_until(session: Session, period: Period) -> Sequence[Commitment]:
    """Return the commitments of a period, and earlier ones that may have been open at its start.

    In the order in which they were made.
    """
    settled_since = exists().where(
        JournalEvent.record == Commitment.uid, JournalEvent.t >= _milliseconds(period.first)
    )
    may_be_open = or_(Commitment.status.in_(OPEN_COMMITMENTS), settled_since)
    day = made_on()
    statement = (
        select(Commitment)
        .outerjoin(Commitment.meeting)
        .outerjoin(Commitment.point)
        .options(
            joinedload(Commitment.meeting),
            joinedload(Commitment.point),
            joinedload(Commitment.partner),
        )
        .where(was_raised(Commitment, period.last), ~Commitment.is_deleted)
        .where(day <= period.last, or_(day >= period.first, may_be_open))
        .order_by(raised_on(), Commitment.position, Commitment.id)
    )
    return session.scalars(statement).all()


def list_changed_since(session: Session, day: date) -> set[UUID]:
    """Return the commitments that were changed after a day."""
    return set(session.scalars(changed_since(day).distinct()))


def changed_since(day: date) -> Select[UUID]:
    """Select the commitments that were changed after a day."""
    return select(JournalEvent.record).where(
        JournalEvent.entity == "commitment",
        JournalEvent.t >= _milliseconds(day + timedelta(days=1)),
    )


def list_referrals_until(session: Session, period: Period) -> Sequence[Referral]:
    """Return the referrals of a period, and earlier ones unanswered at its start.

    In the order in which they were made.
    """
    waited = or_(Referral.answered_on.is_(None), Referral.answered_on >= period.first)
    noted_on = func.coalesce(Referral.sent_on, Referral.made_on, raised_on())
    sent_on = case((noted_on < raised_on(), raised_on()), else_=noted_on)  # as `sent_day`
    statement = (
        select(Referral)
        .outerjoin(Referral.meeting)
        .outerjoin(Referral.point)
        .options(joinedload(Referral.meeting), joinedload(Referral.point))
        .where(was_raised(Referral, period.last), ~Referral.is_deleted)
        .where(sent_on <= period.last, or_(sent_on >= period.first, waited))
        .order_by(raised_on(), Referral.position, Referral.id)
    )
    return session.scalars(statement).all()


def count_present(session: Session, period: Period) -> dict[str, tuple[int, int]]:
    """Return by category the number of partners present, and of meetings they attended."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    statement = (
        select(
            Partner.category, func.count(distinct(met)), func.count(distinct(Attendance.meeting_id))
        )
        .select_from(Attendance)
        .join(Attendance.meeting)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .join(Partner, Partner.id == met)
        .where(*held_in(period), Attendance.is_present.is_(True), ~Attendance.is_deleted)
        .group_by(Partner.category)
    )
    return {category: (partners, held) for category, partners, held in session.execute(statement)}


def count_by_month(session: Session, period: Period) -> dict[str, tuple[int, int]]:
    """Return for each month (`2026-10`) the meetings held, and the commitments made in it."""
    month = month_of_meeting()
    held = select(month, func.count()).where(*held_in(period)).group_by(month)
    day = made_on()
    made_in = func.substr(cast(day, String), 1, len("2026-10"))
    made = (
        select(made_in, func.count())
        .select_from(Commitment)
        .outerjoin(Commitment.meeting)
        .outerjoin(Commitment.point)
        .where(was_raised(Commitment, period.last), ~Commitment.is_deleted)
        .where(day.between(period.first, period.last))
        .group_by(made_in)
    )
    meetings: dict[str, int] = dict(session.execute(held).all())
    commitments: dict[str, int] = dict(session.execute(made).all())
    months = sorted({*meetings, *commitments})
    return {name: (meetings.get(name, 0), commitments.get(name, 0)) for name in months}


def is_waiting(as_of: date) -> ColumnElement[bool]:
    """Return the condition that a point had no outcome on a day.

    What circulates is told by what was found of it, not by its outcome.
    """
    return and_(is_without_outcome(as_of), Point.kind != PointKind.RUMOUR)


def made_on() -> ColumnElement[date]:
    """Return the day a commitment was made; its meeting and remark are outer joined."""
    return func.coalesce(Commitment.made_on, raised_on())


def was_raised(model: type[Commitment] | type[Referral], last: date) -> ColumnElement[bool]:
    """Return the condition that an act follows a meeting held, or a remark received, by a day."""
    of_remark = and_(model.meeting_id.is_(None), ~Point.is_deleted, Point.received_on <= last)
    return or_(and_(*held_in(Period(date.min, last))), of_remark)


def _milliseconds(day: date) -> int:
    """Return the start of a local day in the milliseconds of events."""
    return int(datetime.combine(day, time(), clock.CASABLANCA).timestamp() * 1000)
