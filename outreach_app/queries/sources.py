"""The sources of commitments and referrals: meetings and remarks."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Commitment, Meeting, Point, Referral
from outreach_app.queries.attendances import PARTNERS_PRESENT, RAISED_BY

FollowedT = TypeVar("FollowedT", Commitment, Referral)


def list_followed(session: Session, model: type[FollowedT]) -> Sequence[FollowedT]:
    """Return the commitments or referrals of sources that are not deleted, newest first."""
    statement = (
        select(model)
        .outerjoin(model.meeting)
        .outerjoin(model.point)
        .options(
            joinedload(model.meeting).options(PARTNERS_PRESENT),
            joinedload(model.point).options(RAISED_BY),
        )
        .where(~model.is_deleted, is_source_kept(model))
        .order_by(raised_on().desc(), Meeting.id.desc(), model.position, model.id)
    )
    return session.scalars(statement).all()


def is_source_kept(model: type[Commitment] | type[Referral]) -> ColumnElement[bool]:
    """Return the condition that the meeting, or else the remark, of a record is not deleted.

    Compares with the few deleted ones, found by index, without reading the others.
    """
    is_of_meeting = model.meeting_id.is_not(None)
    deleted_meetings = select(Meeting.id).where(Meeting.is_deleted).correlate(None)
    deleted_points = select(Point.id).where(Point.is_deleted).correlate(None)
    return or_(
        and_(is_of_meeting, model.meeting_id.not_in(deleted_meetings)),
        and_(~is_of_meeting, model.point_id.not_in(deleted_points)),
    )


def raised_on() -> ColumnElement[object]:
    """Return the day of the meeting, or else of the remark, as a column; both are outer joined."""
    return func.coalesce(Meeting.held_on, Point.received_on)
