"""What documents that are handed out are made of: a partner's points, the meetings to come."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from outreach_app import clock
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Commitment, Meeting, Partner, Point, Referral
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import held_in
from outreach_app.rules.periods import Period
from outreach_app.survivors import survivor, survivors

TO_COME = ("planned", "confirmed")


def get_partner(session: Session, name: str) -> Partner:
    """The partner of a uid as it was typed, or what it was merged into.

    Raises NotFound, also for a deleted one.
    """
    try:
        uid = UUID(name)
    except ValueError:
        uid = None
    statement = select(Partner).options(joinedload(Partner.identity)).where(Partner.uid == uid)
    partner = session.scalars(statement).one_or_none()
    if partner is None or (found := survivor(partner)).is_deleted:
        raise NotFound(_("There is no such record: {uid}.").format(uid=name))
    return found


def list_sessions_with(session: Session, partner: Partner, period: Period) -> Sequence[Meeting]:
    """The meetings held in a period at which the partner was present, the oldest first."""
    statement = (
        select(Meeting)
        .where(*held_in(period), _with(partner, Attendance.is_present.is_(True)))
        .order_by(Meeting.held_on, Meeting.id)
    )
    return session.scalars(statement).all()


def find_meeting_to_come(session: Session, partner: Partner, today: date) -> Meeting | None:
    """The first meeting planned with the partner, from that day on."""
    statement = (
        select(Meeting)
        .where(Meeting.held_on >= today, Meeting.status.in_(TO_COME), ~Meeting.is_deleted)
        .where(_with(partner))
        .order_by(Meeting.held_on, Meeting.starts_at, Meeting.id)
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def list_meetings_to_come(session: Session, period: Period) -> Sequence[Meeting]:
    """The meetings planned in a period by day and hour, with the partners they are planned with."""
    statement = (
        select(Meeting)
        .options(PARTNERS_PRESENT)
        .where(Meeting.held_on.between(period.first, period.last))
        .where(Meeting.status.in_(TO_COME), ~Meeting.is_deleted)
        .order_by(Meeting.held_on, Meeting.starts_at.is_(None), Meeting.starts_at, Meeting.id)
    )
    return session.scalars(statement).all()


def list_commitments_of(session: Session, point: Point) -> Sequence[Commitment]:
    """What a point led to, in order."""
    statement = (
        select(Commitment)
        .where(Commitment.point_id == point.id, ~Commitment.is_deleted)
        .order_by(Commitment.position, Commitment.id)
    )
    return session.scalars(statement).all()


def list_referrals_of(session: Session, point: Point) -> Sequence[Referral]:
    """Whom a point was passed on to, in order."""
    statement = (
        select(Referral)
        .where(Referral.point_id == point.id, ~Referral.is_deleted)
        .order_by(Referral.position, Referral.id)
    )
    return session.scalars(statement).all()


def missed_on(session: Session, commitment: UUID) -> date | None:
    """The last day for a commitment that passed before the commitment was put off to another.

    A day that was changed before it came is not one: nothing was missed.
    """
    missed = None
    for row in list_changes(session, commitment):
        before, after = row.changes.get("due_on", (None, None))
        if not isinstance(before, str) or before == after:
            continue
        changed_on = clock.local(datetime.fromisoformat(row.at)).date()
        if date.fromisoformat(before) < changed_on:
            missed = date.fromisoformat(before)
    return missed


def _with(partner: Partner, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    merged = survivors(Partner)
    met = func.coalesce(merged.c.survivor_id, Attendance.partner_id)
    statement = (
        select(Attendance.meeting_id)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .where(met == partner.id, ~Attendance.is_deleted, *conditions)
    )
    return Meeting.id.in_(statement)
