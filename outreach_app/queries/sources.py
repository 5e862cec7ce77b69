"""The sources of commitments and referrals: meetings and remarks."""

from sqlalchemy import ColumnElement, and_, func, or_, select

from outreach_app.models import Commitment, Meeting, Point, Referral


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
