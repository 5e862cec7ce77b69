"""Meetings and remarks, and the promises and referrals that followed them."""

from sqlalchemy import ColumnElement, and_, func, or_, select

from outreach_app.models import Commitment, Meeting, Point, Referral


def is_source_kept(model: type[Commitment] | type[Referral]) -> ColumnElement[bool]:
    """Tell what follows a meeting, or else a remark, that is not deleted.

    The few deleted ones are sought, by their index: of those kept no row is read.
    """
    is_of_meeting = model.meeting_id.is_not(None)
    deleted_meetings = select(Meeting.id).where(Meeting.is_deleted).correlate(None)
    deleted_points = select(Point.id).where(Point.is_deleted).correlate(None)
    return or_(
        and_(is_of_meeting, model.meeting_id.not_in(deleted_meetings)),
        and_(~is_of_meeting, model.point_id.not_in(deleted_points)),
    )


def raised_on() -> ColumnElement[object]:
    """Return the day of the meeting, or else of the remark, as a column: both are outer joined."""
    return func.coalesce(Meeting.held_on, Point.received_on)
