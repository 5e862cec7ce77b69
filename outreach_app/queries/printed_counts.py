"""What the report of a period counts otherwise than the national summary, of each office.

The same counts as in `period_reports`, of which a precinct's store asks for its own alone.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, case, distinct, func, or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point
from outreach_app.queries.followed_later import list_waiting
from outreach_app.queries.meetings import held_in
from outreach_app.queries.period_reports import changed_since, made_on, was_raised
from outreach_app.rules.kinds import Channel, MeetingKind, PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.survivors import survivors

SelectT = TypeVar("SelectT", bound=Select[*tuple[Any, ...]])


def count_met(session: Session, period: Period) -> Mapping[int, Counter[str]]:
    """Count by category the partners present in a period, with those that were deleted since."""
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    statement = (
        select(Meeting.office_id, Partner.category, func.count(distinct(met)))
        .select_from(Attendance)
        .join(Attendance.meeting)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .join(Partner, Partner.id == met)
        .where(*held_in(period), Attendance.is_present.is_(True), ~Attendance.is_deleted)
        .group_by(Meeting.office_id, Partner.category)
    )
    return _by_office(session, statement)


def count_topics(session: Session, period: Period) -> Mapping[int, Counter[str]]:
    """Count the points of a period by topic: all but thanks, which raise none."""
    statement = (
        select(Meeting.office_id, Point.topic, func.count())
        .select_from(Point)
        .join(Point.meeting)
        .where(*held_in(period), ~Point.is_deleted, Point.kind != PointKind.THANKS)
        .group_by(Meeting.office_id, Point.topic)
    )
    return _by_office(session, statement)


def count_places(session: Session, period: Period) -> Mapping[int, Counter[str]]:
    """Count the meetings in person by where they met: in the field, in a place, not known."""
    is_noted = or_(
        *(func.coalesce(place, "") != "" for place in (Meeting.place_ar, Meeting.place_fr))
    )
    place = case((Meeting.kind == MeetingKind.FIELD, "field"), (is_noted, "place"), else_="")
    statement = (
        select(Meeting.office_id, place, func.count())
        .where(*held_in(period), Meeting.channel == Channel.IN_PERSON)
        .group_by(Meeting.office_id, place)
    )
    return _by_office(session, statement)


def count_waiting(session: Session, period: Period) -> Counter[int]:
    """Count the points of a period that had no outcome on its last day."""
    return Counter(point.office_id for point in list_waiting(session, period, period.last))


def count_made(session: Session, period: Period) -> dict[int, tuple[int, int]]:
    """Count the commitments made in a period, and those of them that are kept now."""
    kept = func.sum(case((Commitment.status == CommitmentStatus.DONE, 1), else_=0))
    counted = _made_in(select(Commitment.office_id, func.count(), kept), period)
    rows = session.execute(counted.group_by(Commitment.office_id))
    return {office: (made, done) for office, made, done in rows}


def list_changed_later(session: Session, period: Period) -> Sequence[Commitment]:
    """Return the commitments made in a period that may have had another status on its last day."""
    is_later = or_(
        Commitment.status_on > period.last, Commitment.uid.in_(changed_since(period.last))
    )
    both = joinedload(Commitment.meeting), joinedload(Commitment.point)
    return session.scalars(
        _made_in(select(Commitment), period).where(is_later).options(*both)
    ).all()


def _by_office(
    session: Session, statement: Select[int, str, int]
) -> defaultdict[int, Counter[str]]:
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for office, code, number in session.execute(statement):
        found[office][code] = number
    return found


def _made_in(statement: SelectT, period: Period) -> SelectT:
    return (
        statement.select_from(Commitment)
        .outerjoin(Commitment.meeting)
        .outerjoin(Commitment.point)
        .where(was_raised(Commitment, period.last), ~Commitment.is_deleted)
        .where(made_on().between(period.first, period.last))
    )
