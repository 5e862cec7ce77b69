"""Meetings and remarks joined with the promises and referrals that followed them."""

from sqlalchemy import ColumnElement, func

from outreach_app.models import Meeting, Point


def is_source_kept() -> ColumnElement[bool]:
    """Tell what follows a meeting, or else a remark, that is not deleted: both are outer joined."""
    return ~func.coalesce(Meeting.is_deleted, Point.is_deleted)


def raised_on() -> ColumnElement[object]:
    """Return the day of the meeting, or else of the remark, as a column: both are outer joined."""
    return func.coalesce(Meeting.held_on, Point.received_on)
